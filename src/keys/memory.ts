import { createBoundedMap } from '../lib/bounded-map.js';

/** Gives what is known of a key, and loads it if nothing is, or if that is too old. */
export type Memory<T> = (key: string, now: Date, load: () => Promise<T>) => Promise<T>;

interface Entry<T> {
  readonly since: number;
  readonly value: Promise<T>;
}

/**
 * Remembers what was loaded, no longer than `milliseconds` after the load began and for no more than `entriesMax`
 * keys. Those who ask for the same at the same time share one load; one that fails is forgotten.
 */
export function createMemory<T>(milliseconds: number, entriesMax: number): Memory<T> {
  const entries = createBoundedMap<string, Entry<T>>(entriesMax);

  return (key, now, load) => {
    const known = entries.get(key);
    const age = known ? now.getTime() - known.since : Infinity;
    // A clock that was set back makes an age below zero, which says nothing.
    if (known && age >= 0 && age < milliseconds) return known.value;

    const entry = { since: now.getTime(), value: load() };
    entries.set(key, entry);
    entry.value.catch(() => {
      if (entries.get(key) === entry) entries.delete(key);
    });
    return entry.value;
  };
}
