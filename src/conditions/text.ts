import { formatMoney, money } from '../lib/money.js';
import type { AttributeValue, Clause, Comparison, Condition, Selection } from './core.js';
import { facts, signs } from './facts.js';
import { valueWriter } from './json.js';
import type { Picked } from './selection.js';

/** A condition in words and signs: `cart total ≥ 50.00 GBP and not (product tags one of "clearance", "sale")`. */
export function textOf(condition: Condition): string {
  switch (condition.kind) {
    case 'ALL':
      return joined(condition.of, ' and ', 'always');
    case 'ANY':
      return joined(condition.of, ' or ', 'never');
    case 'NOT':
      return `not (${textOf(condition.of)})`;
    default:
      return textOfClause(condition);
  }
}

function joined(parts: readonly Condition[], word: string, none: string): string {
  if (parts.length === 0) return none;
  const isJunction = (part: Condition) => (part.kind === 'ALL' || part.kind === 'ANY') && part.of.length > 1;
  return parts
    .map((part) => (parts.length > 1 && isJunction(part) ? `(${textOf(part)})` : textOf(part)))
    .join(word);
}

export function textOfClause(clause: Clause): string {
  if (clause.kind === 'RECURRENCE')
    return `within ${minutes(clause.minutes)} of ${clause.rule} from ${clause.start} in ${clause.zone}`;
  const { test } = clause;
  const subject = subjectOf(clause);
  if (test.op === 'exists') return `${subject} ${test.value ? 'said' : 'not said'}`;
  return `${subject} ${signs[test.op]} ${wantedBy(clause)}`;
}

/** What a clause asks about: `quantity of category "shoes"`. */
function subjectOf(clause: Exclude<Clause, { kind: 'RECURRENCE' }>): string {
  const { label } = facts[clause.fact];
  switch (clause.kind) {
    case 'ATTRIBUTE':
      return `${label} ${clause.path.map((name) => JSON.stringify(name)).join(' › ')}`;
    case 'LOCAL':
      return `${label} in ${clause.zone}`;
    case 'AMOUNT':
    case 'NUMBER':
      return `${label}${textOfPicked(clause)}`;
    default:
      return label;
  }
}

export const minutes = (count: number): string => (count === 1 ? 'a minute' : `${count} minutes`);

/** At most so many names are listed; how many more there are is said. */
const maxListed = 10;

/** What a clause wants to see: `50.00 GBP`, `"a" or "b"`, `09:00 and 17:00`. */
export function wantedBy(clause: Clause): string {
  if (clause.kind === 'RECURRENCE') return clause.rule;
  const write = textWriter(clause);
  const test: Comparison<AttributeValue> = clause.test;
  switch (test.op) {
    case 'in':
      return listed(test.values.map(write));
    case 'between':
      return `${write(test.low)} and ${write(test.high)}`;
    case 'exists':
      return test.value ? 'said' : 'not said';
    default:
      return write(test.value);
  }
}

/** How people read the values of a clause. */
export function textWriter(clause: Clause): (value: AttributeValue) => string {
  if (clause.kind === 'AMOUNT') return (value) => formatMoney(money(BigInt(value), clause.currency ?? ''));
  const write = valueWriter(clause);
  const isText = clause.kind === 'TEXT' || clause.kind === 'NAMES' || clause.kind === 'ATTRIBUTE';
  return (value) => (isText ? JSON.stringify(write(value)) : String(write(value)));
}

/** Of which items something is: nothing is said if it is all of them. */
export const textOfPicked = ({ of, except }: Picked): string =>
  `${of ? ` of ${textOfSelection(of)}` : ''}${except ? `, but not of ${textOfSelection(except)}` : ''}`;

function textOfSelection({ skus, products, categories, tags }: Selection): string {
  const named: [string, readonly string[]][] = [
    ['sku', skus],
    ['product', products],
    ['category', categories],
    ['tag', tags],
  ];
  return named
    .filter(([, names]) => names.length > 0)
    .map(
      ([what, names]) =>
        `${what} ${listed(
          names.map((name) => JSON.stringify(name)),
          ' or ',
        )}`,
    )
    .join(' or ');
}

export function listed(texts: readonly string[], word = ', '): string {
  const more = texts.length - maxListed;
  return more > 0 ? `${texts.slice(0, maxListed).join(word)} and ${more} more` : texts.join(word);
}
