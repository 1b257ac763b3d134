import { createBoundedMap } from './bounded-map.js';

/** A row as it was at a version. */
export interface Versioned<Id extends string = string> {
  readonly id: Id;
  readonly version: number;
}

/**
 * Remembers rows by id and version, no more than `most` of them; the one that was read longest ago goes first. It need
 * not be told of changes: whoever changes a row gives it another version. Answers rows at these versions, or later ones
 * where they have changed since; `read` reads those that are not known.
 */
export function createRemembered<Row extends Versioned>(most: number) {
  const known = createBoundedMap<Row['id'], Row>(most);

  return async function at(
    sought: readonly Versioned<Row['id']>[],
    read: (ids: readonly Row['id'][]) => Promise<readonly Row[]>,
  ): Promise<Row[]> {
    const ids = sought.filter(({ id, version }) => known.get(id)?.version !== version).map(({ id }) => id);
    const missing = new Map((ids.length === 0 ? [] : await read(ids)).map((row) => [row.id, row]));
    const rows = sought.flatMap(({ id }) => missing.get(id) ?? known.get(id) ?? []);
    for (const row of missing.values()) known.set(row.id, row);
    return rows;
  };
}
