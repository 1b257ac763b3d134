import { money, type Money } from '../lib/money.js';
import type { Limit } from './core.js';

/** So much in a limit's measure: uses or money, and null for the other. */
export interface LimitAmount {
  readonly uses: number | null;
  readonly money: Money | null;
}

export const amountIn = ({ currency }: Pick<Limit, 'currency'>, amount: bigint): LimitAmount =>
  currency === null ? { uses: Number(amount), money: null } : { uses: null, money: money(amount, currency) };

/** Whether somebody with these rights may learn how much is limited, used and left. */
export const maySeeAmounts = ({ rights }: { readonly rights: ReadonlySet<string> }): boolean =>
  rights.has('READ');
