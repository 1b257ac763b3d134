import { readFacts } from '../evaluation/actions/reading.js';
import { madeBefore } from '../evaluation/actions/repeating.js';
import { referenceAlreadyRedeemed } from '../evaluation/errors.js';
import type { Held } from '../evaluation/facts.js';
import { parseInput, type Unchecked } from '../lib/input.js';
import { isFailure } from '../lib/outcome.js';
import type { MutationInput } from '../platform/idempotency.js';
import { keyed } from '../platform/idempotency/together.js';
import { requireRight } from '../platform/rights.js';
import type { Scope } from '../platform/scope.js';
import { findUsedFor } from '../redemptions/actions.js';
import { oneCustomer } from '../redemptions/actions/linking.js';
import { applyTogether } from './actions/applying.js';
import { candidatesFor } from './actions/candidates.js';
import { findEarlierFor } from './actions/repeats.js';
import { askersOf, openCart, promoted, type Wish } from './cart.js';
import { promotedEarlier, validatedEarlier } from './earlier.js';
import { application, preview, validation } from './input.js';
import { validationOf } from './validation.js';

/** The same as of another instant; whoever asks that sees what is not public yet. */
export function asOf(scope: Scope, instant: Date | null): Scope {
  if (instant === null) return scope;
  requireRight(scope, 'READ');
  return { ...scope, now: () => instant };
}

async function cartFor(
  scope: Scope,
  wish: Wish & { readonly automatic: boolean },
  startLimit: () => () => boolean,
) {
  const automatic = await candidatesFor(scope, wish);
  const { identities } = wish;
  const facts = await readFacts(scope, { identities, askers: askersOf(wish, automatic.ids) });
  if (isFailure(facts)) return facts;
  const cart = openCart(facts, wish, automatic, scope);
  const used = wish.reference && (await findUsedFor(scope, wish.reference));
  const earlier = used && wish.reference && (await findEarlierFor(scope, wish, wish.reference));
  const together = earlier
    ? promotedEarlier(earlier, wish)
    : promoted(cart, wish.goal, scope.now(), {
        used: used && { couponId: used.couponId, redemptionId: used.id },
        isLate: startLimit(),
      });
  return { facts, cart, used, earlier, together };
}

/** What an order comes to with these codes and what comes by itself. Counts nothing, locks nothing, writes nothing. */
export async function previewPromotions(outer: Scope, input: Unchecked) {
  const checked = parseInput(preview, input);
  if (isFailure(checked)) return checked;
  const { evaluateAt, timeLimitMs, ...wish } = checked;
  const scope = asOf(outer, evaluateAt);
  const found = await cartFor(scope, wish, () => lateAfter(outer.now, timeLimitMs));
  if (isFailure(found)) return found;
  const { used, earlier, together } = found;
  // What is sent is refused one by one; where nothing is, that the order has something already is all there is to say.
  const isSaid = wish.codes.length > 0 || earlier || !used;
  return isSaid ? together : referenceAlreadyRedeemed(used.couponCode, used.id);
}

/** Whether so much time has passed since; never without a limit. */
function lateAfter(now: () => Date, limitMs: number | null): () => boolean {
  if (limitMs === null) return () => false;
  const end = now().getTime() + limitMs;
  return () => now().getTime() >= end;
}

/** What codes are worth for an order, each alone and all together. Counts nothing, locks nothing, writes nothing. */
export async function validateCoupons(outer: Scope, input: Unchecked) {
  const checked = parseInput(validation, input);
  if (isFailure(checked)) return checked;
  const { evaluateAt, explain: isExplained, timeLimitMs, ...wish } = checked;
  const scope = asOf(outer, evaluateAt);
  const found = await cartFor(scope, wish, () => lateAfter(outer.now, timeLimitMs));
  if (isFailure(found)) return found;
  const { facts, cart, earlier, together } = found;
  const { codes: _, goal: __, automatic: ___, ...question } = wish;
  const asking = {
    isExplained,
    madeBefore: (code: string, own: Held) =>
      madeBefore(own, { ...question, code, amount: null, amountMinor: null }),
  };
  const codes = wish.codes.map((code) => {
    const alone = validationOf(facts, cart, code, asking);
    return earlier ? validatedEarlier(alone, earlier) : alone;
  });
  return { codes, together };
}

/** Uses codes and what comes by itself for an order, as `previewPromotions` says, in one transaction. */
export async function applyPromotions(scope: Scope, input: MutationInput & Unchecked) {
  const wish = parseInput(application, input);
  if (isFailure(wish)) return wish;
  // Before anything is held: whoever links customers waits until nobody counts.
  const customer = await oneCustomer(scope, wish.identities);
  if (isFailure(customer)) return customer;
  const { idempotencyKey, reason } = input;
  return applyTogether({ ...keyed(scope, 'applyPromotions', { ...wish, idempotencyKey, reason }), wish });
}
