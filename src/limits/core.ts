import type { Id } from '../lib/id.js';

/** A ceiling on what is used: by whom, in which span of time, measured how. */
export interface Limit {
  readonly id: Id<'limit'>;
  readonly target: LimitTarget;
  readonly per: LimitPer;
  readonly window: LimitWindow;
  readonly measure: LimitMeasure;
  /** The currency of a measure in money; null for uses. */
  readonly currency: string | null;
  /** In uses, or in the currency's minor units. */
  readonly ceiling: bigint;
  /** So much above the ceiling is let pass, for ties, and is recorded as over-run. */
  readonly overrun: bigint;
  /** Of a campaign, its budget is the same thing in short form. */
  readonly shortForm: 'BUDGET' | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What a limit says, whoever keeps it. */
export type LimitRule = Pick<
  Limit,
  'target' | 'per' | 'window' | 'measure' | 'currency' | 'ceiling' | 'overrun'
>;

/** Whose uses are limited. */
export type LimitTarget =
  | { readonly kind: 'COUPON'; readonly id: Id<'coupon'> }
  | { readonly kind: 'CAMPAIGN'; readonly id: Id<'campaign'> }
  | { readonly kind: 'TEMPLATE'; readonly id: Id<'template'> }
  | { readonly kind: 'TENANT'; readonly id: null };

/** What is counted apart: nothing, each customer, each channel, each value of one of the cart's attributes. */
export type LimitPer =
  | { readonly kind: 'EVERYONE' | 'CUSTOMER' | 'CHANNEL' }
  | { readonly kind: 'ATTRIBUTE'; readonly name: string };

/** All time; an hour, a day, a week (from Monday) or a month on the clocks of a zone; or so long up to now. */
export type LimitWindow =
  | { readonly kind: 'LIFETIME' }
  | { readonly kind: 'HOUR' | 'DAY' | 'WEEK' | 'MONTH'; readonly zone: string }
  | { readonly kind: 'ROLLING'; readonly seconds: number };

export type LimitMeasure = 'USES' | 'DISCOUNT' | 'ORDER_VALUE';
