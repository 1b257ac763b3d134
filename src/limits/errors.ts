import type { Failure } from '../lib/outcome.js';
import { formatMoney, money } from '../lib/money.js';
import type { Limit, LimitPer, LimitWindow } from './core.js';

export interface LimitNotFound extends Failure<'LimitNotFound'> {
  readonly limitId: string;
}
export const limitNotFound = (limitId: string): LimitNotFound => ({
  failure: 'LimitNotFound',
  message: `There is no limit "${limitId}".`,
  limitId,
});

export interface LimitTargetNotFound extends Failure<'LimitTargetNotFound'> {
  readonly targetId: string;
}
export const limitTargetNotFound = (targetId: string): LimitTargetNotFound => ({
  failure: 'LimitTargetNotFound',
  message: `There is nothing to limit with the id "${targetId}".`,
  targetId,
});

export interface TooManyLimits extends Failure<'TooManyLimits'> {
  readonly maximum: number;
}
export const tooManyLimits = (maximum: number): TooManyLimits => ({
  failure: 'TooManyLimits',
  message: `A coupon, a campaign, a template or a tenant has up to ${maximum} limits.`,
  maximum,
});

export interface LimitReached extends Failure<'LimitReached'> {
  readonly couponCode: string;
  readonly limit: Limit;
  /** Before this use, in uses or minor units. */
  readonly used: bigint;
  /** What this use comes to. */
  readonly asked: bigint;
  /** From when on the limit has room for this use: see `roomFrom`. */
  readonly resetsAt: Date | null;
}
export const limitReached = (
  couponCode: string,
  limit: Limit,
  used: bigint,
  asked: bigint,
  resetsAt: Date | null,
): LimitReached => ({
  failure: 'LimitReached',
  message:
    `The coupon "${couponCode}" is limited to ${quantity(limit, limit.ceiling)}${spoken(limit.per)}${within(limit.window)}, ` +
    `of which ${quantity(limit, used)} ${used === 1n ? 'is' : 'are'} used; this would take ${quantity(limit, asked)}.`,
  couponCode,
  limit,
  used,
  asked,
  resetsAt,
});

/** The same, for those who are not to know how much. */
export const limitReachedWithoutAmounts = ({ couponCode, limit: { per, window } }: LimitReached): string =>
  `The uses of the coupon "${couponCode}" are limited${spoken(per)}${within(window)}, and this one would be too much.`;

function quantity({ measure, currency }: Limit, amount: bigint): string {
  if (measure === 'USES') return amount === 1n ? '1 use' : `${amount} uses`;
  const of = measure === 'DISCOUNT' ? 'of discounts' : 'of orders';
  return `${formatMoney(money(amount, currency!))} ${of}`;
}

function spoken(per: LimitPer): string {
  switch (per.kind) {
    case 'EVERYONE':
      return '';
    case 'CUSTOMER':
      return ' for each customer';
    case 'CHANNEL':
      return ' for each channel';
    case 'ATTRIBUTE':
      return ` for each "${per.name}"`;
  }
}

function within(window: LimitWindow): string {
  if (window.kind === 'LIFETIME') return '';
  if (window.kind === 'ROLLING') return ` within ${window.seconds} seconds`;
  return ` each ${window.kind.toLowerCase()}`;
}
