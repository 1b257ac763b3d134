import { zoneNamed } from '../lib/zone.js';
import type { Selection } from './core.js';
import {
  fieldsOf,
  maxNames,
  readList,
  refuse,
  said,
  taken,
  type Fields,
  type Path,
  type Reading,
} from './reading.js';
import { suggestion } from './suggestion.js';
import { readCurrency, readers, readName, shown } from './values.js';

const maxPath = 5;

export function readZone(reading: Reading, given: unknown, path: Path): string | undefined {
  const zone = typeof given === 'string' && given.length <= 100 ? zoneNamed(given) : null;
  if (zone !== null) return zone;
  return refuse(reading, path, 'Expected the name of a zone of the IANA database, such as "Europe/London".');
}

export function readCurrencyOf(reading: Reading, given: unknown, path: Path, isExistence: boolean) {
  if (!isExistence) {
    return given == null
      ? refuse(reading, path, 'Expected the currency of the amount.')
      : taken(reading, path, readCurrency(given));
  }
  return given == null ? null : refuse(reading, path, 'Whether something was said is no matter of currency.');
}

const selectionNames = ['skus', 'products', 'categories', 'tags'] as const;

export function readSelection(reading: Reading, sent: unknown, path: Path): Selection | null | undefined {
  if (sent === null || sent === undefined) return null;
  const given = fieldsOf(sent);
  if (!given) return refuse(reading, path, `Expected a selection of items, but got ${shown(sent)}.`);
  for (const name of said(given)) {
    if (!(selectionNames as readonly string[]).includes(name))
      refuse(
        reading,
        [...path, name],
        `A selection has no \`${name.slice(0, 60)}\`.${suggestion(name, selectionNames)}`,
      );
  }
  const readNames = (name: (typeof selectionNames)[number]) =>
    given[name] != null && !(Array.isArray(given[name]) && given[name].length === 0)
      ? readList(reading, given[name], [...path, name], (each, at) => taken(reading, at, readName(each)))
      : [];
  const [skus, products, categories, tags] = selectionNames.map(readNames);
  if (!skus || !products || !categories || !tags) return undefined;
  const count = skus.length + products.length + categories.length + tags.length;
  if (count === 0) return refuse(reading, path, 'Expected some skus, products, categories or tags.');
  if (count > maxNames) return refuse(reading, path, `Expected up to ${maxNames} names.`);
  return { skus, products, categories, tags };
}

/** Which attribute: one `name`, or a `path` of names from the outside in. */
export function readPath(reading: Reading, fields: Fields, path: Path): string[] | undefined {
  const { name, path: names } = fields;
  const one = (given: unknown, at: Path) => {
    const isName = typeof given === 'string' && given.length >= 1 && 'value' in readers.TEXT(given);
    return isName ? given : refuse(reading, at, 'Expected a name of 1 to 200 characters.');
  };
  if (name != null && names != null) return refuse(reading, path, 'Expected `name` or `path`, not both.');
  if (names == null) {
    const only = one(name, [...path, 'name']);
    return only === undefined ? undefined : [only];
  }
  if (!Array.isArray(names) || names.length === 0 || names.length > maxPath)
    return refuse(reading, [...path, 'path'], `Expected 1 to ${maxPath} names.`);
  const read = names.map((each: unknown, index) => one(each, [...path, 'path', String(index)]));
  return read.includes(undefined) ? undefined : (read as string[]);
}
