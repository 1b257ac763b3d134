import { compile } from '../conditions/compile.js';
import { explain, type ClauseReport } from '../conditions/explain.js';
import type { Situation } from '../conditions/situation.js';
import type { Segment } from './core.js';
import { segmentKey } from './name.js';

/** What a segment's condition sees: the customer and the moment. */
type OfCustomer = Pick<Situation, 'now' | 'profile'>;

/** The rest of a situation, of which no segment's condition asks anything. */
const nothingElse: Omit<Situation, keyof OfCustomer> = {
  currency: 'XXX',
  totalMinor: 0n,
  items: null,
  channel: null,
  shippingCountry: null,
  paymentMethod: null,
  attributes: {},
  metadata: {},
  isIn: () => false,
};

/** Whether a customer belongs to a segment. `isListed`: whether any of the customer's identities is listed in it. */
export const isMember = (
  { condition }: Pick<Segment, 'condition'>,
  isListed: boolean,
  { now, profile }: OfCustomer,
): boolean => (condition ? compile(condition).test({ ...nothingElse, now, profile }) : isListed);

/** Whether the customer of a situation is in a segment of a name. */
export type MembershipOf = (name: string, customer: OfCustomer) => boolean;

/** What conditions on an order ask. Of a segment that is not among these nobody is a member. */
export function membershipIn(
  segments: readonly Segment[],
  isListedIn: (id: Segment['id']) => boolean,
): MembershipOf {
  const byKey = new Map(segments.map((segment) => [segmentKey(segment.name), segment]));
  return (name, customer) => {
    const segment = byKey.get(segmentKey(name));
    return segment !== undefined && isMember(segment, isListedIn(segment.id), customer);
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

export const membershipOf = (
  segment: Segment,
  identities: readonly string[],
  listed: readonly string[],
  customer: OfCustomer,
): Membership => ({
  segment,
  isMember: isMember(segment, listed.length > 0, customer),
  identities,
  listed,
  clauses: segment.condition ? explain(segment.condition, { ...nothingElse, ...customer }) : [],
});
