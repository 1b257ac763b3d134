import { z } from 'zod';
import { assert } from '../lib/assert.js';
import { moneyInput, none, positiveMoneyInput } from '../lib/input.js';
import { formatAmount, type Money } from '../lib/money.js';

/** An amount in each of some currencies: one for each, never converted. Most tables have one entry. */
export type Amounts = readonly [Money, ...Money[]];

/** The amount in one currency, in minor units. */
export function amountIn(amounts: Amounts, currency: string): bigint {
  const amount = amounts.find((entry) => entry.currency === currency);
  assert(amount, 'a discount is asked only about orders in its own currencies');
  return amount.minor;
}

const maxCurrencies = 50;

const tableOf = <Schema extends z.ZodType<Money>>(schema: Schema) =>
  z
    .array(schema)
    .min(1, 'Expected at least one amount.')
    .max(maxCurrencies, `Expected up to ${maxCurrencies} amounts.`)
    .refine(
      (table) => new Set(table.map(({ currency }) => currency)).size === table.length,
      'Expected one amount for each currency.',
    )
    // The bounds above say that there is one.
    .transform((table) => table as unknown as Amounts);

export const oneAmount = none(positiveMoneyInput);
export const amountTable = none(tableOf(positiveMoneyInput));
/** Where a threshold may lie at nothing. */
export const oneThreshold = none(moneyInput);
export const thresholdTable = none(tableOf(moneyInput));

type Given = Readonly<Record<string, Money | Amounts | null>>;

/** What was given either as one amount or as a table; null for neither. The names are the two fields' own. */
export function eitherOf(given: Given, context: z.RefinementCtx): Amounts | null {
  const [first, second] = Object.entries(given).filter(([, value]) => value !== null);
  if (second) {
    context.addIssue({
      code: 'custom',
      path: [second[0]],
      message: `Expected none beside \`${first![0]}\`.`,
    });
  }
  const amount = first?.[1] ?? null;
  return amount && (isTable(amount) ? amount : [amount]);
}

/** As `eitherOf`, but one of the two must be given. */
export function requiredOf(given: Given, context: z.RefinementCtx): Amounts {
  const amounts = eitherOf(given, context);
  if (amounts) return amounts;
  const [one, table] = Object.keys(given);
  context.addIssue({ code: 'custom', path: [one!], message: `Expected \`${one}\` or \`${table}\`.` });
  return z.NEVER;
}

export const isTable = (given: Money | Amounts): given is Amounts => Array.isArray(given);

/** As GraphQL takes it: the way back. */
export const amountsGiven = (amounts: Amounts | null) =>
  amounts && amounts.map((amount) => ({ amount: formatAmount(amount), currency: amount.currency }));
