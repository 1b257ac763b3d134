import type { Id } from '../lib/id.js';
import type { Limit, LimitRule, LimitWindow } from './core.js';
import { spanAt } from './window.js';

/** What limits measure of one use of a coupon. */
export interface Use {
  readonly at: Date;
  /** Under which the customer is counted; null if nobody said who it is. */
  readonly customer: string | null;
  readonly channel: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly uses: bigint;
  readonly currency: string;
  /** Off items and shipping together. */
  readonly discountMinor: bigint;
  /** What the items cost before the discount. */
  readonly orderMinor: bigint;
}

/** As much of a use as tells where it is counted. */
export type Place = Pick<Use, 'at' | 'customer' | 'channel' | 'attributes'>;

/** Where one limit counts one use. */
export interface CounterKey {
  readonly limitId: Id<'limit'>;
  /** The customer, the channel or the attribute's value; empty for everyone, and where none was said. */
  readonly key: string;
  /** The epoch where windows do not begin anew. */
  readonly windowStart: Date;
}

/** What is used of a limit by one key in one window. */
export interface Counter extends CounterKey {
  readonly used: bigint;
  /** Of a rolling window: what was used in each of its steps, by the second at which the step began. */
  readonly steps: Readonly<Record<string, bigint>> | null;
}

export const counterName = ({ limitId, key, windowStart }: CounterKey): string =>
  `${limitId} ${windowStart.getTime()} ${key}`;

const keyOf = ({ per }: Limit, { customer, channel, attributes }: Place): string => {
  switch (per.kind) {
    case 'EVERYONE':
      return '';
    case 'CUSTOMER':
      return customer ?? '';
    case 'CHANNEL':
      return channel ?? '';
    case 'ATTRIBUTE':
      return Object.hasOwn(attributes, per.name) ? attributes[per.name]! : '';
  }
};

const epoch = new Date(0);

/** The span that a window is in, where windows begin anew; null where they do not. */
const spanOf = (window: LimitWindow, at: Date) =>
  window.kind === 'LIFETIME' || window.kind === 'ROLLING' ? null : spanAt(window, at);

/** Since when is counted what a window holds at an instant; null for all time. */
export const beginOf = (window: LimitWindow, now: Date): Date | null =>
  window.kind === 'ROLLING'
    ? new Date(now.getTime() - window.seconds * 1_000)
    : (spanOf(window, now)?.from ?? null);

/** When the window begins anew; null where it does not. */
export const resetOf = (window: LimitWindow, now: Date): Date | null => spanOf(window, now)?.until ?? null;

export function counterOf(limit: Limit, place: Place): CounterKey {
  const windowStart = spanOf(limit.window, place.at)?.from ?? epoch;
  return { limitId: limit.id, key: keyOf(limit, place), windowStart };
}

export const emptyCounter = (limit: Limit, key: CounterKey): Counter => ({
  ...key,
  used: 0n,
  steps: limit.window.kind === 'ROLLING' ? {} : null,
});

/** What is used under a key that stands for several, of which these are the counters: as linking customers adds them. */
export const addedUp = (limit: Limit, key: CounterKey, counters: readonly Counter[]): Counter =>
  counters.reduce(
    (sum, { used, steps }) => {
      const added = sum.steps && { ...sum.steps };
      for (const [start, amount] of Object.entries(steps ?? {}))
        added![start] = (added![start] ?? 0n) + amount;
      return { ...key, used: sum.used + used, steps: added };
    },
    emptyCounter(limit, key),
  );

/** What a use comes to in the limit's measure: nothing if that is money, and the use is in another currency. */
export function amountOf({ measure, currency }: Limit, use: Use): bigint {
  if (currency !== null && currency !== use.currency) return 0n;
  switch (measure) {
    case 'USES':
      return use.uses;
    case 'DISCOUNT':
      return use.discountMinor;
    case 'ORDER_VALUE':
      return use.orderMinor;
  }
}

/**
 * A rolling window moves in sixty steps, so that what was used is kept as sixty sums and not as a list of uses. A use
 * leaves the window once the whole of its step has: it counts for a sixtieth longer at most, and never shorter.
 */
const stepsOfWindow = 60;
export const stepSeconds = (seconds: number) => Math.max(1, Math.floor(seconds / stepsOfWindow));
const stepAt = (seconds: number, at: Date): string => {
  const step = stepSeconds(seconds);
  return String(Math.floor(at.getTime() / 1_000 / step) * step);
};

/** The counter as it stands at an instant: of a rolling window, without what has left it. */
export function countedAt({ window }: Limit, counter: Counter, now: Date): Counter {
  if (window.kind !== 'ROLLING') return counter;
  const begin = now.getTime() / 1_000 - window.seconds;
  const step = stepSeconds(window.seconds);
  const steps = Object.entries(counter.steps ?? {}).filter(
    ([start, used]) => Number(start) + step > begin && used !== 0n,
  );
  return {
    ...counter,
    steps: Object.fromEntries(steps),
    used: steps.reduce((sum, [, used]) => sum + used, 0n),
  };
}

/** The counter after so much more, or, below zero, less was used at an instant. */
export function counted({ window }: Limit, counter: Counter, amount: bigint, at: Date): Counter {
  if (window.kind !== 'ROLLING') return { ...counter, used: counter.used + amount };
  const start = stepAt(window.seconds, at);
  const before = counter.steps?.[start];
  // What has left the window is not there to be given back.
  if (amount < 0n && before === undefined) return counter;
  return {
    ...counter,
    used: counter.used + amount,
    steps: { ...counter.steps, [start]: (before ?? 0n) + amount },
  };
}

/** How much of an amount is let pass only by the limit's over-run; null if it is not let pass. */
export function overrunOf({ ceiling, overrun }: Limit, used: bigint, amount: bigint): bigint | null {
  const after = used + amount;
  if (after <= ceiling || amount === 0n) return 0n;
  if (after > ceiling + overrun) return null;
  return after - (used > ceiling ? used : ceiling);
}

export const leftOf = ({ ceiling }: LimitRule, used: bigint): bigint =>
  used >= ceiling ? 0n : ceiling - used;
