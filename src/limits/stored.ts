import { idOf } from '../lib/id.js';
import type { Limit, LimitMeasure, LimitPer, LimitTarget, LimitWindow } from './core.js';
import type { Counter } from './count.js';

/** Of the database's own types, or as JSON has them. */
type Whole = bigint | number | string;
type Instant = Date | string;

/** A limit as the database keeps it, however it was asked for. */
export interface StoredLimit {
  readonly id: string;
  readonly couponId: string | null;
  readonly campaignId: string | null;
  readonly templateId: string | null;
  readonly per: string;
  readonly attribute: string | null;
  readonly window: string;
  readonly zone: string | null;
  readonly windowSeconds: number | null;
  readonly measure: string;
  readonly currency: string | null;
  readonly ceiling: Whole;
  readonly overrun: Whole;
  readonly shortForm: string | null;
  readonly version: number;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

/** What was stored was checked when it was written. */
export const readLimit = (row: StoredLimit): Limit => ({
  id: idOf('limit', row.id),
  target: readTarget(row),
  per:
    row.per === 'ATTRIBUTE'
      ? { kind: 'ATTRIBUTE', name: row.attribute! }
      : { kind: row.per as Exclude<LimitPer['kind'], 'ATTRIBUTE'> },
  window: readWindow(row),
  measure: row.measure as LimitMeasure,
  currency: row.currency,
  ceiling: BigInt(row.ceiling),
  overrun: BigInt(row.overrun),
  shortForm: row.shortForm as Limit['shortForm'],
  version: row.version,
  createdAt: new Date(row.createdAt),
  updatedAt: new Date(row.updatedAt),
});

function readTarget({ couponId, campaignId, templateId }: StoredLimit): LimitTarget {
  if (couponId) return { kind: 'COUPON', id: idOf('coupon', couponId) };
  if (campaignId) return { kind: 'CAMPAIGN', id: idOf('campaign', campaignId) };
  if (templateId) return { kind: 'TEMPLATE', id: idOf('template', templateId) };
  return { kind: 'TENANT', id: null };
}

function readWindow({ window, zone, windowSeconds }: StoredLimit): LimitWindow {
  if (window === 'LIFETIME') return { kind: 'LIFETIME' };
  if (window === 'ROLLING') return { kind: 'ROLLING', seconds: windowSeconds! };
  return { kind: window as 'HOUR' | 'DAY' | 'WEEK' | 'MONTH', zone: zone! };
}

/** A counter as the database keeps it. */
export interface StoredCounter {
  readonly limitId: string;
  readonly key: string;
  readonly windowStart: Instant;
  readonly used: Whole;
  readonly steps: unknown;
}

export const readCounter = (row: StoredCounter): Counter => ({
  limitId: idOf('limit', row.limitId),
  key: row.key,
  windowStart: new Date(row.windowStart),
  used: BigInt(row.used),
  steps: row.steps ? readSteps(row.steps as Record<string, Whole>) : null,
});

const readSteps = (steps: Readonly<Record<string, Whole>>): Record<string, bigint> =>
  Object.fromEntries(Object.entries(steps).map(([start, used]) => [start, BigInt(used)]));
