import type { LimitRule } from './core.js';

/**
 * The currencies in which money is limited as it is by this limit, its own first: its target has, for each, a limit that is
 * like it in all but the amount. None for a limit of uses.
 */
export function currenciesLimitedAs(limit: LimitRule, limits: readonly LimitRule[]): string[] {
  if (limit.currency === null) return [];
  const found = new Set([limit.currency]);
  for (const other of limits) if (other.currency !== null && isAlike(limit, other)) found.add(other.currency);
  return [...found];
}

/** Shops in several countries have several clocks, so a day is a day in any zone. */
function isAlike({ target, per, window, measure }: LimitRule, other: LimitRule): boolean {
  return (
    measure === other.measure &&
    target.kind === other.target.kind &&
    target.id === other.target.id &&
    per.kind === other.per.kind &&
    (per.kind !== 'ATTRIBUTE' || per.name === (other.per as typeof per).name) &&
    window.kind === other.window.kind &&
    (window.kind !== 'ROLLING' || window.seconds === (other.window as typeof window).seconds)
  );
}
