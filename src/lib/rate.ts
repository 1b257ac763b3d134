const spanMs = 1_000;

/** How often something has happened of late: in this span of time and the one before. */
export interface Rate {
  before: { count: number; fromMs: number };
  now: { count: number; fromMs: number };
}

export const createRate = (nowMs: number): Rate => ({
  before: { count: 0, fromMs: nowMs },
  now: { count: 0, fromMs: nowMs },
});

export function countIn(rate: Rate, count: number, nowMs: number): void {
  if (nowMs - rate.now.fromMs >= spanMs) {
    rate.before = rate.now;
    rate.now = { count: 0, fromMs: nowMs };
  }
  rate.now.count += count;
}

export const perMs = ({ before, now }: Rate, nowMs: number): number =>
  (before.count + now.count) / Math.max(1, nowMs - before.fromMs);
