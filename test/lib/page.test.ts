import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Malformed } from '../../src/lib/malformed.js';
import { keyset, pageOf, type Order, type PageArguments } from '../../src/lib/page.js';

interface Row {
  readonly id: string;
  readonly uses: number;
}

const idOf = (number: number) => `01a00000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
const byId: Order = { by: 'id', tie: 'id', direction: 'asc' };
const newest: Order = { by: 'id', tie: 'id', direction: 'desc' };
const byUses: Order = { by: 'uses', isNumeric: true, tie: 'id', direction: 'asc' };
const mostUsed: Order = { by: 'uses', isNumeric: true, tie: 'id', direction: 'desc' };

type Condition = Record<string, unknown>;

/** As much of `findMany` as a page asks for. */
function findMany(rows: readonly Row[], { where, orderBy, take }: ReturnType<typeof keyset>): Row[] {
  const holds = (row: Row, condition: Condition): boolean =>
    Object.entries(condition).every(([name, wanted]) => {
      if (name === 'AND') return (wanted as Condition[]).every((each) => holds(row, each));
      if (name === 'OR') return (wanted as Condition[]).some((each) => holds(row, each));
      const value = row[name as keyof Row];
      if (typeof wanted !== 'object') return value === wanted;
      const { gt, lt } = wanted as { gt?: string | number; lt?: string | number };
      return gt !== undefined ? value > gt : value < lt!;
    });
  const compare = (a: Row, b: Row) => {
    for (const [name, direction] of orderBy.flatMap((each) => Object.entries(each))) {
      const [left, right] = [a[name as keyof Row], b[name as keyof Row]];
      if (left !== right) return (left < right ? -1 : 1) * (direction === 'asc' ? 1 : -1);
    }
    return 0;
  };
  return rows
    .filter((row) => holds(row, where))
    .sort(compare)
    .slice(0, take);
}

const pageFrom = (rows: readonly Row[], page: PageArguments, order: Order) =>
  pageOf(findMany(rows, keyset(page, order)), page, order, ({ id }) => id);

const idsOf = (page: ReturnType<typeof pageFrom>) => page.edges.map(({ node }) => node);

/** Seven rows, of which three share a key, so that pages end amid them. */
const rows: Row[] = [3, 1, 1, 2, 1, 0, 3].map((uses, index) => ({ id: idOf(index), uses }));

describe('given seven rows', () => {
  test.each<[string, Order, number[]]>([
    ['by id', byId, [0, 1, 2, 3, 4, 5, 6]],
    ['by id, newest first', newest, [6, 5, 4, 3, 2, 1, 0]],
    ['by uses', byUses, [5, 1, 2, 4, 3, 0, 6]],
    ['by uses, most used first', mostUsed, [6, 0, 3, 4, 2, 1, 5]],
  ])('when they are paged %s, then each size gives each row once, both ways', (_, order, expected) => {
    const all = expected.map(idOf);
    for (let size = 1; size <= 8; size++) {
      const forwards: string[] = [];
      for (let after: string | null = null, more = true; more;) {
        const page = pageFrom(rows, { first: size, after }, order);
        forwards.push(...idsOf(page));
        after = page.pageInfo.endCursor;
        more = page.pageInfo.hasNextPage;
      }
      expect(forwards).toEqual(all);

      const backwards: string[] = [];
      for (let before: string | null = null, more = true; more;) {
        const page = pageFrom(rows, { last: size, before }, order);
        backwards.unshift(...idsOf(page));
        before = page.pageInfo.startCursor;
        more = page.pageInfo.hasPreviousPage;
      }
      expect(backwards).toEqual(all);
    }
  });

  test('when a page is asked for, then it says where it lies', () => {
    const first = pageFrom(rows, { first: 3 }, byId);
    expect(idsOf(first)).toEqual([0, 1, 2].map(idOf));
    expect(first.pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: first.edges[0]!.cursor,
      endCursor: first.edges[2]!.cursor,
    });

    const middle = pageFrom(rows, { first: 3, after: first.pageInfo.endCursor }, byId);
    expect(idsOf(middle)).toEqual([3, 4, 5].map(idOf));
    expect(middle.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });

    const end = pageFrom(rows, { first: 3, after: middle.pageInfo.endCursor }, byId);
    expect(idsOf(end)).toEqual([idOf(6)]);
    expect(end.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });

    const last = pageFrom(rows, { last: 2 }, byId);
    expect(idsOf(last)).toEqual([5, 6].map(idOf));
    expect(last.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });

    const beforeLast = pageFrom(rows, { last: 6, before: last.pageInfo.startCursor }, byId);
    expect(idsOf(beforeLast)).toEqual([0, 1, 2, 3, 4].map(idOf));
    expect(beforeLast.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  });

  test('when a page ends exactly at the end, then nothing is said to follow', () => {
    expect(pageFrom(rows, { first: 7 }, byId).pageInfo.hasNextPage).toBe(false);
    expect(pageFrom(rows, { first: 6 }, byId).pageInfo.hasNextPage).toBe(true);
  });

  test('when two cursors are given, then only what lies between them comes', () => {
    const { edges } = pageFrom(rows, { first: 7 }, byUses);
    const [after, before] = [edges[1]!.cursor, edges[5]!.cursor];
    const between = edges.slice(2, 5).map(({ node }) => node);

    expect(idsOf(pageFrom(rows, { after, before }, byUses))).toEqual(between);
    expect(idsOf(pageFrom(rows, { last: 2, after, before }, byUses))).toEqual(between.slice(1));
  });

  test('when rows come and go between pages, then no other is lost or repeated', () => {
    const first = pageFrom(rows, { first: 3 }, byId);
    const changed = [...rows.slice(2), { id: idOf(9), uses: 9 }].filter(({ id }) => id !== idOf(4));

    const rest = pageFrom(changed, { first: 10, after: first.pageInfo.endCursor }, byId);

    expect(idsOf(rest)).toEqual([3, 5, 6, 9].map(idOf));
  });
});

test('given no rows, a page is empty and has no cursors', () => {
  expect(pageFrom([], {}, byId)).toEqual({
    edges: [],
    pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
  });
});

describe('the size of a page', () => {
  test.each<[PageArguments, number]>([
    [{}, 20],
    [{ first: null, last: null }, 20],
    [{ first: 1 }, 1],
    [{ first: 100 }, 100],
    [{ last: 100 }, 100],
  ])('%j asks for %i, and for one more to see whether more follows', (page, size) => {
    expect(keyset(page, byId).take).toBe(size + 1);
  });

  test.each([0, -1, 101, 2_147_483_647])('%i is refused', (size) => {
    for (const page of [{ first: size }, { last: size }]) {
      expect(() => keyset(page, byId)).toThrow(
        new Malformed(`A page has 1 to 100 entries, but ${size} were asked for.`),
      );
    }
  });

  test('is not asked for from both ends', () => {
    expect(() => keyset({ first: 1, last: 1 }, byId)).toThrow(
      new Malformed('Ask for `first` or `last`, not for both.'),
    );
  });
});

describe('a cursor', () => {
  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const issued = pageFrom(rows, { first: 1 }, byUses).edges[0]!.cursor;

  test.each<[string, string]>([
    ['nothing', ''],
    ['a word', 'abc'],
    ['not base 64', '!!!'],
    ['not JSON', Buffer.from('{').toString('base64url')],
    ['null', encoded(null)],
    ['a number', encoded(7)],
    ['an object', encoded({ 0: 'uses', 1: 1, 2: idOf(1), length: 3 })],
    ['an empty list', encoded([])],
    ['too short', encoded(['uses', 1])],
    ['too long', encoded(['uses', 1, idOf(1), 1])],
    ['without a key', encoded(['uses', null, idOf(1)])],
    ['a condition for a value', encoded(['uses', { not: 1 }, idOf(1)])],
    ['a fraction', encoded(['uses', 0.5, idOf(1)])],
    ['more than an integer', encoded(['uses', 2 ** 31, idOf(1)])],
    ['text for a number', encoded(['uses', '1', idOf(1)])],
    ['an id that is none', encoded(['uses', 1, 'id'])],
    ['an id that is a number', encoded(['uses', 1, 1])],
    ['of another order', pageFrom(rows, { first: 1 }, byId).edges[0]!.cursor],
  ])('that is %s is refused', (_, cursor) => {
    for (const page of [{ after: cursor }, { last: 1, before: cursor }]) {
      expect(() => keyset(page, byUses)).toThrow(new Malformed('A cursor is not one that this list gave.'));
    }
  });

  test.each<[string, unknown]>([
    ['a number for text', 1],
    ['text that cannot be stored', '\0'],
    ['half a character', '\ud800'],
  ])('of a list by text that is %s is refused', (_, key) => {
    const byCode: Order = { by: 'code', tie: 'id', direction: 'asc' };
    expect(() => keyset({ after: encoded(['code', key, idOf(1)]) }, byCode)).toThrow(Malformed);
    expect(keyset({ after: encoded(['code', 'A', idOf(1)]) }, byCode).where).toEqual({
      AND: [{ OR: [{ code: { gt: 'A' } }, { code: 'A', id: { gt: idOf(1) } }] }],
    });
  });

  test('of a list by another text is refused', () => {
    const byCode: Order = { by: 'code', tie: 'id', direction: 'asc' };
    expect(() => keyset({ after: encoded(['name', 'A', idOf(1)]) }, byCode)).toThrow(Malformed);
  });

  test('that is anything at all is refused, or leads to a query: it never breaks', () => {
    fc.assert(
      fc.property(fc.string(), (cursor) => {
        try {
          keyset({ after: cursor }, byUses);
        } catch (error) {
          expect(error).toBeInstanceOf(Malformed);
        }
      }),
    );
  });

  test('fits the list turned round', () => {
    expect(idsOf(pageFrom(rows, { after: issued }, mostUsed))).toEqual([]);
    expect(idsOf(pageFrom(rows, { before: issued, last: 6 }, mostUsed))).toEqual(
      [6, 0, 3, 4, 2, 1].map(idOf),
    );
  });

  test('goes through a URL as it is', () => {
    expect(issued).toMatch(/^[\w-]+$/);
  });
});
