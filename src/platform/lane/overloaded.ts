import { perMs, type Rate } from '../../lib/rate.js';

const minMs = 100;
const maxMs = 10_000;

/** Too much waits already: refused at once, and not begun. */
export class Overloaded extends Error {
  /** How long what waits is likely to take: what comes back earlier would only be refused again. */
  readonly retryAfterMs: number;

  constructor(waiting: number, answered: Rate) {
    super('Too many requests are waiting.');
    const likelyMs = Math.ceil(waiting / perMs(answered, performance.now()));
    this.retryAfterMs = Math.min(maxMs, Math.max(minMs, likelyMs));
  }
}
