import type { FanStatus } from './core.js';

/** Which fans a list holds. Everything given must hold. */
export interface FanFilter {
  readonly brandId?: string | null | undefined;
  readonly status?: FanStatus | null | undefined;
  readonly email?: string | null | undefined;
}
