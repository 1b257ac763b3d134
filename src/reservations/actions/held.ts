import { announce } from '../../audit/actions.js';
import type { ReferenceTo } from '../../evaluation/facts.js';
import type { Scope } from '../../platform/scope.js';
import { findByReference, findReserved } from '../../redemptions/actions.js';
import { giveBack, holdRedemptions } from '../../redemptions/actions/returning.js';
import type { ApplyRequest } from '../../redemptions/apply.js';
import { unreserved, type Redemption } from '../../redemptions/core.js';
import { referenceAlreadyRedeemed } from '../../redemptions/errors.js';
import type { Reservation } from '../core.js';
import * as store from '../store.js';

/**
 * Holds what a reservation holds, until the transaction ends, and what is then to be used: whoever changes a reservation
 * calls this first.
 */
export async function holdReserved(
  scope: Scope,
  id: Reservation['id'],
  requests: readonly ApplyRequest[] = [],
) {
  const { facts, current } = await holdRedemptions(scope, await findReserved(scope, id), requests);
  const reserved = current.filter(({ status }) => status === 'RESERVED');
  const completed = current.filter(({ status }) => status === 'COMPLETED');
  return {
    isForeign: isForeign(scope, current),
    isEmpty: reserved.length === 0,
    isUsed: completed.length > 0,
    /** Whether what it held is used, and for this reference, if one is named. */
    isUsedFor: (reference: ReferenceTo | null): boolean =>
      completed.length > 0 &&
      (reference === null || completed.every((one) => isSameReference(one.reference, reference))),
    /** Whether it still holds all that it did: not what its checkout has used meanwhile. */
    isWhole: reserved.length === current.length,
    /** Gives back all that the reservation still holds. */
    giveUp: (status: 'VOIDED' | 'EXPIRED', reason: string): Promise<void> => {
      const changes = reserved.map((before) => ({
        before,
        after: unreserved(before, status, reason, scope.now()),
        cardMinor: before.discount.minor,
      }));
      return giveBack(
        scope,
        facts,
        changes,
        status === 'EXPIRED' ? 'redemption.expired' : 'redemption.voided',
      );
    },
    /** Completes it, for another reference if one is given. */
    async complete(reference: ReferenceTo | null) {
      for (const { id, couponId, couponCode } of reserved) {
        const other = reference && (await findByReference(scope, couponId, reference));
        if (other && other.id !== id) return referenceAlreadyRedeemed(couponCode, other.id);
      }
      const changes = reserved.map((before) => ({
        before,
        after: { ...before, status: 'COMPLETED' as const, reference: reference ?? before.reference },
        cardMinor: 0n,
      }));
      await giveBack(scope, facts, changes, 'coupon.redeemed');
      return reserved.length;
    },
  };
}

/** Whether a user's token asks for what another customer holds. */
export const isForeign = ({ actor }: Scope, redemptions: readonly Redemption[]): boolean =>
  actor.kind === 'USER' && redemptions.some(({ customerId }) => customerId !== actor.id);

const isSameReference = (one: ReferenceTo | null, other: ReferenceTo): boolean =>
  one?.type === other.type && one.id === other.id;

/** The reservation is held by its coupons' rows, and may be ended. */
export async function end(
  scope: Scope,
  before: Reservation,
  status: Exclude<Reservation['status'], 'ACTIVE'>,
) {
  const after: Reservation = { ...before, status, endedAt: scope.now() };
  await store.saveEnd(scope, after);
  await announce(scope, { action: `reservation.${status.toLowerCase()}`, targetId: after.id, before, after });
  return after;
}
