import { isClause, type Condition, type Fact } from '../conditions/core.js';
import { facts } from '../conditions/facts.js';
import type { InputProblem } from '../lib/input.js';

/** Whether a fact is the customer's or the moment's own, so that a segment may ask about it. */
const isOfCustomer: Readonly<Record<Fact, boolean>> = {
  customerAttribute: true,
  orderNumber: true,
  lifetimeSpend: true,
  registeredAt: true,
  lastOrderAt: true,
  daysSinceRegistration: true,
  daysSinceLastOrder: true,
  now: true,
  date: true,
  timeOfDay: true,
  weekday: true,
  recurrence: true,
  // Of the order, and of where it is placed.
  cartTotal: false,
  subtotal: false,
  quantity: false,
  itemCount: false,
  skus: false,
  products: false,
  categories: false,
  productTags: false,
  channel: false,
  currency: false,
  taxBasis: false,
  shippingCountry: false,
  paymentMethod: false,
  metadata: false,
  cartAttribute: false,
  // Segments of segments could go round in circles.
  customerSegment: false,
};

/** Where a condition asks what a segment may not ask about. `given` is what it was read from, for its own spelling. */
export function foreignClauses(
  condition: Condition,
  given: unknown,
  path: readonly string[] = [],
): InputProblem[] {
  const [[name, inner] = ['', undefined]] = Object.entries(given as Readonly<Record<string, unknown>>);
  const at = [...path, name];
  if (condition.kind === 'NOT') return foreignClauses(condition.of, inner, at);
  if (!isClause(condition)) {
    const parts = inner as readonly unknown[];
    return condition.of.flatMap((part, index) => foreignClauses(part, parts[index], [...at, String(index)]));
  }
  if (isOfCustomer[condition.fact]) return [];
  const { label } = facts[condition.fact];
  return [
    {
      path: at,
      message: `A segment is of customers: it cannot ask about the ${label}, only about the customer and the moment.`,
    },
  ];
}
