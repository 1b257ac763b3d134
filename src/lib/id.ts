import { fromUUID, parseTypeId, toUUID } from 'typeid-js';

/**
 * A global id: the name of its type and a UUIDv7 in base 32, such as `coupon_01h455vb4pex5vsknk084sn02q`.
 * Ids sort by the time they were made. The database keeps the UUID; only stores translate.
 */
export type Id<Prefix extends string = string> = `${Prefix}_${string}`;

export const idOf = <Prefix extends string>(prefix: Prefix, uuid: string): Id<Prefix> =>
  fromUUID(uuid, prefix) as string as Id<Prefix>;

export const uuidOf = (id: Id): string => toUUID(id as Parameters<typeof toUUID>[0]);

/** The least UUIDv7 of an instant, in milliseconds since the epoch: ids of that instant and later ones are not below it. */
export function uuidAt(ms: number): string {
  const hex = Math.max(0, Math.min(ms, 2 ** 48 - 1))
    .toString(16)
    .padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

/** Reads what a caller sent; undefined unless it is a well-formed id of that type. */
export function parseId<Prefix extends string>(prefix: Prefix, text: string): Id<Prefix> | undefined {
  if (!text.startsWith(`${prefix}_`)) return undefined;
  try {
    toUUID(text as Parameters<typeof toUUID>[0]);
    return text as Id<Prefix>;
  } catch {
    return undefined;
  }
}

/** The type that an id names, or undefined if it is not an id at all. */
export function prefixOf(text: string): string | undefined {
  try {
    const { prefix } = parseTypeId(text as Parameters<typeof parseTypeId>[0]);
    return prefix !== '' && parseId(prefix, text) ? prefix : undefined;
  } catch {
    return undefined;
  }
}

/** Reads what a caller sent as the UUID that stores look for; undefined unless it is an id of that type. */
export function uuidOfAny(prefix: string, text: string): string | undefined {
  const id = parseId(prefix, text);
  return id && uuidOf(id);
}
