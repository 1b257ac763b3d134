import type { Money } from '../lib/money.js';
import type { AttributeClause, AttributeValue } from './core.js';
import type { Picked } from './selection.js';

/**
 * Something that a customer or a shop could do so that a condition comes true. Each is the least that is missing: one
 * more item may well serve several of them.
 */
export type Change =
  | AmountChange
  | ItemsChange
  | ChoiceChange
  | JoinSegment
  | SetAttribute
  | CompleteOrders
  | SpendMore
  | WaitUntil;

/**
 * Items worth so much more, or less: more of them or fewer, others, dearer or cheaper ones. `RAISE_AMOUNT` and `LOWER_AMOUNT`
 * are as many as there are and dearer or cheaper, where there must not be more or fewer.
 */
export interface AmountChange extends Picked {
  readonly kind: 'ADD_AMOUNT' | 'RAISE_AMOUNT' | 'REDUCE_AMOUNT' | 'LOWER_AMOUNT';
  readonly currency: string;
  readonly minor: bigint;
}

export interface ItemsChange extends Picked {
  readonly kind: 'ADD_ITEMS' | 'REMOVE_ITEMS';
  /** How many more or less; null is all of them. */
  readonly quantity: number | null;
  /** Whether units are counted, or lines of the cart. */
  readonly unit: 'UNITS' | 'LINES';
  /** What items that are added have to come to together, where nothing more may be added for it. */
  readonly worth?: Money;
  /** What items that are added may come to together at most; what they cost does not matter beside, if it is something. */
  readonly atMost?: Money;
}

/** In minor units: nobody knows what a unit costs that is added, but that it costs as much as this. */
export const leastUnitMinor = 100n;

/** One of `to`; or, if that is empty, anything but what is in `otherThan`; if that is empty as well, whatever there is. */
export interface ChoiceChange {
  readonly kind: 'CHANGE_CHANNEL' | 'CHANGE_CURRENCY' | 'CHANGE_COUNTRY' | 'CHANGE_PAYMENT_METHOD';
  readonly to: readonly string[];
  readonly otherThan: readonly string[];
}

/** Any of the segments. */
export interface JoinSegment {
  readonly kind: 'JOIN_SEGMENT';
  readonly segments: readonly string[];
}

export interface SetAttribute {
  readonly kind: 'SET_ATTRIBUTE';
  readonly fact: AttributeClause['fact'];
  readonly path: readonly string[];
  /** Any of these; if there is none, the attribute is to be left out, or other than some. Null is whatever value. */
  readonly to: readonly AttributeValue[] | null;
  /** Whatever text or number but these, where `to` is empty: of a type that is among them. */
  readonly otherThan?: readonly (string | number)[];
}

export interface CompleteOrders {
  readonly kind: 'COMPLETE_ORDERS';
  readonly count: number;
}

export interface SpendMore {
  readonly kind: 'SPEND_MORE';
  readonly currency: string;
  readonly minor: bigint;
}

export interface WaitUntil {
  readonly kind: 'WAIT_UNTIL';
  readonly at: Date;
  /** By whose clocks people tell it; UTC's if nothing names a zone. */
  readonly zone?: string;
}
