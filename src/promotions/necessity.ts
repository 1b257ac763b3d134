import type { Condition } from '../conditions/core.js';
import { leastTotal, necessaryKeys, type LeastTotal } from '../conditions/index-keys.js';
import { selectionOf } from '../coupons/applicability.js';
import type { AutomaticPromotion } from './automatic.js';

/** What must be so of any order that fits a promotion. */
export interface Necessity {
  /** Of each group the order shows some key. */
  readonly groups: readonly (readonly string[])[];
  /** What it comes to; null where there is nothing to say. */
  readonly least: LeastTotal | null;
}

type Demanding = Pick<AutomaticPromotion, 'applicability' | 'currency' | 'minimumOrder' | 'conditions'>;

/** Of whatever says it: the coupon itself, or a rule. */
export function necessityOf(promotion: Demanding): Necessity {
  const conditions = [...ownConditions(promotion), ...promotion.conditions];
  const least = conditions.map(leastTotal).reduce(larger, null);
  const ofCurrency = new Set(least ? necessaryKeys(costing(least)).flat() : []);
  const groups = conditions.flatMap(necessaryKeys);
  // What has a least total is found by its currency already.
  return { groups: groups.filter((group) => !(group.length === 1 && ofCurrency.has(group[0]!))), least };
}

/** In two currencies at once nothing is ever met: either will do. */
const larger = (a: LeastTotal | null, b: LeastTotal | null): LeastTotal | null =>
  a && b ? (b.minor > a.minor ? b : a) : (a ?? b);

const costing = ({ currency, minor }: LeastTotal): Condition => ({
  kind: 'AMOUNT',
  fact: 'cartTotal',
  of: null,
  currency,
  test: { op: 'gte', value: minor },
});

/** What a coupon asks of an order, as conditions: they are true of every order that it takes something off. */
function ownConditions({ applicability, currency, minimumOrder }: Demanding): Condition[] {
  const of = selectionOf(applicability);
  const conditions: Condition[] = [];
  if (of) conditions.push({ kind: 'NUMBER', fact: 'itemCount', of, test: { op: 'gte', value: 1 } });
  if (currency !== null) conditions.push(costing({ currency, minor: Number(minimumOrder?.minor ?? 0n) }));
  return conditions;
}
