export interface Patience {
  /** Before the second attempt; doubled with each further one. */
  readonly firstDelayMs: number;
  readonly maxDelayMs: number;
  readonly attemptsMax: number;
}

/** 32 attempts: within a minute four, within an hour ten, then every four hours, for about three days in all. */
export const threeDays: Patience = { firstDelayMs: 5_000, maxDelayMs: 4 * 60 * 60 * 1_000, attemptsMax: 32 };

/**
 * How long to wait after so many attempts. Up to a fifth is taken off by chance (0 to 1), so that what failed
 * together does not come back together.
 */
export function backoffMs(attempts: number, { firstDelayMs, maxDelayMs }: Patience, chance: number): number {
  const full = Math.min(maxDelayMs, firstDelayMs * 2 ** (attempts - 1));
  return Math.round(full * (1 - chance / 5));
}
