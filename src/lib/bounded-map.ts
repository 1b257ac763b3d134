/** A map of no more than so many entries. */
export interface BoundedMap<Key, Value> extends Iterable<[Key, Value]> {
  get(key: Key): Value | undefined;
  /** Makes it the newest entry, also where it was there already: whoever sets what it finds keeps what is in use. */
  set(key: Key, value: Value): void;
  delete(key: Key): void;
}

/** Of more than `most` entries, the one that was set longest ago is dropped. */
export function createBoundedMap<Key, Value>(most: number): BoundedMap<Key, Value> {
  // A Map keeps the order of insertion: its first key is the oldest.
  const entries = new Map<Key, Value>();
  return {
    get: (key) => entries.get(key),
    set(key, value) {
      entries.delete(key);
      entries.set(key, value);
      if (entries.size > most) entries.delete(entries.keys().next().value!);
    },
    delete: (key) => void entries.delete(key),
    [Symbol.iterator]: () => entries.entries(),
  };
}
