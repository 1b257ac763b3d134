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
import { automaticFor } from '../store.js';

/** So many are looked up by one statement. */
const atOnce = 500;

/**
 * Which automatic promotions may come to an order; what they are worth to it is decided like that of any other. Where
 * more may fit than are chosen among, it is looked up first which of them can be used, so that none is left out for those
 * that cannot.
 */
export async function candidatesFor(
  scope: Scope,
  wish: Wish & { readonly automatic: boolean },
): Promise<Candidates> {
  if (!wish.automatic) return noCandidates;
  // Segments are looked up with the coupons: until then everybody may be in any.
  const ids = await automaticFor(
    scope,
    situationOf(wish, { isIn: () => true, conditionOf: () => null }, scope.now()),
  );
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
