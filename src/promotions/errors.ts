import { formatMoney, type Money } from '../lib/money.js';
import type { Failure } from '../lib/outcome.js';
import type { Rejected } from './core.js';

export interface PromotionsRefused extends Failure<'PromotionsRefused'> {
  readonly rejected: readonly Rejected[];
}
export const promotionsRefused = (rejected: readonly Rejected[]): PromotionsRefused => ({
  failure: 'PromotionsRefused',
  // Not their sentences: how much those may say depends on who asks.
  message: `Nothing was used; of the codes ${rejected.length === 1 ? 'one' : rejected.length} cannot be.`,
  rejected,
});

export interface SavingChanged extends Failure<'SavingChanged'> {
  readonly expected: Money;
  readonly current: Money;
}
export const savingChanged = (expected: Money, current: Money): SavingChanged => ({
  failure: 'SavingChanged',
  message: `The customer was shown a saving of ${formatMoney(expected)}, but it would be ${formatMoney(current)}.`,
  expected,
  current,
});
