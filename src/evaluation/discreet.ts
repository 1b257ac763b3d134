import type { Change } from '../conditions/change.js';
import { noHint, type Hint } from '../conditions/finder.js';
import { couponNotFound, type CouponNotFound } from '../coupons/errors.js';
import { isFailure } from '../lib/outcome.js';
import type { Refusal } from './decide.js';
import { conflictWithOrder, type Conflict, type CouponConflict } from './stack.js';

/** What is said about a typed code when it cannot be used. */
type AboutCode = CouponNotFound | Refusal;

/**
 * Who knows no more than a code that they have guessed must not learn that it is one. HIDDEN is what nobody could use it
 * for now; TOLD is what whoever holds a code that lives can mend in the cart, or has used up.
 */
const disclosures: Readonly<Record<AboutCode['failure'], 'HIDDEN' | 'TOLD'>> = {
  CouponNotFound: 'HIDDEN',
  CouponDraft: 'HIDDEN',
  CouponInactive: 'HIDDEN',
  CouponRevoked: 'HIDDEN',
  CouponNotYetActive: 'HIDDEN',
  CouponExpired: 'HIDDEN',
  CampaignNotRunning: 'HIDDEN',
  CurrencyMismatch: 'TOLD',
  TaxBasisMismatch: 'TOLD',
  CouponNotApplicable: 'TOLD',
  MinimumOrderNotMet: 'TOLD',
  UsageLimitReached: 'TOLD',
  GiftCardEmpty: 'TOLD',
  CustomerRequired: 'TOLD',
  CustomerLimitReached: 'TOLD',
  LimitReached: 'TOLD',
  RuleNotMet: 'TOLD',
};

/** The names of failures for which an unknown code may stand. */
const hiddenFailures: ReadonlySet<string> = new Set(
  Object.entries(disclosures).flatMap(([name, disclosure]) => (disclosure === 'HIDDEN' ? name : [])),
);

interface Asking {
  readonly rights: ReadonlySet<string>;
}

interface AskingAs extends Asking {
  readonly actor: { readonly kind: string };
}

/** Whether somebody with these rights is told why a code cannot be used, and how often it still can. */
export const maySeeReasons = ({ rights }: Asking): boolean => rights.has('EXPLAIN');

/** Whether somebody is told what an order has already: references can be guessed, by users as by anybody else. */
export const maySeeOrders = (asking: AskingAs): boolean => maySeeReasons(asking) && !isUser(asking);

/** Whether somebody is told what rules are called, and what they ask: to users these are the shop's own affair. */
export const maySeeRules = (asking: AskingAs): boolean => maySeeReasons(asking) && !isUser(asking);

const isUser = ({ actor }: AskingAs): boolean => actor.kind === 'USER';

/**
 * An outcome as it may be told to whoever has typed the code: to those without the right, one that cannot be used by
 * anybody is answered as one that does not exist, to the letter. On the way out only: what is decided, and what is
 * remembered of it, is the same for all.
 */
export function discreet<T>(asking: AskingAs, typed: string, outcome: T): T | CouponNotFound {
  if (isHiddenFrom(asking, outcome)) return couponNotFound(typed);
  return isConflict(outcome) ? discreetConflict(asking, outcome) : outcome;
}

/** Whether an outcome is answered as if there were no such code. */
export const isHiddenFrom = <T>(asking: Asking, outcome: T): boolean =>
  isFailure(outcome) && hiddenFailures.has(outcome.failure) && !maySeeReasons(asking);

const isConflict = <T>(outcome: T): outcome is T & CouponConflict =>
  isFailure(outcome) && outcome.failure === 'CouponConflict';

/** Which codes an order has must not be told to whoever has guessed its reference. */
function discreetConflict<T extends CouponConflict>(asking: AskingAs, conflict: T): T {
  const told = discreetConflicts(asking, conflict.conflicts);
  return told.length === conflict.conflicts.length
    ? conflict
    : { ...conflict, message: conflictWithOrder(conflict.couponCode).message, conflicts: told };
}

/** Conflicts as they may be told: to users, and to keys without the right, none with what an order has already. */
export const discreetConflicts = (asking: AskingAs, conflicts: readonly Conflict[]): readonly Conflict[] =>
  maySeeOrders(asking) ? conflicts : conflicts.filter(({ redemptionId }) => !redemptionId);

/** These tell of what the shop keeps to itself, and so how to pass for somebody else. */
const internal: ReadonlySet<Change['kind']> = new Set(['SET_ATTRIBUTE', 'JOIN_SEGMENT'] as const);

/**
 * Changes as they may be told: to users, and to keys without the right, all of them or nothing. That something was withheld
 * is not told either: it is answered as if nothing had been found.
 */
export const discreetHint = (asking: AskingAs, hint: Hint): Hint =>
  maySeeRules(asking) || !hint.changes?.some(({ kind }) => internal.has(kind)) ? hint : noHint('NONE_FOUND');
