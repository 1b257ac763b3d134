import { jsonOfCondition } from '../conditions/json.js';
import { Prisma } from '../generated/prisma/client.js';
import { idOf, uuidOf, uuidOfAny } from '../lib/id.js';
import { literally } from '../lib/like.js';
import { keyset, orderOf, pageOf, type Order, type Page, type PageArguments } from '../lib/page.js';
import { jsonOrNull } from '../platform/database.js';
import { violatedConstraint } from '../platform/database-errors.js';
import { holdRow } from '../platform/rows.js';
import type { Scope } from '../platform/scope.js';
import type { Segment, SegmentMember } from './core.js';
import { segmentNameTaken, type SegmentNameTaken, type SegmentUse } from './errors.js';
import type { SegmentFilter, SegmentOrder } from './list.js';
import { segmentKey } from './name.js';
import { readSegment } from './stored.js';

const key = (scope: Scope, uuid: string) => ({ tenantId_id: { tenantId: uuidOf(scope.tenantId), id: uuid } });

function columns(segment: Segment) {
  const { id: _, condition, ...same } = segment;
  return {
    ...same,
    nameKey: segmentKey(segment.name),
    condition: jsonOrNull(condition && jsonOfCondition(condition)),
  };
}

export async function insert(scope: Scope, segment: Segment): Promise<Segment | SegmentNameTaken> {
  try {
    await scope.db.segment.create({
      data: { ...columns(segment), tenantId: uuidOf(scope.tenantId), id: uuidOf(segment.id) },
    });
    return segment;
  } catch (error) {
    if (violatedConstraint(error) === 'segments_name_taken') return segmentNameTaken(segment.name);
    throw error;
  }
}

export async function save(scope: Scope, segment: Segment): Promise<void> {
  await scope.db.segment.update({ where: key(scope, uuidOf(segment.id)), data: columns(segment) });
}

export async function erase(scope: Scope, segment: Segment): Promise<void> {
  await scope.db.segment.delete({ where: key(scope, uuidOf(segment.id)) });
}

export async function find(scope: Scope, id: string): Promise<Segment | null> {
  const uuid = uuidOfAny('segment', id);
  const row = uuid ? await scope.db.segment.findUnique({ where: key(scope, uuid) }) : null;
  return row && readSegment(row);
}

/** Finds a segment and holds its row until the transaction ends: no rule comes to name it meanwhile. */
export async function lock(scope: Scope, id: string): Promise<Segment | null> {
  const uuid = uuidOfAny('segment', id);
  if (!uuid) return null;
  await holdRow(scope, 'segments', uuid, 'UPDATE');
  return find(scope, id);
}

/** Those of these ids and of these names, however the names are spelled. */
export async function findMany(
  scope: Scope,
  { ids = [], names = [] }: { readonly ids?: readonly string[]; readonly names?: readonly string[] },
): Promise<Segment[]> {
  const rows = await scope.db.segment.findMany({
    where: {
      tenantId: uuidOf(scope.tenantId),
      OR: [
        { id: { in: ids.flatMap((id) => uuidOfAny('segment', id) ?? []) } },
        { nameKey: { in: names.map(segmentKey) } },
      ],
    },
  });
  return rows.map(readSegment);
}

/** Finds those of these names, and sees to it that none of them is deleted until the transaction ends. */
export async function holdNamed(scope: Scope, names: readonly string[]): Promise<Segment[]> {
  await scope.db.$queryRaw`
    SELECT 1 FROM segments
    WHERE tenant_id = ${uuidOf(scope.tenantId)}::uuid AND name_key = ANY (${names.map(segmentKey)}::text[])
    ORDER BY id FOR KEY SHARE`;
  return findMany(scope, { names });
}

/** Finds a segment, and sees to it that it is not deleted until the transaction ends; others may do so as well. */
export async function hold(scope: Scope, id: string): Promise<Segment | null> {
  const uuid = uuidOfAny('segment', id);
  if (!uuid) return null;
  await holdRow(scope, 'segments', uuid, 'KEY SHARE');
  return find(scope, id);
}

const maxNames = 1_000;

/** Some names of segments, all as a rule, to say which may have been meant. */
export async function someNames(scope: Scope): Promise<string[]> {
  const rows = await scope.db.segment.findMany({
    where: { tenantId: uuidOf(scope.tenantId) },
    select: { name: true },
    take: maxNames,
  });
  return rows.map(({ name }) => name);
}

const maxUses = 20;

/** Rules whose conditions ask for the segment: the first few, oldest first. */
export async function findUses(scope: Scope, segment: Segment): Promise<SegmentUse[]> {
  const rows = await scope.db.ruleSegment.findMany({
    where: { tenantId: uuidOf(scope.tenantId), segmentId: uuidOf(segment.id) },
    select: { rule: { select: { id: true, name: true } } },
    orderBy: { ruleId: 'asc' },
    take: maxUses,
  });
  return rows.map(({ rule }) => ({ ruleId: idOf('rule', rule.id), ruleName: rule.name }));
}

const columnOf = { CREATED_AT: 'id', NAME: 'name' } as const;

function matching(scope: Scope, { namePrefix, isListed }: SegmentFilter): Prisma.SegmentWhereInput {
  const conditions: Prisma.SegmentWhereInput[] = [];
  if (namePrefix != null) conditions.push({ nameKey: { startsWith: literally(segmentKey(namePrefix)) } });
  if (isListed != null)
    conditions.push({ condition: isListed ? { equals: Prisma.DbNull } : { not: Prisma.DbNull } });
  return { tenantId: uuidOf(scope.tenantId), AND: conditions };
}

export async function list(
  scope: Scope,
  filter: SegmentFilter,
  orderBy: SegmentOrder,
  page: PageArguments,
): Promise<Page<Segment>> {
  const order = orderOf(columnOf, orderBy);
  const { where, ...rest } = keyset(page, order);
  const rows = await scope.db.segment.findMany({ where: { AND: [matching(scope, filter), where] }, ...rest });
  return pageOf(rows, page, order, readSegment);
}

/** Lists identities, in one order whoever lists them; answers those that were not listed before. */
export async function addMembers(
  scope: Scope,
  segment: Segment,
  identities: readonly string[],
): Promise<string[]> {
  const added = await scope.db.$queryRaw<{ identity: string }[]>`
    INSERT INTO segment_members (tenant_id, segment_id, identity, added_at)
    SELECT ${uuidOf(scope.tenantId)}::uuid, ${uuidOf(segment.id)}::uuid, identity, ${scope.now()}::timestamptz
    FROM unnest(${identities}::text[]) AS identity
    ORDER BY identity
    ON CONFLICT DO NOTHING
    RETURNING identity`;
  return added.map(({ identity }) => identity).sort();
}

/** Takes identities off the list; answers those that were on it. */
export async function removeMembers(
  scope: Scope,
  segment: Segment,
  identities: readonly string[],
): Promise<string[]> {
  const removed = await scope.db.$queryRaw<{ identity: string }[]>`
    DELETE FROM segment_members
    WHERE tenant_id = ${uuidOf(scope.tenantId)}::uuid AND segment_id = ${uuidOf(segment.id)}::uuid
      AND identity = ANY (${identities}::text[])
    RETURNING identity`;
  return removed.map(({ identity }) => identity).sort();
}

export async function listMembers(
  scope: Scope,
  segment: Segment,
  page: PageArguments,
): Promise<Page<SegmentMember>> {
  const order: Order = { by: 'identity', tie: 'identity', direction: 'asc' };
  const { where, ...rest } = keyset(page, order);
  const rows = await scope.db.segmentMember.findMany({
    where: { AND: [{ tenantId: uuidOf(scope.tenantId), segmentId: uuidOf(segment.id) }, where] },
    ...rest,
  });
  return pageOf(rows, page, order, ({ identity, addedAt }) => ({ identity, addedAt }));
}

/** Which of these identities are listed in which of these segments. */
export async function findListed(
  scope: Scope,
  segmentIds: readonly Segment['id'][],
  identities: readonly string[],
): Promise<{ readonly segmentId: Segment['id']; readonly identity: string }[]> {
  const rows = await scope.db.$queryRaw<{ segmentId: string; identity: string }[]>`
    SELECT segment_id AS "segmentId", identity FROM segment_members
    WHERE tenant_id = ${uuidOf(scope.tenantId)}::uuid AND segment_id = ANY (${segmentIds.map(uuidOf)}::uuid[])
      AND identity = ANY (${identities}::text[])`;
  return rows.map(({ segmentId, identity }) => ({ segmentId: idOf('segment', segmentId), identity }));
}
