import { isStorable } from './json.js';
import { Malformed } from './malformed.js';

/** The four arguments of a list, as Relay names them. */
export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** A page of a list, in the shape that GraphQL shows. */
export interface Page<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/**
 * A list is ordered by one column and then by `tie`, which is unique. Ordered by `tie` alone if they are the same.
 * A column named `id` is one of UUIDs, others are of text.
 */
export interface Order {
  readonly by: string;
  /** Whether the column `by` is one of whole numbers. */
  readonly isNumeric?: boolean;
  readonly tie: string;
  readonly direction: 'asc' | 'desc';
}

/** How a caller wants a list ordered, as GraphQL says it. */
export interface OrderBy<Field extends string> {
  readonly field: Field;
  readonly direction: 'ASC' | 'DESC';
}

/** The order by the column that a field stands for. Ids sort by when they were made. */
export const orderOf = <Field extends string>(
  columns: Readonly<Record<Field, string>>,
  { field, direction }: OrderBy<Field>,
): Order => ({ by: columns[field], tie: 'id', direction: direction === 'ASC' ? 'asc' : 'desc' });

/** The query for a page: what a Prisma `findMany` takes, with one row more than asked to see whether more follows. */
export interface Keyset {
  readonly where: Record<string, unknown>;
  readonly orderBy: Record<string, 'asc' | 'desc'>[];
  readonly take: number;
}

const defaultSize = 20;
const maxSize = 100;

/** Where a row stands in a list, and by which column the list is ordered: other lists do not know the place. */
type Position = readonly [by: string, key: string | number, tie: string];

const encode = (position: Position): string => Buffer.from(JSON.stringify(position)).toString('base64url');

/** Cursors come from outside: what no row can hold must not get as far as the database. */
function decode(cursor: string, { by, tie, isNumeric = false }: Order): Position {
  const canHold = (column: string, value: unknown): value is string =>
    typeof value === 'string' && (column === 'id' ? uuid.test(value) : isStorable(value));
  try {
    const position: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(position) && position.length === 3 && position[0] === by && canHold(tie, position[2])) {
      const key: unknown = position[1];
      if (isNumeric && isInteger(key)) return [by, key, position[2]];
      if (!isNumeric && canHold(by, key)) return [by, key, position[2]];
    }
  } catch {
    // Falls through: whatever it is, it is no cursor.
  }
  throw new Malformed('A cursor is not one that this list gave.');
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a column of integers can hold it. */
const isInteger = (value: unknown): value is number =>
  Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31;

function sizeOf({ first, last }: PageArguments): number {
  if (first != null && last != null) throw new Malformed('Ask for `first` or `last`, not for both.');
  const size = first ?? last ?? defaultSize;
  if (size < 1 || size > maxSize)
    throw new Malformed(`A page has 1 to ${maxSize} entries, but ${size} were asked for.`);
  return size;
}

/** Pages are found by where the last one ended, never by counting: the thousandth costs what the first does. */
export function keyset(page: PageArguments, order: Order): Keyset {
  const { by, tie, direction } = order;
  const backwards = page.last != null;
  const ahead = direction === 'asc' ? 'gt' : 'lt';
  const behind = direction === 'asc' ? 'lt' : 'gt';
  const beyond = (cursor: string, side: 'gt' | 'lt') => {
    const [, key, last] = decode(cursor, order);
    if (by === tie) return { [tie]: { [side]: last } };
    return { OR: [{ [by]: { [side]: key } }, { [by]: key, [tie]: { [side]: last } }] };
  };
  const where = {
    AND: [
      ...(page.after != null ? [beyond(page.after, ahead)] : []),
      ...(page.before != null ? [beyond(page.before, behind)] : []),
    ],
  };
  const way = backwards ? (direction === 'asc' ? 'desc' : 'asc') : direction;
  const orderBy = by === tie ? [{ [tie]: way }] : [{ [by]: way }, { [tie]: way }];
  return { where, orderBy, take: sizeOf(page) + 1 };
}

/** Makes the page from the rows that `keyset` found. */
export function pageOf<Row extends object, T>(
  rows: readonly Row[],
  page: PageArguments,
  { by, tie }: Order,
  read: (row: Row) => T,
): Page<T> {
  const size = sizeOf(page);
  const more = rows.length > size;
  const kept = rows.slice(0, size);
  if (page.last != null) kept.reverse();

  const edges = kept.map((row) => {
    const columns = row as Record<string, unknown>;
    return { cursor: encode([by, columns[by] as string | number, columns[tie] as string]), node: read(row) };
  });
  return {
    edges,
    pageInfo: {
      hasNextPage: page.last != null ? page.before != null : more,
      hasPreviousPage: page.last != null ? more : page.after != null,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
