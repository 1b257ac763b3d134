import { z } from 'zod';
import { none } from '../lib/input.js';
import { money, type Money } from '../lib/money.js';
import {
  amountIn,
  amountTable,
  amountsGiven,
  eitherOf,
  oneAmount,
  oneThreshold,
  thresholdTable,
  type Amounts,
} from './amounts.js';
import { itemsOff, type Basket, type Inapplicable, type Off } from './basket.js';
import { matchingOf } from './part.js';
import { basisPoints, formatPercent } from './percentage.js';
import { amountOff, shareOff } from './split.js';
import { unitCount } from './target.js';

/** The more is bought, the more is taken off. The highest tier that is reached holds for all matching items. */
export interface TieredDiscount {
  readonly kind: 'TIERED';
  readonly by: TierMeasure;
  /** Lowest first; each asks for more than the one before, and takes off more. */
  readonly tiers: readonly Tier[];
}

const tierMeasures = ['AMOUNT', 'QUANTITY'] as const;

/** Tiers are reached by what the matching items cost before any discount, or by how many they are. */
export type TierMeasure = (typeof tierMeasures)[number];

export type Tier = Threshold & Worth;

type Threshold =
  | { readonly fromAmount: Amounts; readonly fromQuantity: null }
  | { readonly fromAmount: null; readonly fromQuantity: number };

type Worth =
  | { readonly basisPoints: number; readonly amount: null }
  | { readonly basisPoints: null; readonly amount: Amounts };

const tier = z
  .object({
    fromAmount: oneThreshold,
    fromAmounts: thresholdTable,
    fromQuantity: none(unitCount),
    percent: none(basisPoints),
    amount: oneAmount,
    amounts: amountTable,
  })
  .transform(({ fromAmount, fromAmounts, fromQuantity, percent, amount, amounts }, context): Tier => {
    const from = eitherOf({ fromAmount, fromAmounts }, context);
    const off = eitherOf({ amount, amounts }, context);
    if ((from === null) === (fromQuantity === null)) {
      context.addIssue({ code: 'custom', message: 'Expected either an amount or a quantity to reach.' });
    }
    if ((off === null) === (percent === null)) {
      context.addIssue({ code: 'custom', message: 'Expected either per cent or an amount to take off.' });
    }
    // Exactly one of each two is there, or the tier was refused.
    return { fromAmount: from, fromQuantity, basisPoints: percent, amount: off } as Tier;
  });

const maxTiers = 50;

/** What counts towards tiers: minor units of the matching items' prices, and how many they are. */
function reachedBy(lines: Basket['lines']) {
  const matching = lines.filter(({ isMatching }) => isMatching);
  return {
    cost: matching.reduce((sum, { listMinor }) => sum + listMinor, 0n),
    units: matching.reduce((sum, { quantity }) => sum + quantity, 0),
  };
}

/** What the first tier asks for and what there is: amounts or quantities, and null what it is not reckoned in. */
export interface FirstTier {
  readonly requiredAmount: Money | null;
  readonly currentAmount: Money | null;
  readonly requiredQuantity: number | null;
  readonly currentQuantity: number | null;
}

export function firstTierOf(
  { tiers: [first] }: Pick<TieredDiscount, 'tiers'>,
  { lines, currency }: Pick<Basket, 'lines' | 'currency'>,
): FirstTier {
  const { fromAmount = null, fromQuantity = null } = first ?? {};
  const { cost, units } = reachedBy(lines);
  return {
    requiredAmount: fromAmount && money(amountIn(fromAmount, currency), currency),
    currentAmount: fromAmount && money(cost, currency),
    requiredQuantity: fromQuantity,
    currentQuantity: fromQuantity === null ? null : units,
  };
}

export const tiered = {
  input: z
    .object({
      by: z.enum(tierMeasures),
      tiers: z
        .array(tier)
        .min(1, 'Expected at least one tier.')
        .max(maxTiers, `Expected up to ${maxTiers} tiers.`),
    })
    .superRefine(({ by, tiers }, context) => {
      for (const [index, given] of tiers.entries()) {
        const message = objectionTo(given, tiers[index - 1] ?? null, tiers[0]!, by);
        if (message !== null) context.addIssue({ code: 'custom', path: ['tiers', index], message });
      }
    })
    .transform((given): TieredDiscount => ({ kind: 'TIERED', ...given })),
  given: ({ by, tiers }: TieredDiscount) => ({
    tiered: {
      by,
      tiers: tiers.map(({ fromAmount, fromQuantity, basisPoints, amount }) => ({
        fromAmounts: amountsGiven(fromAmount),
        fromQuantity,
        percent: basisPoints === null ? null : formatPercent(basisPoints),
        amounts: amountsGiven(amount),
      })),
    },
  }),
  amounts: ({ tiers }: TieredDiscount): readonly Money[] =>
    tiers.flatMap(({ fromAmount, amount }) => [...(fromAmount ?? []), ...(amount ?? [])]),
  off({ by, tiers }: TieredDiscount, { lines, currency, hasItems }: Basket): Off | Inapplicable {
    if (by === 'QUANTITY' && !hasItems) return 'ITEMS_NEEDED';
    const { cost, units } = reachedBy(lines);
    const tier = tiers.findLast(({ fromAmount, fromQuantity }) =>
      fromAmount ? cost >= amountIn(fromAmount, currency) : units >= fromQuantity,
    );
    if (!tier) return 'BELOW_FIRST_TIER';
    const part = matchingOf(lines);
    return itemsOff(
      tier.amount ? amountOff(part, amountIn(tier.amount, currency)) : shareOff(part, tier.basisPoints, null),
    );
  },
  freesShipping: (): boolean => false,
};

/** Why a tier cannot stand after the one before; null if it can. More bought must never take off less. */
function objectionTo(tier: Tier, before: Tier | null, first: Tier, by: TierMeasure): string | null {
  if ((by === 'AMOUNT') !== (tier.fromAmount !== null)) {
    return by === 'AMOUNT' ? 'Expected an amount to reach.' : 'Expected a quantity to reach.';
  }
  if ((tier.amount === null) !== (first.amount === null)) {
    return 'Expected either per cent in all tiers, or amounts in all of them.';
  }
  const currencies = currenciesIn(tier.fromAmount ?? tier.amount);
  const tables = [tier.amount, first.fromAmount, first.amount].filter((table) => table !== null);
  if (tables.some((table) => currenciesIn(table) !== currencies)) {
    return 'Expected the same currencies in all amounts.';
  }
  if (!before) return null;
  const asksMore = tier.fromAmount
    ? isMore(tier.fromAmount, before.fromAmount!)
    : tier.fromQuantity > before.fromQuantity!;
  if (!asksMore) return 'Expected more to reach than for the tier before.';
  const takesMore = tier.amount
    ? isMore(tier.amount, before.amount!)
    : tier.basisPoints > before.basisPoints!;
  return takesMore ? null : 'Expected more to take off than in the tier before.';
}

const currenciesIn = (amounts: Amounts | null): string =>
  (amounts ?? [])
    .map(({ currency }) => currency)
    .sort()
    .join();

const isMore = (amounts: Amounts, than: Amounts): boolean =>
  amounts.every(({ minor, currency }) => minor > amountIn(than, currency));
