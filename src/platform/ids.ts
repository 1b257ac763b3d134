import { randomUUID } from 'node:crypto';
import { idOf } from '../lib/id.js';
import type { Scope } from './scope.js';

/** A clock that is set back by more is followed; otherwise ids wait for it. */
const patienceMs = 10_000;

/** As many as rand_a of a UUIDv7 can number. */
const perMillisecond = 2 ** 12;

/**
 * Ids that sort by a clock, and those of one millisecond by the order in which one process made them. It is to be the
 * database's clock: then a process whose own clock is slow makes no ids of a time that others have done with.
 */
export function createIds(now: () => Date): Scope['newId'] {
  let ms = 0;
  let order = 0;
  return (prefix) => {
    const current = now().getTime();
    if (current > ms || current < ms - patienceMs) {
      ms = current;
      order = 0;
    } else if (++order === perMillisecond) {
      ms++;
      order = 0;
    }
    const time = ms.toString(16).padStart(12, '0');
    const numbered = (0x7000 + order).toString(16);
    // The variant and the rest are by chance in every kind of UUID.
    return idOf(prefix, `${time.slice(0, 8)}-${time.slice(8)}-${numbered}${randomUUID().slice(18)}`);
  };
}
