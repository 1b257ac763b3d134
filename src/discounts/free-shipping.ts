import { z } from 'zod';
import { isCountry } from '../lib/country.js';
import { distinct } from '../lib/distinct.js';
import type { Money } from '../lib/money.js';
import { amountIn, amountTable, amountsGiven, eitherOf, oneAmount, type Amounts } from './amounts.js';
import { nothingOff, type Basket, type Inapplicable, type Off } from './basket.js';
import { shippingOff } from './split.js';

export interface FreeShippingDiscount {
  readonly kind: 'FREE_SHIPPING';
  /** Shipping is paid up to this; null is without a ceiling. */
  readonly maximum: Amounts | null;
  /** ISO 3166-1, two letters: only where it is sent to one of these; to everywhere if there are none. */
  readonly countries: readonly string[];
}

const country = z.string().refine(isCountry, {
  error: (issue) => `Expected a country of ISO 3166-1 in two letters, but got "${String(issue.input)}".`,
});

const countries = z
  .array(country)
  // There are no more countries than that.
  .max(250, 'Expected up to 250 countries.')
  .nullish()
  .transform((given) => distinct(given ?? []));

export const freeShipping = {
  input: z
    .object({ maximum: oneAmount, maximums: amountTable, countries })
    .transform(({ maximum, maximums, countries }, context): FreeShippingDiscount => ({
      kind: 'FREE_SHIPPING',
      maximum: eitherOf({ maximum, maximums }, context),
      countries,
    })),
  given: ({ maximum, countries }: FreeShippingDiscount) => ({
    freeShipping: { maximums: amountsGiven(maximum), countries },
  }),
  amounts: ({ maximum }: FreeShippingDiscount): readonly Money[] => maximum ?? [],
  off({ maximum, countries }: FreeShippingDiscount, basket: Basket): Off | Inapplicable {
    if (countries.length > 0) {
      if (basket.shippingCountry === null) return 'SHIPPING_COUNTRY_NEEDED';
      if (!countries.includes(basket.shippingCountry)) return 'SHIPPING_COUNTRY';
    }
    return {
      lines: nothingOff(basket),
      ...shippingOff(basket, true, maximum && amountIn(maximum, basket.currency)),
      reward: null,
    };
  },
  freesShipping: (): boolean => true,
};
