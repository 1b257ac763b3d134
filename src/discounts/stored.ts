import { jsonOf, type JsonObject, type JsonValue } from '../lib/json.js';
import type { Money } from '../lib/money.js';
import { isTable, type Amounts } from './amounts.js';
import type { Discount } from './core.js';
import { matchingItems } from './target.js';

/** A discount as a JSON column keeps it: minor units as text, since JSON's numbers are not exact. */
export const storedDiscount = (discount: Discount): JsonObject => jsonOf(discount);

/** The way back. What was stored was checked when it was written. */
export function readDiscount(stored: unknown): Discount {
  const { kind } = stored as { readonly kind: Discount['kind'] };
  // What a reward carries is the shop's own, also where it looks like money.
  return kind === 'REWARD' ? (stored as Discount) : completed(revived(stored as JsonValue) as Discount);
}

/** With money as it is reckoned with. */
function revived(value: JsonValue): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(revived);
  if (typeof value.minor === 'string') return { ...value, minor: BigInt(value.minor) };
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, revived(part)]));
}

/** Older discounts know neither targets nor countries, and keep an amount where now is a table of them. */
function completed(discount: Discount): Discount {
  switch (discount.kind) {
    case 'PERCENTAGE':
      return { ...matchingItems, ...discount, maximum: discount.maximum && asTable(discount.maximum) };
    case 'FIXED':
      return { ...matchingItems, ...discount, amount: asTable(discount.amount) };
    case 'FREE_SHIPPING':
      return { ...everywhere, ...discount, maximum: discount.maximum && asTable(discount.maximum) };
    default:
      return discount;
  }
}

const everywhere = { countries: [] };

const asTable = (amount: Money | Amounts): Amounts => (isTable(amount) ? amount : [amount]);
