import type { Change } from '../../src/conditions/change.js';
import type { Selection } from '../../src/conditions/core.js';
import type { Situation, SituationItem } from '../../src/conditions/situation.js';

// What a customer makes of proposed changes, written apart from what the engine takes them to mean: it puts in items of
// another name, buys what it must one by one, and takes the first of every choice.

const fits = (of: Selection | null, item: SituationItem): boolean =>
  of === null ||
  of.skus.includes(item.sku) ||
  of.products.includes(item.productId ?? item.sku) ||
  item.categories.some((name) => of.categories.includes(name)) ||
  item.tags.some((name) => of.tags.includes(name));

/** An item of nothing but the first thing that was asked for. */
function bought(of: Selection | null, quantity: number, listMinor: bigint, index: number): SituationItem {
  const plain = { sku: `bought-${index}`, productId: null, categories: [], tags: [], quantity, listMinor };
  if (!of) return plain;
  if (of.skus[0] !== undefined) return { ...plain, sku: of.skus[0] };
  if (of.products[0] !== undefined) return { ...plain, productId: of.products[0] };
  if (of.categories[0] !== undefined) return { ...plain, categories: [of.categories[0]] };
  return { ...plain, tags: [of.tags[0]!] };
}

const sumOf = (items: readonly SituationItem[]) => items.reduce((sum, { listMinor }) => sum + listMinor, 0n);

export function applied(given: Situation, changes: readonly Change[]): Situation {
  let at = given;
  for (const change of changes) {
    const { items } = at;
    const withItems = (next: SituationItem[]) =>
      void (at = { ...at, items: next, totalMinor: at.totalMinor + sumOf(next) - sumOf(items ?? []) });
    switch (change.kind) {
      case 'ADD_AMOUNT':
        if (items) withItems([...items, bought(change.of, 1, change.minor, items.length)]);
        else at = { ...at, totalMinor: at.totalMinor + change.minor };
        break;
      case 'RAISE_AMOUNT': {
        // Of which of them the dearer one is, is left to the customer: here the last.
        const last = items!.findLastIndex(
          (item) => fits(change.of, item) && !(change.except && fits(change.except, item)),
        );
        withItems(
          items!.map((item, index) =>
            index === last ? { ...item, listMinor: item.listMinor + change.minor } : item,
          ),
        );
        break;
      }
      case 'REDUCE_AMOUNT':
      case 'LOWER_AMOUNT': {
        let left = change.minor;
        if (!items) at = { ...at, totalMinor: at.totalMinor - left };
        else
          withItems(
            items.map((item) => {
              if (!fits(change.of, item)) return item;
              const off = left < item.listMinor ? left : item.listMinor;
              left -= off;
              return { ...item, listMinor: item.listMinor - off };
            }),
          );
        break;
      }
      case 'ADD_ITEMS': {
        const many = change.quantity!;
        const lines = change.unit === 'LINES' ? many : 1;
        const each = change.unit === 'LINES' ? 1 : many;
        withItems([
          ...items!,
          ...Array.from({ length: lines }, (_, index) =>
            bought(
              change.of,
              each,
              index === lines - 1 ? (change.worth?.minor ?? 0n) : 0n,
              items!.length + index,
            ),
          ),
        ]);
        break;
      }
      case 'REMOVE_ITEMS': {
        const next = items!.map((item) => ({ ...item }));
        let left = change.quantity ?? Infinity;
        for (let index = next.length - 1; index >= 0 && left > 0; index--) {
          const item = next[index]!;
          if (!fits(change.of, item)) continue;
          const all = item.quantity;
          const taken = change.unit === 'LINES' ? all : Math.min(all, left);
          left -= change.unit === 'LINES' ? 1 : taken;
          next[index] = {
            ...item,
            quantity: all - taken,
            listMinor: (item.listMinor * BigInt(all - taken)) / BigInt(all),
          };
        }
        withItems(next.filter(({ quantity }) => quantity > 0));
        break;
      }
      case 'CHANGE_CHANNEL':
        at = { ...at, channel: change.to[0] ?? 'elsewhere' };
        break;
      case 'CHANGE_PAYMENT_METHOD':
        at = { ...at, paymentMethod: change.to[0] ?? 'otherwise' };
        break;
      case 'CHANGE_COUNTRY':
        at = { ...at, shippingCountry: change.to[0] ?? 'NZ' };
        break;
      case 'CHANGE_CURRENCY':
        at = { ...at, currency: change.to[0] ?? 'NZD' };
        break;
      case 'JOIN_SEGMENT': {
        const { isIn } = at;
        at = { ...at, isIn: (segment) => segment === change.segments[0] || isIn(segment) };
        break;
      }
      case 'SET_ATTRIBUTE': {
        const isOfNumbers = typeof change.otherThan?.[0] === 'number';
        const [value] =
          change.to && !change.otherThan ? change.to : [isOfNumbers ? 987_654_321.5 : 'anything'];
        const set = (fields: object, [name, ...deeper]: readonly string[]): never => {
          const entries = new Map<string, unknown>(Object.entries(fields));
          if (deeper.length > 0) {
            const inner = entries.get(name!);
            const isObject = typeof inner === 'object' && inner !== null && !Array.isArray(inner);
            entries.set(name!, set(isObject ? inner : {}, deeper));
          } else if (value === undefined) entries.delete(name!);
          else entries.set(name!, value);
          return Object.fromEntries(entries) as never;
        };
        if (change.fact === 'cartAttribute') at = { ...at, attributes: set(at.attributes, change.path) };
        else if (change.fact === 'metadata') at = { ...at, metadata: set(at.metadata, change.path) };
        else at = { ...at, profile: { ...at.profile, attributes: set(at.profile.attributes, change.path) } };
        break;
      }
      case 'COMPLETE_ORDERS':
        at = { ...at, profile: { ...at.profile, ordersCount: at.profile.ordersCount! + change.count } };
        break;
      case 'SPEND_MORE': {
        const { minor, currency } = at.profile.lifetimeSpend!;
        at = { ...at, profile: { ...at.profile, lifetimeSpend: { minor: minor + change.minor, currency } } };
        break;
      }
      case 'WAIT_UNTIL':
        at = { ...at, now: change.at };
        break;
    }
  }
  return at;
}
