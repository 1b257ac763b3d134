import type { Coupon } from '../../coupons/core.js';
import { readFacts } from '../../evaluation/actions/reading.js';
import { givenBack } from '../../evaluation/beside.js';
import { situationOf } from '../../evaluation/context.js';
import { isFailure } from '../../lib/outcome.js';
import type { Scope } from '../../platform/scope.js';
import {
  candidatesAmong,
  isEnough,
  mostCandidates,
  noCandidates,
  usableOf,
  type Candidates,
  type Usable,
} from '../candidates.js';
import { askersOf, openCart, type Wish } from '../cart.js';
import { automaticNow } from '../store.js';

/** So many are looked up by one statement. */
const atOnce = 500;

/** Segments are looked up with the coupons: until then everybody may be in any. */
const everybody = { isIn: () => true, conditionOf: () => null };

type Asked = Wish & { readonly automatic: boolean };

/** Which automatic promotions may come to an order; what they are worth to it is decided like that of any other. */
export async function candidatesFor(scope: Scope, wish: Asked): Promise<Candidates> {
  const [candidates] = await candidatesForEach([{ by: scope, wish }]);
  return candidates!;
}

/** The same for each of several orders of one tenant: it is asked once what there is. */
export async function candidatesForEach(
  asked: readonly { readonly by: Scope; readonly wish: Asked }[],
): Promise<Candidates[]> {
  const first = asked.find(({ wish }) => wish.automatic);
  if (!first) return asked.map(() => noCandidates);
  const index = await automaticNow(first.by);
  const found = asked.map(({ by, wish }) =>
    wish.automatic ? index.candidatesFor(situationOf(wish, everybody, by.now())) : [],
  );
  const candidates: Candidates[] = [];
  for (const [index, { by, wish }] of asked.entries()) candidates.push(await among(by, wish, found[index]!));
  return candidates;
}

/** Where more may fit than are chosen among, it is looked up which of them can be used, so that none is left out for those that cannot. */
async function among(scope: Scope, wish: Wish, ids: readonly Coupon['id'][]): Promise<Candidates> {
  if (ids.length <= mostCandidates) return { ids, leftOutMinor: null };
  const byThemselves = { ...wish, codes: [] };
  const usable: Usable[] = [];
  for (let from = 0; from < ids.length && !isEnough(usable, wish.goal); from += atOnce) {
    const some: Candidates = { ids: ids.slice(from, from + atOnce), leftOutMinor: null };
    const askers = askersOf(byThemselves, some.ids);
    const facts = await readFacts(scope, { identities: wish.identities, askers });
    // Whoever is too many people is told so by what looks next.
    if (isFailure(facts)) return noCandidates;
    const cart = openCart(facts, byThemselves, some, scope);
    // What the order's checkout holds of them does not stand in its way.
    givenBack(cart.tally, cart.candidates);
    usable.push(...usableOf(cart));
  }
  return candidatesAmong(usable, wish.goal);
}
