import { backoffMs, type Patience } from '../lib/backoff.js';
import type { Id } from '../lib/id.js';
import type { Fan } from './core.js';

/** Something sent for a fan, after commit and until it succeeds or is given up. */
export interface Delivery {
  readonly id: Id<'delivery'>;
  readonly fanId: Fan['id'];
  readonly kind: DeliveryKind;
  readonly status: DeliveryStatus;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly createdAt: Date;
  readonly deliveredAt: Date | null;
}

export type DeliveryKind = 'VERIFICATION_EMAIL' | 'VERIFIER_CALL' | 'CODE_HANDOVER';

export type DeliveryStatus = 'PENDING' | 'DELIVERED' | 'FAILED';

/** Who does not find the e-mail signs up again: not more often than this does that send it once more. */
const resendAfterMs = 60_000;

/**
 * Whether the token is to be sent once more. Not while it waits in the queue, where it may have to wait for a mail
 * server that is down: all of it would arrive together.
 */
export const isResendDue = (last: Delivery | null, now: Date): boolean =>
  last === null || (last.status !== 'PENDING' && now.getTime() - last.createdAt.getTime() >= resendAfterMs);

/** What came of an attempt; `retryAfterMs` is what the receiver asks for, if it does. */
export type Attempt =
  | { readonly isOk: true }
  | { readonly isOk: false; readonly problem: string; readonly retryAfterMs: number | null };

export interface Attempted {
  readonly delivery: Delivery;
  /** How long to wait before the next attempt; null if there is none. */
  readonly nextAfterMs: number | null;
}

/** The delivery after an attempt; `chance` from 0 to 1 spreads what failed together. */
export function attempted(
  before: Delivery,
  attempt: Attempt,
  patience: Patience,
  chance: number,
  now: Date,
): Attempted {
  const attempts = before.attempts + 1;
  if (attempt.isOk) {
    return {
      delivery: { ...before, attempts, status: 'DELIVERED', lastError: null, deliveredAt: now },
      nextAfterMs: null,
    };
  }
  const delivery = { ...before, attempts, lastError: attempt.problem };
  if (attempts >= patience.attemptsMax)
    return { delivery: { ...delivery, status: 'FAILED' }, nextAfterMs: null };
  return {
    delivery,
    nextAfterMs: Math.max(backoffMs(attempts, patience, chance), attempt.retryAfterMs ?? 0),
  };
}
