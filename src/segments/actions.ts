import { announce } from '../audit/actions.js';
import { suggestion } from '../conditions/suggestion.js';
import { jsonOfCondition } from '../conditions/json.js';
import { comparedIdentities, findKnownIdentities } from '../customers/actions.js';
import type { TooManyIdentities } from '../customers/errors.js';
import { distinct } from '../lib/distinct.js';
import { parseInput, within, type Unchecked } from '../lib/input.js';
import { isFailure } from '../lib/outcome.js';
import type { Page, PageArguments } from '../lib/page.js';
import { saysNothing, type VersionedPatch } from '../lib/patch.js';
import { createRemembered, type Versioned } from '../lib/remembered.js';
import { versionConflict } from '../lib/version.js';
import { mutation, type MutationInput } from '../platform/idempotency.js';
import type { Scope } from '../platform/scope.js';
import type { Segment, SegmentMember } from './core.js';
import { segmentInUse, segmentNotFound, segmentNotListed, type SegmentNotFound } from './errors.js';
import {
  createdSegment,
  evaluation,
  listedIdentities,
  newSegment,
  oneEvaluation,
  patchedSegment,
  segmentCondition,
  segmentPatch,
  type Evaluation,
  type SegmentBy,
} from './input.js';
import { newestFirst, type SegmentFilter, type SegmentOrder } from './list.js';
import { membershipIn, membershipOf, noSegments, type Membership, type Segments } from './membership.js';
import { segmentKey } from './name.js';
import * as store from './store.js';

export const findSegment = (scope: Scope, id: string): Promise<Segment | null> => store.find(scope, id);

export const findSegmentByName = async (scope: Scope, name: string): Promise<Segment | null> =>
  (await store.findMany(scope, { names: [name] }))[0] ?? null;

const known = createRemembered<Segment>(5_000);

/** The segments at these versions, or as they are by now. */
export const segmentsAt = (scope: Scope, sought: readonly Versioned<Segment['id']>[]): Promise<Segment[]> =>
  known(sought, (ids) => store.findMany(scope, { ids }));

export const listSegments = (
  scope: Scope,
  filter: SegmentFilter,
  orderBy: SegmentOrder | null | undefined,
  page: PageArguments,
): Promise<Page<Segment>> => store.list(scope, filter, orderBy ?? newestFirst, page);

export const listMembers = (
  scope: Scope,
  segment: Segment,
  page: PageArguments,
): Promise<Page<SegmentMember>> => store.listMembers(scope, segment, page);

/** A segment as the audit log shows it: its condition as it is written. */
const told = (segment: Segment) => ({
  ...segment,
  condition: segment.condition && jsonOfCondition(segment.condition),
});

export const createSegment = mutation('createSegment', async (scope, input: MutationInput & Unchecked) => {
  const checked = parseInput(newSegment, input);
  if (isFailure(checked)) return checked;
  const condition = segmentCondition(checked);
  if (isFailure(condition)) return condition;

  const birth = { id: scope.newId('segment'), now: scope.now() };
  const segment = await store.insert(scope, createdSegment(checked, condition, birth));
  if (isFailure(segment)) return segment;
  const targetId = segment.id;
  await announce(scope, { action: 'segment.created', targetId, before: null, after: told(segment) });
  return segment;
});

export const updateSegment = mutation(
  'updateSegment',
  async (scope, input: MutationInput & VersionedPatch) => {
    const patch = within('patch', parseInput(segmentPatch, input.patch));
    if (isFailure(patch)) return patch;
    const condition = within('patch', segmentCondition(patch));
    if (isFailure(condition)) return condition;

    const before = await store.lock(scope, input.id);
    if (!before) return segmentNotFound(input.id);
    if (before.version !== input.version) return versionConflict(input.version, before.version);
    if (saysNothing(input.patch)) return before;

    const after = within('patch', patchedSegment(before, patch, condition, scope.now()));
    if (isFailure(after)) return after;
    await store.save(scope, after);
    const targetId = after.id;
    await announce(scope, { action: 'segment.updated', targetId, before: told(before), after: told(after) });
    return after;
  },
);

export const deleteSegment = mutation(
  'deleteSegment',
  async (scope, input: MutationInput & { readonly id: string }) => {
    const before = await store.lock(scope, input.id);
    if (!before) return segmentNotFound(input.id);
    const uses = await store.findUses(scope, before);
    if (uses.length > 0) return segmentInUse(before.name, uses);

    await store.erase(scope, before);
    const targetId = before.id;
    await announce(scope, { action: 'segment.deleted', targetId, before: told(before), after: null });
    return { segmentId: before.id };
  },
);

interface ChangeMembers extends MutationInput {
  readonly segmentId: string;
  readonly identities: readonly Unchecked[];
}

/** Changes who is listed, and answers how many of the identities made a difference. */
const memberAction = (
  operation: string,
  event: string,
  change: typeof store.addMembers,
  shown: (changed: readonly string[]) => { readonly before: object; readonly after: object },
) =>
  mutation(operation, async (scope, input: ChangeMembers) => {
    const checked = within('identities', parseInput(listedIdentities, input.identities));
    if (isFailure(checked)) return checked;
    // Who is listed is no part of the segment's own row: several may change it at once.
    const segment = await store.hold(scope, input.segmentId);
    if (!segment) return segmentNotFound(input.segmentId);
    if (segment.condition) return segmentNotListed(segment);

    const changed = await change(scope, segment, await comparedIdentities(scope, checked));
    if (changed.length > 0) await announce(scope, { action: event, targetId: segment.id, ...shown(changed) });
    return { segment, count: changed.length };
  });

export const addSegmentMembers = memberAction(
  'addSegmentMembers',
  'segment.members_added',
  store.addMembers,
  (members) => ({ before: { members: [] }, after: { members } }),
);

export const removeSegmentMembers = memberAction(
  'removeSegmentMembers',
  'segment.members_removed',
  store.removeMembers,
  (members) => ({ before: { members }, after: { members: [] } }),
);

/** Whether one customer belongs to one segment, and why. */
export async function evaluateSegment(scope: Scope, input: Unchecked) {
  const checked = parseInput(oneEvaluation, input);
  if (isFailure(checked)) return checked;
  const evaluated = await evaluate(scope, checked);
  return isFailure(evaluated) ? evaluated : evaluated[0]![0]!;
}

/** Whether each of these customers belongs to each of these segments, and why. */
export async function evaluateSegments(scope: Scope, input: Unchecked) {
  const checked = parseInput(evaluation, input);
  return isFailure(checked) ? checked : evaluate(scope, checked);
}

/** By four queries, however many are asked about. */
async function evaluate(
  scope: Scope,
  asked: Evaluation,
): Promise<Membership[][] | SegmentNotFound | TooManyIdentities> {
  const segments = await findAsked(scope, asked.segments);
  if (isFailure(segments)) return segments;

  const people = asked.customers.map(({ identities }) => identities);
  const known = await findKnownIdentities(scope, people);
  if (isFailure(known)) return known;
  const listed = await findListed(scope, segments, known);
  const now = asked.at ?? scope.now();
  return asked.customers.map(({ profile }, index) =>
    segments.map((segment) => {
      const identities = known[index]!;
      const own = identities.filter((identity) => listed.get(segment.id)?.has(identity));
      return membershipOf(segment, identities, own, { profile, now });
    }),
  );
}

/** How conditions ask whether a customer belongs to a segment of these names: three queries at most, and none without. */
export async function findMembership(
  scope: Scope,
  names: readonly string[],
  identities: readonly string[],
): Promise<Segments | SegmentNotFound | TooManyIdentities> {
  if (names.length === 0) return noSegments;
  const asked = names.map((name) => ({ kind: 'NAME', name }) as const);
  const segments = await findAsked(scope, asked);
  if (isFailure(segments)) return segments;
  const known = await findKnownIdentities(scope, [identities]);
  if (isFailure(known)) return known;
  const listed = await findListed(scope, segments, known);
  return membershipIn(segments, (id) => (listed.get(id)?.size ?? 0) > 0);
}

/** The segments in the order in which they were asked for. */
async function findAsked(scope: Scope, asked: readonly SegmentBy[]): Promise<Segment[] | SegmentNotFound> {
  const found = await store.findMany(scope, {
    ids: asked.flatMap((by) => (by.kind === 'ID' ? by.id : [])),
    names: asked.flatMap((by) => (by.kind === 'NAME' ? by.name : [])),
  });
  const segments: Segment[] = [];
  for (const by of asked) {
    const segment = found.find(({ id, name }) =>
      by.kind === 'ID' ? id === by.id : segmentKey(name) === segmentKey(by.name),
    );
    if (segment) segments.push(segment);
    else return by.kind === 'ID' ? segmentNotFound(by.id) : notFoundByName(scope, by.name);
  }
  return segments;
}

const notFoundByName = async (scope: Scope, name: string): Promise<SegmentNotFound> =>
  segmentNotFound(name, suggestion(name, await store.someNames(scope)));

/** Which of these people's identities are listed, by segment. */
async function findListed(scope: Scope, segments: readonly Segment[], known: readonly string[][]) {
  const lists = segments.filter(({ condition }) => !condition).map(({ id }) => id);
  const listed = new Map<Segment['id'], Set<string>>(lists.map((id) => [id, new Set()]));
  if (lists.length === 0) return listed;
  for (const { segmentId, identity } of await store.findListed(scope, lists, distinct(known.flat()))) {
    listed.get(segmentId)!.add(identity);
  }
  return listed;
}

/**
 * The segments that a condition names, all of them there; none is deleted until the transaction under way ends.
 * Whoever stores the condition keeps which they are.
 */
export async function holdSegments(
  scope: Scope,
  names: readonly string[],
): Promise<Segment[] | SegmentNotFound> {
  return names.length === 0 ? [] : allNamed(scope, names, await store.holdNamed(scope, names));
}

/** The same for somebody who stores nothing: nobody is kept from deleting them. */
export async function findSegmentsNamed(
  scope: Scope,
  names: readonly string[],
): Promise<Segment[] | SegmentNotFound> {
  return names.length === 0 ? [] : allNamed(scope, names, await store.findMany(scope, { names }));
}

async function allNamed(
  scope: Scope,
  names: readonly string[],
  segments: Segment[],
): Promise<Segment[] | SegmentNotFound> {
  const keys = new Set(segments.map(({ name }) => segmentKey(name)));
  const missing = names.find((name) => !keys.has(segmentKey(name)));
  return missing === undefined ? segments : notFoundByName(scope, missing);
}

/** Whether one of these people, by their identities as they are here, is listed in one of these segments. */
export async function findListings(
  scope: Scope,
  segments: readonly Segment[],
  people: readonly (readonly string[])[],
): Promise<((id: Segment['id'], identities: readonly string[]) => boolean) | TooManyIdentities> {
  if (segments.every(({ condition }) => condition)) return () => false;
  const known = await findKnownIdentities(scope, people);
  if (isFailure(known)) return known;
  const listed = await findListed(scope, segments, known);
  // An id may have spaces, and whatever else.
  const person = (identities: readonly string[]) => JSON.stringify(identities);
  const identitiesOf = new Map(people.map((identities, index) => [person(identities), known[index]!]));
  return (id, identities) =>
    identitiesOf.get(person(identities))?.some((identity) => listed.get(id)?.has(identity)) ?? false;
}
