import { announcing } from '../../audit/actions.js';
import { lockFacts } from '../../evaluation/actions/loading.js';
import type { Counting } from '../../evaluation/counting.js';
import type { Facts } from '../../evaluation/facts.js';
import { openTally } from '../../evaluation/tally.js';
import { money } from '../../lib/money.js';
import { saveCounters } from '../../limits/actions.js';
import type { Scope } from '../../platform/scope.js';
import type { ApplyRequest } from '../apply.js';
import { difference, useOf, type Redemption } from '../core.js';
import * as store from '../store.js';
import * as ledger from '../store/ledger.js';

/** What becomes of a redemption, what the log calls that, and on whose behalf. */
export interface Change {
  readonly by: Scope;
  readonly action: string;
  readonly before: Redemption;
  readonly after: Redemption;
}

export const saveChanges = (scope: Scope, changes: readonly (Change & ledger.Changed)[]): Promise<void> => {
  const entries = changes.map(({ by, action, before, after }) => ({
    by,
    change: { action, targetId: after.id, before, after },
  }));
  return ledger.saveChanged(scope, changes, announcing(scope, entries));
};

/**
 * Holds redemptions, by their coupons' rows, until the transaction ends; and looks again, since nobody changes them now.
 * What is to be used in the same transaction is held with them: whoever locked it later might wait for one who waits for us.
 */
export async function holdRedemptions(
  scope: Scope,
  seen: readonly Redemption[],
  requests: readonly ApplyRequest[] = [],
) {
  const locked = (redemptions: readonly Redemption[]): Promise<Facts> => {
    const changing = redemptions.map((redemption): Counting => ({ ...redemption, use: useOf(redemption) }));
    return lockFacts(scope, requests, changing);
  };
  const facts = await locked(seen);
  const current = await store.findMany(
    scope,
    seen.map(({ id }) => id),
  );
  const counted = new Map(seen.map(({ id, customer }) => [id, customer]));
  // Their customer was linked with another before the lock was had: they count elsewhere since.
  const hasMoved = current.some(({ id, customer }) => customer !== counted.get(id));
  return { facts: hasMoved ? await locked(current) : facts, current };
}

/** Saves where redemptions stand now, and gives back what they no longer count for, wherever it counts. */
export async function giveBack(
  scope: Scope,
  facts: Facts,
  changes: readonly (Change & { readonly cardMinor: bigint })[],
): Promise<void> {
  const tally = openTally(facts, scope.now());
  const changed = changes.map(({ cardMinor, ...change }) => {
    const { before, after } = change;
    const held = { id: before.couponId, campaignId: before.campaignId };
    tally.giveBack(held, difference(before, after), cardMinor);
    const left = tally.current(facts.couponById(before.couponId)!).balance;
    const returned = money(cardMinor, before.discount.currency);
    return { ...change, card: left && cardMinor > 0n ? { returned, left } : null };
  });
  const counters = tally.changedCounters();
  if (counters.length > 0) await saveCounters(scope, counters);
  if (changed.length > 0) await saveChanges(scope, changed);
}
