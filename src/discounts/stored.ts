import { jsonOf, type JsonObject, type JsonValue } from '../lib/json.js';
import type { Discount } from './core.js';

/** A discount as a JSON column keeps it: minor units as text, since JSON's numbers are not exact. */
export const storedDiscount = (discount: Discount): JsonObject => jsonOf(discount);

const isMoney = (value: unknown): value is { minor: string } =>
  typeof value === 'object' && value !== null && 'minor' in value;

/** The way back. What was stored was checked when it was written. */
export function readDiscount(stored: unknown): Discount {
  const entries = Object.entries(stored as { [key: string]: JsonValue }).map(([name, value]) => [
    name,
    isMoney(value) ? { ...value, minor: BigInt(value.minor) } : value,
  ]);
  return Object.fromEntries(entries) as Discount;
}
