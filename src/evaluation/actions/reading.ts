import { findLinks } from '../../customers/actions.js';
import { isOneCustomer } from '../../customers/core.js';
import type { TooManyIdentities } from '../../customers/errors.js';
import { distinct } from '../../lib/distinct.js';
import { isFailure } from '../../lib/outcome.js';
import { readCounters } from '../../limits/actions.js';
import type { Limit } from '../../limits/core.js';
import { counterName, type CounterKey } from '../../limits/count.js';
import type { Scope } from '../../platform/scope.js';
import { counterAtOf, countersByName, foundAsLinked, keysFor, wholeOf, type Whole } from '../as-linked.js';
import type { Asker } from '../asker.js';
import { countersOf } from '../counting.js';
import type { Facts } from '../facts.js';
import { factsOf, type Found } from '../found.js';
import { definitionsOf, look, soughtFor } from './loading.js';

/** What one customer asks. */
export interface Asking {
  readonly identities: readonly string[];
  readonly askers: readonly Asker[];
}

/** Loads what a decision needs for a customer who only asks: without a lock, and as if their identities were linked. */
export async function readFacts(scope: Scope, asking: Asking): Promise<Facts | TooManyIdentities> {
  const [facts] = await readFactsOfEach(scope, [asking]);
  return facts!;
}

/** The same for several customers, each of whom is answered in their place. One look serves them all. */
export async function readFactsOfEach(
  scope: Scope,
  asking: readonly Asking[],
): Promise<(Facts | TooManyIdentities)[]> {
  const sought = soughtFor(asking.flatMap(({ askers }) => askers));
  const found = await look(scope, sought, { lock: false });
  const definitions = await definitionsOf(scope, found);
  const wholes = await findWholes(
    scope,
    found,
    asking.map(({ identities }) => identities),
  );

  const now = scope.now();
  const viewOf = (whole: Whole | null, askers: readonly Asker[]) => {
    const own = whole ? foundAsLinked(found, whole) : found;
    const facts = factsOf(own, definitions);
    return { whole, facts, wanted: countersOf(facts, askers, own.held, now) };
  };
  // Nearly everybody is one customer already: they share one view.
  const shared = viewOf(
    null,
    asking.flatMap(({ askers }, index) => (wholes[index] ? [] : askers)),
  );
  const views = asking.map(({ askers }, index) => {
    const whole = wholes[index]!;
    if (isFailure(whole)) return whole;
    return whole ? viewOf(whole, askers) : shared;
  });
  const distinctViews = distinct([shared, ...views.flatMap((view) => (isFailure(view) ? [] : view))]);
  const counterAtFor = await readStanding(scope, distinctViews);
  const factsOfViews = new Map(
    distinctViews.map((view) => [view, { ...view.facts, counterAt: counterAtFor(view.whole) }]),
  );
  return views.map((view) => (isFailure(view) ? view : factsOfViews.get(view)!));
}

/** Of each of these people what linking would make of them; null of who is one customer already. One query, or none. */
export async function findWholes(
  scope: Scope,
  found: Found,
  people: readonly (readonly string[])[],
): Promise<(Whole | TooManyIdentities | null)[]> {
  const isApart = people.map((identities) => !isOneCustomer(identities, found.customers, found.foldsAliases));
  const apart = people.filter((_, index) => isApart[index]);
  if (apart.length === 0) return people.map(() => null);
  const links = await findLinks(scope, apart.flat());
  return people.map((identities, index) => (isApart[index] ? wholeOf(identities, found, links) : null));
}

/** Reads the counters that are wanted for people, and says where they stand for each. */
export async function readStanding(
  scope: Scope,
  views: readonly {
    readonly whole: Whole | null;
    readonly wanted: readonly { readonly limit: Limit; readonly key: CounterKey }[];
  }[],
): Promise<(whole: Whole | null) => Facts['counterAt']> {
  const keys = views.flatMap(({ whole, wanted }) =>
    wanted.flatMap(({ limit, key }) => keysFor(whole, limit, key)),
  );
  const distinctKeys = new Map(keys.map((key) => [counterName(key), key]));
  const counters = countersByName(await readCounters(scope, [...distinctKeys.values()]));
  return (whole) => counterAtOf(counters, whole);
}
