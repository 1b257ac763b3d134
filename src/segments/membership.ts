import { compile } from '../conditions/compile.js';
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

/** Whether the customer of a situation is in a segment of a name. */
export type MembershipOf = (name: string, situation: Situation) => boolean;

/** What conditions on an order ask. Of a segment that is not among these nobody is a member. */
export function membershipIn(
  segments: readonly Segment[],
  isListedIn: (id: Segment['id']) => boolean,
): MembershipOf {
  const byKey = new Map(segments.map((segment) => [segmentKey(segment.name), segment]));
  return (name, situation) => {
    const segment = byKey.get(segmentKey(name));
    return segment !== undefined && isMember(segment, () => isListedIn(segment.id), situation);
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
