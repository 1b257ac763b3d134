import type { Coupon } from '../coupons/core.js';
import { readCoupon, type StoredCoupon } from '../coupons/stored.js';
import { createBoundedMap } from '../lib/bounded-map.js';
import { money } from '../lib/money.js';
import { rowOf } from '../lib/row.js';

/** A coupon as the database writes it as JSON; what is named here is read by these names. */
export interface CouponJson extends Readonly<Record<string, unknown>> {
  readonly id: string;
  readonly version: number;
  readonly updated_at: string;
  readonly uses_count: number;
  readonly balance_minor: number | null;
}

interface Definition extends Pick<CouponJson, 'version' | 'updated_at'> {
  readonly coupon: Coupon;
}

/**
 * Remembers coupons as they were read, by id and version, no more than `most` of them: to read one anew costs more than
 * all the rest of a decision. It need not be told of changes: whoever changes a definition gives it another version, and
 * what uses change without that, uses and balance, is taken from the row each time.
 */
export function createDefinitions(most: number) {
  const known = createBoundedMap<string, Definition>(most);

  function definitionOf(row: CouponJson): Coupon {
    const before = known.get(row.id);
    if (before?.version === row.version && before.updated_at === row.updated_at) return before.coupon;
    const coupon = readCoupon(rowOf(row) as unknown as StoredCoupon);
    known.set(row.id, { version: row.version, updated_at: row.updated_at, coupon });
    return coupon;
  }

  return (row: CouponJson): Coupon => {
    const coupon = definitionOf(row);
    const { uses_count: usesCount, balance_minor: balanceMinor } = row;
    if (coupon.usesCount === usesCount && balanceMinor === null) return coupon;
    const balance = balanceMinor === null ? null : money(BigInt(balanceMinor), coupon.currency!);
    return { ...coupon, usesCount, balance };
  };
}
