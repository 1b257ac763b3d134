import { compile } from '../conditions/compile.js';
import type { Condition } from '../conditions/core.js';
import { explain, type ClauseReport } from '../conditions/explain.js';
import type { Situation } from '../conditions/situation.js';
import type { Segment } from './core.js';
import { segmentKey } from './name.js';

/**
 * Whether the customer of a situation belongs to a segment. `isListed`: whether any of the customer's identities is listed
 * in it; asked only of a segment that is a list.
 */
export const isMember = (
  { condition }: Pick<Segment, 'condition'>,
  isListed: () => boolean,
  situation: Situation,
): boolean => (condition ? compile(condition).test(situation) : isListed());

/** What conditions on an order ask of segments, by their names. */
export interface Segments {
  /** Whether the customer of a situation belongs to one. */
  readonly isIn: (name: string, situation: Situation) => boolean;
  /** What makes somebody a member; null of one that is a list, or of which nothing is known. */
  readonly conditionOf: (name: string) => Condition | null;
}

/** Where there are none. */
export const noSegments: Segments = { isIn: () => false, conditionOf: () => null };

/** Of a segment that is not among these nobody is a member. */
export function membershipIn(
  segments: readonly Segment[],
  isListedIn: (id: Segment['id']) => boolean,
): Segments {
  const byKey = new Map(segments.map((segment) => [segmentKey(segment.name), segment]));
  return {
    isIn(name, situation) {
      const segment = byKey.get(segmentKey(name));
      return segment !== undefined && isMember(segment, () => isListedIn(segment.id), situation);
    },
    conditionOf: (name) => byKey.get(segmentKey(name))?.condition ?? null,
  };
}

/** Whether somebody belongs to a segment, and why. */
export interface Membership {
  readonly segment: Segment;
  readonly isMember: boolean;
  /** All identities by which the customer is known. */
  readonly identities: readonly string[];
  /** Those of them that are listed. */
  readonly listed: readonly string[];
  /** How each clause of the condition fared; none where members are listed. */
  readonly clauses: readonly ClauseReport[];
}

/** What is known where somebody is asked about without an order: the customer and the moment. */
const situationOf = ({ now, profile }: Pick<Situation, 'now' | 'profile'>): Situation => ({
  now,
  profile,
  // No segment's condition asks for any of these.
  currency: 'XXX',
  taxBasis: null,
  totalMinor: 0n,
  items: null,
  channel: null,
  shippingCountry: null,
  paymentMethod: null,
  attributes: {},
  metadata: {},
  isIn: () => false,
});

export function membershipOf(
  segment: Segment,
  identities: readonly string[],
  listed: readonly string[],
  customer: Pick<Situation, 'now' | 'profile'>,
): Membership {
  const situation = situationOf(customer);
  return {
    segment,
    isMember: isMember(segment, () => listed.length > 0, situation),
    identities,
    listed,
    clauses: segment.condition ? explain(segment.condition, situation) : [],
  };
}
