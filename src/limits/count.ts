import type { Id } from '../lib/id.js';
import type { Limit, LimitRule, LimitWindow } from './core.js';
import { leavingsOf, stepAt, stepsWithin, type Steps } from './rolling.js';
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

/** What is used of a limit. */
export interface Standing {
  readonly used: bigint;
  /** Of a rolling window, when; null of the others. */
  readonly steps: Steps | null;
}

/** What is used of a limit by one key in one window. */
export interface Counter extends CounterKey, Standing {}

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

/**
 * When less is used without anybody's doing: when the window begins anew, or, of a rolling one, when what was used first
 * leaves it. Null where neither comes.
 */
export function resetOf({ window }: Pick<Limit, 'window'>, { steps }: Standing, now: Date): Date | null {
  if (window.kind !== 'ROLLING') return spanOf(window, now)?.until ?? null;
  const [first] = leavingsOf(window.seconds, steps ?? {});
  return first ? new Date(first.at) : null;
}

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

/** What is used as it stands at an instant: of a rolling window, without what has left it. */
export function countedAt<Counted extends Standing>(
  { window }: Pick<Limit, 'window'>,
  counter: Counted,
  now: Date,
): Counted {
  if (window.kind !== 'ROLLING') return counter;
  const steps = stepsWithin(window.seconds, counter.steps ?? {}, now);
  return {
    ...counter,
    steps: Object.fromEntries(steps),
    used: steps.reduce((sum, [, used]) => sum + used, 0n),
  };
}

/** What is used now as it will stand later, if nothing is used meanwhile. */
export function countedLater<Counted extends Standing>(
  limit: Pick<Limit, 'window'>,
  counter: Counted,
  now: Date,
  later: Date,
): Counted {
  const anew = spanOf(limit.window, now)?.until;
  return anew && anew <= later ? { ...counter, used: 0n } : countedAt(limit, counter, later);
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

/**
 * From when on a use of so much is let pass that is not yet, if nothing is used meanwhile: of a rolling window as soon as
 * enough has left it. Where a window begins anew it is then, however much is asked. Null where that never comes.
 */
export function roomFrom(limit: Limit, counter: Standing, amount: bigint, now: Date): Date | null {
  const { window } = limit;
  if (window.kind !== 'ROLLING') return resetOf(limit, counter, now);
  let { used } = counter;
  for (const leaving of leavingsOf(window.seconds, counter.steps ?? {})) {
    used -= leaving.amount;
    if (overrunOf(limit, used, amount) !== null) return new Date(leaving.at);
  }
  return null;
}

export const leftOf = ({ ceiling }: LimitRule, used: bigint): bigint =>
  used >= ceiling ? 0n : ceiling - used;
