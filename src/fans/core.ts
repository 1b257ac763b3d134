import type { Brand, Offer } from '../brands/core.js';
import type { Id } from '../lib/id.js';
import { phaseAt } from '../lib/window.js';
import {
  activationTokenExpired,
  activationTokenUsed,
  offerExpired,
  offerMissing,
  type ActivationTokenExpired,
  type ActivationTokenUsed,
  type OfferExpired,
  type OfferMissing,
} from './errors.js';
import { tokenLifeMs } from './token.js';

/** A person who signed up with a brand. The hash of their activation token stays in the store. */
export interface Fan {
  readonly id: Id<'fan'>;
  readonly brandId: Id<'brand'>;
  readonly status: FanStatus;
  readonly name: string;
  /** As it was written. */
  readonly email: string;
  /** As it is compared: see email.ts. A person is one fan of a brand. */
  readonly emailKey: string;
  readonly socialHandle: string | null;
  readonly couponId: Id<'coupon'> | null;
  /** Which token is the valid one; 0 while there was none. */
  readonly tokenNumber: number;
  readonly tokenExpiresAt: Date | null;
  readonly createdAt: Date;
  readonly activatedAt: Date | null;
}

export type FanStatus = 'PENDING' | 'ACTIVE';

/** What a fan of this brand gets now. */
export function offerOf(brand: Brand, now: Date): Offer | OfferMissing | OfferExpired {
  const { offer } = brand;
  if (!offer) return offerMissing(brand.id);
  const { validUntil } = offer;
  const isOver = validUntil !== null && phaseAt({ from: null, until: validUntil }, now) === 'AFTER';
  return isOver ? offerExpired(brand.id, validUntil) : offer;
}

/** The fan with a token that the one before, if any, no longer stands beside. */
export const withNewToken = (fan: Fan, now: Date): Fan => ({
  ...fan,
  tokenNumber: fan.tokenNumber + 1,
  tokenExpiresAt: new Date(now.getTime() + tokenLifeMs),
});

export const hasLivingToken = ({ tokenExpiresAt }: Fan, now: Date): boolean =>
  tokenExpiresAt !== null && now < tokenExpiresAt;

/** Whether the fan whose token was brought may be activated by it. */
export function tokenRefusal(fan: Fan, now: Date): ActivationTokenUsed | ActivationTokenExpired | null {
  if (fan.activatedAt) return activationTokenUsed(fan.activatedAt);
  if (fan.tokenExpiresAt && now >= fan.tokenExpiresAt) return activationTokenExpired(fan.tokenExpiresAt);
  return null;
}

export const activated = (fan: Fan, couponId: Id<'coupon'>, now: Date): Fan => ({
  ...fan,
  status: 'ACTIVE',
  couponId,
  activatedAt: now,
});
