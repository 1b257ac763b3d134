import type { Id } from '../lib/id.js';
import { possibleActions, transition, type Machine } from '../lib/machine.js';
import type { Money } from '../lib/money.js';
import { phaseAt } from '../lib/window.js';
import { couponTransition, type CouponTransition } from './errors.js';
import type { CouponTerms } from './terms.js';

/** One redeemable code. */
export interface Coupon extends CouponTerms {
  readonly id: Id<'coupon'>;
  /** As it was written. */
  readonly code: string;
  /** As it is compared: see code.ts. */
  readonly codeKey: string;
  /** How it comes to an order: somebody types its code, or by itself wherever it fits. */
  readonly trigger: CouponTrigger;
  /** Whether it is only for trying out: nothing but the sandbox knows it. */
  readonly isTest: boolean;
  /** Of a test coupon, the coupon that it was copied from: whose rules and limits it has. */
  readonly testOfId: Id<'coupon'> | null;
  /** The template that it was made from, for good: whose rules and limits it has beside its own. */
  readonly templateId: Id<'template'> | null;
  readonly state: CouponState;
  /** The currency of all its amounts; null if it has none, or has them in several currencies. */
  readonly currency: string | null;
  /** Uses that were not given back. Only redemptions change it. */
  readonly usesCount: number;
  /** What is left on a gift card; null for every other kind. Only redemptions change it. */
  readonly balance: Money | null;
  readonly createdBy: { readonly kind: 'API_KEY' | 'USER' | 'FAN' | 'SYSTEM'; readonly id: string };
  readonly version: number;
  readonly revokedAt: Date | null;
  readonly deletedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const couponTriggers = ['CODE', 'AUTOMATIC'] as const;

export type CouponTrigger = (typeof couponTriggers)[number];

/** What was asked for. Where the coupon stands follows from it, the clock and the uses: `statusOf`. */
export type CouponState = 'DRAFT' | 'ACTIVE' | 'INACTIVE' | 'REVOKED';

export type CouponAction = 'activateCoupon' | 'deactivateCoupon' | 'reactivateCoupon' | 'revokeCoupon';

const machine: Machine<CouponState, CouponAction> = {
  activateCoupon: { from: ['DRAFT'], to: 'ACTIVE' },
  deactivateCoupon: { from: ['ACTIVE'], to: 'INACTIVE' },
  reactivateCoupon: { from: ['INACTIVE'], to: 'ACTIVE' },
  revokeCoupon: { from: ['DRAFT', 'ACTIVE', 'INACTIVE'], to: 'REVOKED' },
};

/** Whether its code can be typed: not that of a promotion which comes by itself, nor one that only the sandbox knows. */
export const isTypeable = ({
  trigger,
  isTest,
  deletedAt,
}: Pick<Coupon, 'trigger' | 'isTest' | 'deletedAt'>): boolean => trigger === 'CODE' && !isTest && !deletedAt;

/** The coupon after an action; the very same object if nothing changes. */
export function act(coupon: Coupon, action: CouponAction, now: Date): Coupon | CouponTransition {
  const state = transition(machine, coupon.state, action);
  if (state === 'same') return coupon;
  if (!state) return couponTransition(action, statusOf(coupon, now), possibleActions(machine, coupon.state));
  return {
    ...coupon,
    state,
    revokedAt: state === 'REVOKED' ? now : null,
    version: coupon.version + 1,
    updatedAt: now,
  };
}

export const couponStatuses = [
  'DELETED',
  'REVOKED',
  'DRAFT',
  'INACTIVE',
  'EXPIRED',
  'EXHAUSTED',
  'SCHEDULED',
  'ACTIVE',
] as const;

export type CouponStatus = (typeof couponStatuses)[number];

type Standing = Pick<
  Coupon,
  'state' | 'deletedAt' | 'validFrom' | 'validUntil' | 'usesCount' | 'maxUses' | 'balance'
>;

/** Where a coupon stands: the first that holds. The store's filter says the same in SQL, and a test compares them. */
export function statusOf(coupon: Standing, now: Date): CouponStatus {
  if (coupon.deletedAt) return 'DELETED';
  if (coupon.state !== 'ACTIVE') return coupon.state;
  const phase = phaseAt({ from: coupon.validFrom, until: coupon.validUntil }, now);
  if (phase === 'AFTER') return 'EXPIRED';
  if (usesLeft(coupon) === 0 || coupon.balance?.minor === 0n) return 'EXHAUSTED';
  return phase === 'BEFORE' ? 'SCHEDULED' : 'ACTIVE';
}

/** Null is without limit. Never below zero, also where the maximum was set below what was used. */
export const usesLeft = ({ maxUses, usesCount }: Pick<Coupon, 'maxUses' | 'usesCount'>): number | null =>
  maxUses === null ? null : Math.max(0, maxUses - usesCount);
