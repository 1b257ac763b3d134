import type { Id } from '../lib/id.js';
import type { Failure } from '../lib/outcome.js';

export interface SegmentNotFound extends Failure<'SegmentNotFound'> {
  /** The id or the name that was sent. */
  readonly sought: string;
}
/** `hint`: a sentence that says what may have been meant, or nothing. */
export const segmentNotFound = (sought: string, hint = ''): SegmentNotFound => ({
  failure: 'SegmentNotFound',
  message: `There is no segment "${sought}".${hint}`,
  sought,
});

export interface SegmentNameTaken extends Failure<'SegmentNameTaken'> {
  readonly name: string;
}
export const segmentNameTaken = (name: string): SegmentNameTaken => ({
  failure: 'SegmentNameTaken',
  message: `Another segment has the name "${name}".`,
  name,
});

/** A rule whose condition asks for a segment. */
export interface SegmentUse {
  readonly ruleId: Id<'rule'>;
  readonly ruleName: string;
}

export interface SegmentInUse extends Failure<'SegmentInUse'> {
  /** The first of them. */
  readonly uses: readonly SegmentUse[];
}
export const segmentInUse = (name: string, uses: readonly SegmentUse[]): SegmentInUse => ({
  failure: 'SegmentInUse',
  message: `Rules ask for the segment "${name}": ${uses.map(({ ruleName }) => `"${ruleName}"`).join(', ')}.`,
  uses,
});

export interface SegmentNotListed extends Failure<'SegmentNotListed'> {
  readonly segmentId: Id<'segment'>;
}
export const segmentNotListed = ({ id, name }: { id: Id<'segment'>; name: string }): SegmentNotListed => ({
  failure: 'SegmentNotListed',
  message: `Who belongs to the segment "${name}" follows from its condition, so nobody is listed in it.`,
  segmentId: id,
});
