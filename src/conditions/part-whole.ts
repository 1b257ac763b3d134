import type { Case } from './cases.js';
import type { AmountClause, NumberClause } from './core.js';
import { pickerOf } from './selection.js';

/**
 * Whether a part of the cart would have to be more than the whole: items for 50.00 in a cart for less than 20.00. Numbers
 * of one case are all of one cart, and amounts in its currency.
 */
export function isMoreThanItsWhole(given: Case['requirements']): boolean {
  for (const part of given.values()) {
    if (part.kind !== 'VALUE' || part.subject !== 'CLAUSE') continue;
    const { clause, allowed } = part;
    if (clause.kind !== 'AMOUNT' && clause.kind !== 'NUMBER') continue;
    for (const subject of wholesOf(clause)) {
      const whole = given.get(subject);
      if (whole?.kind !== 'VALUE') continue;
      // Who tells of a cart's lines tells of all that they come to. Of a sum without lines there are no parts.
      const isSaid = !allowed.unsaid || (clause.kind === 'NUMBER' && !whole.allowed.unsaid);
      const least = allowed.numbers[0]?.low ?? Infinity;
      const most = whole.allowed.numbers.at(-1)?.high ?? -Infinity;
      if (isSaid && least > most) return true;
    }
  }
  return false;
}

/** What is never less than this, by the subjects of cases. No line is without a unit. */
function wholesOf(clause: AmountClause | NumberClause): string[] {
  const picker = pickerOf(clause);
  switch (clause.fact) {
    case 'subtotal':
      return picker ? ['cartTotal '] : [];
    case 'quantity':
      return picker ? ['quantity '] : [];
    case 'itemCount':
      return picker ? [`quantity ${picker.key}`, 'itemCount ', 'quantity '] : ['quantity '];
    default:
      return [];
  }
}
