import type { Scope } from '../platform/scope.js';
import type { Limit } from './core.js';
import type { Counter, CounterKey } from './count.js';
import * as store from './store.js';

/** The counters that are wanted, fresh, and held until the transaction ends. */
export const lockCounters = (
  scope: Scope,
  wanted: readonly { readonly limit: Limit; readonly key: CounterKey }[],
): Promise<Counter[]> => store.lockCounters(scope, wanted);

/** The same without holding them; those in which nothing was ever counted are left out. */
export const readCounters = (scope: Scope, keys: readonly CounterKey[]): Promise<Counter[]> =>
  store.readCounters(scope, keys);

/** Saves counters that are held. */
export const saveCounters = (
  scope: Scope,
  changed: readonly { readonly limit: Limit; readonly counter: Counter }[],
): Promise<void> => store.saveCounters(scope, changed);

/** Counts for one customer what was counted for others, while the tenant's ledger is locked. */
export const mergeCounters = (scope: Scope, customer: string, absorbed: readonly string[]): Promise<void> =>
  store.mergeCounters(scope, customer, absorbed);
