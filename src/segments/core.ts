import type { Condition } from '../conditions/core.js';
import type { Id } from '../lib/id.js';

/**
 * A named group of customers: those for whom a condition holds, or those who are listed. Which of the two never changes,
 * and neither does the name, since conditions bear it.
 */
export interface Segment {
  readonly id: Id<'segment'>;
  readonly name: string;
  readonly description: string | null;
  /** For whom it holds; null where the members are listed. */
  readonly condition: Condition | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Somebody who is listed, by one of their identities. */
export interface SegmentMember {
  readonly identity: string;
  readonly addedAt: Date;
}
