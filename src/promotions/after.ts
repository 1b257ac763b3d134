import { leastUnitMinor, type Change } from '../conditions/change.js';
import { changed } from '../conditions/changed.js';
import type { Situation, SituationItem } from '../conditions/situation.js';
import { orderOf, type Order, type OrderLine } from '../evaluation/order.js';
import type { Question } from '../evaluation/question.js';
import { countedLater } from '../limits/count.js';

/** What would be asked after changes. The rules are left out: whoever proposes changes has tried them on the rules. */
export function questionAfter(question: Question, changes: readonly Change[]): Question {
  const after = changed(question.situation(), changes);
  return {
    ...question,
    rules: [],
    situation: () => after,
    order: orderIn(after, question.order),
    shippingCountry: after.shippingCountry,
    limits: question.limits.map((counted) => countedLater(counted.limit, counted, question.now, after.now)),
    now: after.now,
  };
}

function orderIn({ currency, totalMinor, items }: Situation, before: Order): Order {
  if (!items || !before.lines) return { ...before, currency, subtotalMinor: totalMinor - before.takenMinor };
  const kept = new Map<SituationItem, OrderLine>(before.lines.map((line) => [line, line]));
  const wasThere = createWasThere(before.lines);
  const lines = items.map((item, index): OrderLine => {
    const isAdded = !wasThere(item);
    const listMinor =
      isAdded && item.listMinor === 0n ? leastUnitMinor * BigInt(item.quantity) : item.listMinor;
    return (
      kept.get(item) ?? {
        ...item,
        lineId: `changed ${index}`,
        listMinor,
        subtotalMinor: listMinor,
        floorMinor: 0n,
      }
    );
  });
  return orderOf(currency, lines, before.shippingMinor);
}

/** Tells of each item, in their order, whether it was there, at whatever price: what is added comes after. */
function createWasThere(lines: readonly OrderLine[]): (item: SituationItem) => boolean {
  let next = 0;
  return ({ sku }) => {
    let index = next;
    while (index < lines.length && lines[index]!.sku !== sku) index++;
    if (index === lines.length) return false;
    next = index + 1;
    return true;
  };
}
