export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };
export type JsonObject = { [key: string]: JsonValue };

/** As JSON: big integers become strings, dates RFC 3339. */
export const jsonText = (value: object): string =>
  JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? String(part) : part));

/** A copy that JSON can hold, written likewise. */
export const jsonOf = (value: object): JsonObject => JSON.parse(jsonText(value)) as JsonObject;

/** PostgreSQL keeps neither NUL nor half of a surrogate pair. */
export const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

/** Deeper than anything that means something, and far from what a recursion can bear. */
export const maxJsonDepth = 100;

/** Whether every text in it, names included, and every number can be stored, and it does not nest too deep. */
export function isStorableDeep(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return isStorable(value);
  // `1e400` is read as infinite, and would be written as null.
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  if (depth === maxJsonDepth) return false;
  if (Array.isArray(value)) return value.every((part) => isStorableDeep(part, depth + 1));
  return Object.entries(value).every(([name, part]) => isStorable(name) && isStorableDeep(part, depth + 1));
}
