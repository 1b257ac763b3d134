import { distinct } from '../lib/distinct.js';

/** A condition on an order, its customer, and the moment: clauses, and what joins them. */
export type Condition = AllOf | AnyOf | NotOf | Clause;

/** True if every part is; so also if there is none. */
export interface AllOf {
  readonly kind: 'ALL';
  readonly of: readonly Condition[];
}

/** True if some part is; so never if there is none. */
export interface AnyOf {
  readonly kind: 'ANY';
  readonly of: readonly Condition[];
}

export interface NotOf {
  readonly kind: 'NOT';
  readonly of: Condition;
}

/** One question about one fact. It is false of what was not said, unless it asks just that: `exists: false`. */
export type Clause =
  | AmountClause
  | NumberClause
  | TextClause
  | NamesClause
  | AttributeClause
  | InstantClause
  | LocalClause
  | RecurrenceClause;

/** How a fact is compared. `between` includes both its ends. */
export type Comparison<Value> =
  | { readonly op: 'eq' | 'ne' | 'gt' | 'gte' | 'lt' | 'lte'; readonly value: Value }
  | { readonly op: 'in'; readonly values: readonly Value[] }
  | { readonly op: 'between'; readonly low: Value; readonly high: Value }
  | { readonly op: 'exists'; readonly value: boolean };

export type Operator = Comparison<unknown>['op'];

/** Items that match any of the names. */
export interface Selection {
  readonly skus: readonly string[];
  readonly products: readonly string[];
  readonly categories: readonly string[];
  readonly tags: readonly string[];
}

/** What only coupons ask for, and conditions that are written cannot. */
interface Excepting {
  /** Items that do not count, whatever else they are. */
  readonly except?: Selection | undefined;
}

/** Amounts are minor units, as numbers: they stay far below 2^53. False where the fact is in another currency. */
export interface AmountClause extends Excepting {
  readonly kind: 'AMOUNT';
  readonly fact: 'cartTotal' | 'subtotal' | 'lifetimeSpend';
  /** Of which items; null is all. */
  readonly of: Selection | null;
  /** Null only of `exists`. */
  readonly currency: string | null;
  readonly test: Comparison<number>;
}

/** Whole numbers. */
export interface NumberClause extends Excepting {
  readonly kind: 'NUMBER';
  readonly fact: 'quantity' | 'itemCount' | 'orderNumber' | 'daysSinceRegistration' | 'daysSinceLastOrder';
  /** Of which items; null is all. */
  readonly of: Selection | null;
  readonly test: Comparison<number>;
}

export interface TextClause {
  readonly kind: 'TEXT';
  readonly fact: 'channel' | 'currency' | 'taxBasis' | 'shippingCountry' | 'paymentMethod';
  readonly test: Comparison<string>;
}

/** Facts that are sets of names. Some name is equal, some is among these, none is equal, there is some. */
export interface NamesClause {
  readonly kind: 'NAMES';
  readonly fact: 'skus' | 'products' | 'categories' | 'productTags' | 'customerSegment';
  readonly test: Comparison<string>;
}

export type AttributeValue = string | number | boolean;

/** What the shop named itself. Its type is that of the value it is compared with: of another type it is false. */
export interface AttributeClause {
  readonly kind: 'ATTRIBUTE';
  readonly fact: 'customerAttribute' | 'cartAttribute' | 'metadata';
  /** Names from the outside in; only metadata has more than one. */
  readonly path: readonly string[];
  readonly test: Comparison<AttributeValue>;
}

/** Instants as milliseconds of the epoch. */
export interface InstantClause {
  readonly kind: 'INSTANT';
  readonly fact: 'now' | 'registeredAt' | 'lastOrderAt';
  readonly test: Comparison<number>;
}

/**
 * The moment on the clocks of a zone. A date is the number of its day since 1970-01-01, a time of day milliseconds
 * since midnight, a weekday 1 (Monday) to 7. Only times of day may be between a later and an earlier one: over midnight.
 */
export interface LocalClause {
  readonly kind: 'LOCAL';
  readonly fact: 'date' | 'timeOfDay' | 'weekday';
  readonly zone: string;
  readonly test: Comparison<number>;
}

/** From each occurrence of a rule of RFC 5545 on, for so many minutes. */
export interface RecurrenceClause {
  readonly kind: 'RECURRENCE';
  readonly fact: 'recurrence';
  readonly zone: string;
  /** The first occurrence, on the clocks of the zone: `2026-03-06T18:00:00`. */
  readonly start: string;
  readonly rule: string;
  readonly minutes: number;
}

export type Fact = Clause['fact'];

export const isClause = (condition: Condition): condition is Clause =>
  condition.kind !== 'ALL' && condition.kind !== 'ANY' && condition.kind !== 'NOT';

/** The clauses, from left to right. */
export function* clausesOf(condition: Condition): Generator<Clause> {
  if (isClause(condition)) yield condition;
  else if (condition.kind === 'NOT') yield* clausesOf(condition.of);
  else for (const part of condition.of) yield* clausesOf(part);
}

/** How many clauses there are. */
export function sizeOfCondition(condition: Condition): number {
  if (isClause(condition)) return 1;
  if (condition.kind === 'NOT') return sizeOfCondition(condition.of);
  return condition.of.reduce((sum, part) => sum + sizeOfCondition(part), 0);
}

/** The names of the segments that it asks for, each once, by the alphabet. */
export function segmentsOf(condition: Condition): string[] {
  const names = [...clausesOf(condition)].flatMap((clause) => {
    if (clause.fact !== 'customerSegment') return [];
    if (clause.test.op === 'in') return clause.test.values;
    return clause.test.op === 'eq' || clause.test.op === 'ne' ? [clause.test.value] : [];
  });
  return distinct(names).toSorted();
}
