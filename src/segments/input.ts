import { z } from 'zod';
import type { Condition } from '../conditions/core.js';
import {
  conditionFields,
  conditionPatchFields,
  givenCondition,
  type GivenCondition,
} from '../conditions/given.js';
import { customerInput, identitiesOf, type Identity } from '../customers/identity.js';
import { profileOrUnknown } from '../customers/profile.js';
import type { Id } from '../lib/id.js';
import { customerId } from '../lib/customer-id.js';
import { invalidInput, none, text, within, type InvalidInput } from '../lib/input.js';
import { isFailure } from '../lib/outcome.js';
import { patched } from '../lib/patch.js';
import type { Segment } from './core.js';
import { foreignClauses } from './facts.js';
import { segmentName } from './name.js';

const description = text(0, 1_000);

/** GraphQL's `CreateSegmentInput`, checked but for what its condition says. */
export const newSegment = z.object({
  name: segmentName,
  description: none(description),
  ...conditionFields,
});

/** GraphQL's `SegmentPatch`, likewise. */
export const segmentPatch = z.object({
  description: description.nullable().optional(),
  ...conditionPatchFields,
});

/** The condition that was given, if it asks only what a segment may ask; null if there is none. */
export function segmentCondition(input: GivenCondition): Condition | null | InvalidInput {
  const given = givenCondition(input);
  if (given === null || isFailure(given)) return given;
  const [first, ...others] = foreignClauses(given.condition, given.given);
  return first ? within(given.place, invalidInput([first, ...others])) : given.condition;
}

export interface Birth {
  readonly id: Id<'segment'>;
  readonly now: Date;
}

export const createdSegment = (
  { name, description }: z.output<typeof newSegment>,
  condition: Condition | null,
  { id, now }: Birth,
): Segment => ({ id, name, description, condition, version: 1, createdAt: now, updatedAt: now });

/** Without a condition it keeps the one it has, or its list: which of the two it has never changes. */
export function patchedSegment(
  segment: Segment,
  patch: z.output<typeof segmentPatch>,
  condition: Condition | null,
  now: Date,
): Segment | InvalidInput {
  if (condition && !segment.condition) {
    const message = 'The members of this segment are listed. For those of a condition make another.';
    return invalidInput([{ path: ['condition'], message }]);
  }
  return {
    ...segment,
    description: patched(segment.description, patch.description),
    condition: condition ?? segment.condition,
    version: segment.version + 1,
    updatedAt: now,
  };
}

const maxIdentities = 1_000;
const maxCustomers = 100;
const maxSegments = 20;

/** GraphQL's `[IdentityInput!]!`: each is one identity. */
export const listedIdentities = z
  .array(customerInput.transform(([identity]) => identity!))
  .min(1, 'Expected at least one identity.')
  .max(maxIdentities, `Expected up to ${maxIdentities} identities.`);

/** GraphQL's `SegmentByInput`, of which exactly one is given. */
const segmentBy = z
  .object({ id: z.string().nullish(), name: z.string().nullish() })
  .transform(({ id, name }): SegmentBy => (id != null ? { kind: 'ID', id } : { kind: 'NAME', name: name! }));

/** By what a segment is asked for. */
export type SegmentBy =
  { readonly kind: 'ID'; readonly id: string } | { readonly kind: 'NAME'; readonly name: string };

const someCustomer = z
  .object({
    customerId: none(customerId),
    customer: customerInput.nullish(),
    profile: profileOrUnknown,
  })
  .transform(({ profile, ...named }, context): AskedCustomer => {
    const identities = identitiesOf(named);
    if (!isFailure(identities)) return { identities, profile };
    for (const { path, message } of identities.problems) {
      context.addIssue({ code: 'custom', path, message });
    }
    return z.NEVER;
  });

/** Whose membership is asked for. */
interface AskedCustomer {
  readonly identities: readonly Identity[];
  readonly profile: z.output<typeof profileOrUnknown>;
}

const moment = { at: none(z.date()) };

/** GraphQL's `EvaluateSegmentInput`. */
export const oneEvaluation = z
  .object({ segment: segmentBy, ...moment })
  .and(someCustomer)
  .transform(({ segment, at, ...customer }): Evaluation => ({
    segments: [segment],
    customers: [customer],
    at,
  }));

/** GraphQL's `EvaluateSegmentsInput`. */
export const evaluation = z.object({
  segments: z
    .array(segmentBy)
    .min(1, 'Expected at least one segment.')
    .max(maxSegments, `Expected up to ${maxSegments} segments.`),
  customers: z
    .array(someCustomer)
    .min(1, 'Expected at least one customer.')
    .max(maxCustomers, `Expected up to ${maxCustomers} customers.`),
  ...moment,
});

/** Which memberships are asked for. */
export type Evaluation = z.output<typeof evaluation>;
