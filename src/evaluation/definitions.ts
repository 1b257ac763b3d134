import type { Coupon } from '../coupons/core.js';
import { readCoupon, type StoredCoupon } from '../coupons/stored.js';
import { createBoundedMap } from '../lib/bounded-map.js';
import { money } from '../lib/money.js';
import { rowOf } from '../lib/row.js';

/** What uses change of a coupon, as the database writes it as JSON. */
interface UsedJson {
  readonly id: string;
  readonly uses_count: number;
  readonly balance_minor: number | null;
}

/** How a coupon's definition is known again. */
interface Stamp {
  readonly id: string;
  readonly version: number;
  readonly updated_at: string;
}

/** All columns of a coupon. */
interface WholeJson extends UsedJson, Stamp, Readonly<Record<string, unknown>> {
  readonly tenant_id: string;
  readonly code_key: string;
  readonly deleted_at: string | null;
}

/** Of a coupon that the look was told is known, and that is as it was, no more is sent than what uses change. */
export type CouponJson = UsedJson | WholeJson;

const isWhole = (row: CouponJson): row is WholeJson => 'version' in row;

interface Definition {
  readonly stamp: Stamp;
  /** The stamp as the look takes it. */
  readonly json: string;
  /** As it was when it was last read. */
  coupon: Coupon;
}

/** What a look is told that it need not send, by the coupons' ids. */
export type Known = ReadonlyMap<string, Definition>;

/** Whose codes are sought, and coupons by their ids; ids are UUIDs. */
interface Sought {
  readonly tenantId: string;
  readonly codeKeys: readonly string[];
  readonly couponIds: readonly string[];
}

/**
 * Remembers coupons as they were read, by id and version, no more than `most` of them: to read one anew costs more than
 * all the rest of a decision. It need not be told of changes: whoever changes a definition gives it another version, and
 * what uses change without that, uses and balance, is taken from the row each time.
 */
export function createDefinitions(most: number) {
  const remembered = createBoundedMap<string, Definition>(most);
  /** Which living coupon a code stood for when it was last sent. */
  const ids = createBoundedMap<string, string>(most);

  function definitionOf(row: CouponJson, known: Known): Definition {
    if (!isWhole(row)) return known.get(row.id)!;
    const { id, version, updated_at } = row;
    if (row.deleted_at === null) ids.set(nameOf(row.tenant_id, row.code_key), id);
    const before = remembered.get(id);
    if (before && isAt(before.stamp, row)) return before;
    const stamp = { id, version, updated_at };
    const coupon = readCoupon(rowOf(row) as unknown as StoredCoupon);
    const definition = { stamp, json: JSON.stringify(stamp), coupon };
    remembered.set(id, definition);
    return definition;
  }

  return {
    /** Those that are likely to be found. Whether they still are what they were is for the look to say. */
    knownOf({ tenantId, codeKeys, couponIds }: Sought): Known {
      const known = new Map<string, Definition>();
      const add = (id: string | undefined) => {
        const definition = id === undefined ? undefined : remembered.get(id);
        if (definition) known.set(definition.stamp.id, definition);
      };
      for (const key of codeKeys) add(ids.get(nameOf(tenantId, key)));
      couponIds.forEach(add);
      return known;
    },

    /** `known`: what the look was told. */
    read(row: CouponJson, known: Known): Coupon {
      const definition = definitionOf(row, known);
      return (definition.coupon = asUsed(definition.coupon, row));
    },
  };
}

/** The same object where nothing was used since it was read: to copy forty fields takes longer than most of a decision. */
function asUsed(coupon: Coupon, { uses_count: usesCount, balance_minor: balanceMinor }: UsedJson): Coupon {
  const balance = balanceMinor === null ? null : money(BigInt(balanceMinor), coupon.currency!);
  const isSame = coupon.usesCount === usesCount && coupon.balance?.minor === balance?.minor;
  return isSame ? coupon : { ...coupon, usesCount, balance };
}

const isAt = (stamp: Stamp, { version, updated_at }: Stamp): boolean =>
  stamp.version === version && stamp.updated_at === updated_at;

const nameOf = (tenantId: string, codeKey: string): string => `${tenantId} ${codeKey}`;

/** As the look takes it. */
export const stampsOf = (known: Known): string =>
  `[${Array.from(known.values(), ({ json }) => json).join(',')}]`;
