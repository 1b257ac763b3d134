import { z } from 'zod';
import { customerInput, identitiesOf } from '../customers/identity.js';
import { customerId } from '../lib/customer-id.js';
import { none, text } from '../lib/input.js';
import { isFailure } from '../lib/outcome.js';
import { parseAmount } from '../lib/money.js';
import { context } from './context.js';
import { order } from './order.js';

const maxAttributes = 50;

/** The cart's own named attributes, such as the shop's branch or the till, by which limits may count. */
const attributes = z
  .record(text(1, 100), z.string('Expected a text.').pipe(text(0, 200)))
  .refine(
    (given) => Object.keys(given).length <= maxAttributes,
    `Expected up to ${maxAttributes} attributes.`,
  );

const referenceTypes = ['ORDER', 'CHECKOUT', 'GIFT', 'MANUAL'] as const;

/** What a code is used for, in another system. */
export const reference = z.object({ type: z.enum(referenceTypes).default('ORDER'), id: text(1, 200) });

/** For whom, and where: by what limits count. */
const place = z.object({
  customerId: none(customerId),
  customer: customerInput.nullish(),
  channel: none(text(1, 100)),
  attributes: attributes.nullish().transform((given) => given ?? {}),
  context,
});

/** For whom, for what order, and where: whatever is then asked of codes. */
export const circumstances = place.extend({
  order,
  reference: reference.nullish().transform((given) => given ?? null),
});

/** GraphQL's `CheckLimitsInput`, checked: the order may be left out. */
export const checking = circumstances.extend({ code: z.string(), order: none(order) }).transform(identified);

/** Whose limits or rules are asked for. */
export const asking = z.object({
  couponId: none(z.string()),
  code: none(z.string()),
  campaignId: none(z.string()),
  templateId: none(z.string()),
  tenant: none(z.literal(true, 'Expected true; for another target name it.')),
});

/** GraphQL's arguments of `limits`. */
export const limited = place.extend({ of: asking }).transform(identified);

/** GraphQL's inputs that ask one thing of one code: the part that validating and applying have in common. */
export const question = circumstances.extend({ code: z.string(), amount: none(z.string()) });

// What zod has just made is nobody else's yet: to copy it takes longer than to make it, so it gets more fields instead.

/** With what a gift card is to pay at most in the order's minor units. */
export const inMinorUnits = <Given extends z.output<typeof question>>(
  given: Given,
  context: z.RefinementCtx,
) => Object.assign(given, { amountMinor: amountIn(given.amount, given.order.currency, context) });

export const asked = question.transform(inMinorUnits).transform(identified);

function amountIn(amount: string | null, currency: string, context: z.RefinementCtx): bigint | null {
  if (amount === null) return null;
  const minor = parseAmount(amount, currency);
  if (typeof minor === 'bigint' && minor > 0n) return minor;
  const message = typeof minor === 'bigint' ? 'Expected an amount above zero.' : minor;
  context.addIssue({ code: 'custom', path: ['amount'], message });
  return z.NEVER;
}

/** Puts the customer's identities, under whichever names they were given, in the place of those names. */
export function identified<
  Given extends {
    readonly customerId: string | null;
    readonly customer?: z.output<typeof customerInput> | null | undefined;
  },
>(given: Given) {
  const identities = identitiesOf(given);
  if (isFailure(identities)) return identities;
  const identified: Omit<Given, 'customer'> & { readonly identities: readonly string[] } = Object.assign(
    given,
    {
      customer: undefined,
      identities,
    },
  );
  return identified;
}
