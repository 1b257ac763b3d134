import { isCountry } from '../lib/country.js';
import { isStorable } from '../lib/json.js';
import { isCurrency, parseAmount } from '../lib/money.js';
import { taxBases } from '../lib/tax-basis.js';
import type { AttributeValue } from './core.js';
import type { ValueType } from './facts.js';
import { dayOfDate, timeOfText, weekdays } from './local.js';
import { suggestion } from './suggestion.js';

/** A value that was read, or a sentence on why it could not be. */
export type Read<Value> = { readonly value: Value } | { readonly problem: string };

const maxText = 200;
const maxWhole = 1_000_000_000;

const read = <Value>(value: Value): Read<Value> => ({ value });
const problem = (sentence: string): Read<never> => ({ problem: sentence });

/** What was given, in a problem: short, and not as an object. */
export function shown(given: unknown): string {
  if (given === null) return 'null';
  if (Array.isArray(given)) return 'a list';
  if (typeof given === 'object') return 'an object';
  if (typeof given === 'string') return JSON.stringify(given.length > 60 ? `${given.slice(0, 60)}…` : given);
  return typeof given === 'number' || typeof given === 'boolean' ? String(given) : `a ${typeof given}`;
}

/** A name of something: 1 to 200 characters, without the spaces around it. */
export function readName(given: unknown): Read<string> {
  if (typeof given !== 'string') return problem(`Expected a text, but got ${shown(given)}.`);
  const name = given.trim();
  if (!isStorable(name)) return problem('Expected text without NUL and without broken characters.');
  if (name.length >= 1 && name.length <= maxText) return read(name);
  return problem(`Expected 1 to ${maxText} characters.`);
}

/** A value of an attribute: kept as it is, spaces and all. */
function readText(given: unknown): Read<string> {
  if (typeof given !== 'string') return problem(`Expected a text, but got ${shown(given)}.`);
  if (!isStorable(given)) return problem('Expected text without NUL and without broken characters.');
  return given.length <= maxText ? read(given) : problem(`Expected up to ${maxText} characters.`);
}

function readAttribute(given: unknown): Read<AttributeValue> {
  if (typeof given === 'boolean') return read(given);
  if (typeof given === 'number') {
    if (!Number.isFinite(given)) return problem('Expected a finite number.');
    // Beyond it whole numbers are rounded before anybody can see what was sent.
    const isExact = !Number.isInteger(given) || Number.isSafeInteger(given);
    return isExact
      ? read(given + 0)
      : problem(`Expected whole numbers of up to ${Number.MAX_SAFE_INTEGER}; send a larger one as a text.`);
  }
  if (typeof given === 'string') return readText(given);
  return problem(`Expected a text, a number, true or false, but got ${shown(given)}.`);
}

export function readCurrency(given: unknown): Read<string> {
  if (typeof given === 'string' && isCurrency(given)) return read(given);
  const isSmall = typeof given === 'string' && isCurrency(given.toUpperCase());
  const meant = isSmall ? ` Did you mean \`${given.toUpperCase()}\`?` : '';
  return problem(`Expected a currency of ISO 4217, such as "GBP", but got ${shown(given)}.${meant}`);
}

function readTaxBasis(given: unknown): Read<string> {
  const basis = taxBases.find((name) => name === given);
  return basis ? read(basis) : problem(`Expected "GROSS" or "NET", but got ${shown(given)}.`);
}

function readCountry(given: unknown): Read<string> {
  if (typeof given === 'string' && isCountry(given)) return read(given);
  const isSmall = typeof given === 'string' && isCountry(given.toUpperCase());
  const meant = isSmall ? ` Did you mean \`${given.toUpperCase()}\`?` : '';
  return problem(`Expected a country of ISO 3166-1 in two capital letters, but got ${shown(given)}.${meant}`);
}

/** Minor units of the currency. A JSON number is read by its shortest decimal text: nothing is rounded. */
export function readAmount(given: unknown, currency: string): Read<number> {
  if (typeof given !== 'number' && typeof given !== 'string') {
    return problem(`Expected an amount, such as "19.99", but got ${shown(given)}.`);
  }
  const minor = parseAmount(String(given), currency);
  return typeof minor === 'bigint' ? read(Number(minor)) : problem(minor);
}

function readWhole(given: unknown): Read<number> {
  if (typeof given === 'number' && Number.isInteger(given) && given >= 0 && given <= maxWhole)
    return read(given + 0);
  return problem(`Expected a whole number from 0 to ${maxWhole}, but got ${shown(given)}.`);
}

const instant = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)$/;

/** Milliseconds of the epoch, of RFC 3339 text, or of what GraphQL has read already. */
function readInstant(given: unknown): Read<number> {
  const milliseconds =
    given instanceof Date
      ? given.getTime()
      : typeof given === 'string' && instant.test(given) && dayOfDate(given.slice(0, 10)) !== null
        ? Date.parse(given.toUpperCase())
        : NaN;
  const year = new Date(milliseconds).getUTCFullYear();
  if (year >= 1 && year <= 9999) return read(milliseconds);
  return problem(
    `Expected an instant of RFC 3339, such as "2026-12-24T18:00:00Z", but got ${given instanceof Date ? 'another' : shown(given)}.`,
  );
}

function readDate(given: unknown): Read<number> {
  const day = typeof given === 'string' ? dayOfDate(given) : null;
  return day === null
    ? problem(`Expected a date, such as "2026-12-24", but got ${shown(given)}.`)
    : read(day);
}

function readTime(given: unknown): Read<number> {
  const time = typeof given === 'string' ? timeOfText(given) : null;
  return time === null
    ? problem(`Expected a time of day, such as "18:30", but got ${shown(given)}.`)
    : read(time);
}

function readWeekday(given: unknown): Read<number> {
  const index = weekdays.findIndex((name) => name === given);
  if (index >= 0) return read(index + 1);
  const meant = typeof given === 'string' ? suggestion(given, weekdays) : '';
  return problem(`Expected a weekday, such as "SATURDAY", but got ${shown(given)}.${meant}`);
}

/** What reads the values of a fact. Amounts need their currency, and so have a reader of their own. */
export const readers: Readonly<
  Record<Exclude<ValueType, 'AMOUNT' | 'RULE'>, (given: unknown) => Read<AttributeValue>>
> = {
  WHOLE: readWhole,
  NAME: readName,
  COUNTRY: readCountry,
  CURRENCY: readCurrency,
  TAX_BASIS: readTaxBasis,
  ATTRIBUTE: readAttribute,
  TEXT: readText,
  INSTANT: readInstant,
  DATE: readDate,
  TIME: readTime,
  WEEKDAY: readWeekday,
};
