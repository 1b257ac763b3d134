import { isFailure } from '../lib/outcome.js';
import type { LimitRule } from '../limits/core.js';
import { roomIn, usesForAnybody, usesForCustomer } from './decide.js';
import { effectiveLimits, type EffectiveLimit } from './effective.js';
import type { Order } from './order.js';
import type { Question } from './question.js';
import { amountsOf, valuate } from './valuation.js';

/** A limit, and whether it has room for a use. */
export interface CheckedLimit {
  readonly effective: EffectiveLimit;
  /** What the use comes to in the limit's measure, none of its currency in another; null for money without an order. */
  readonly asked: bigint | null;
  readonly isExceeded: boolean;
  /** When the window begins anew. Of a rolling one that is exceeded: from when on it has room, if ever; otherwise null. */
  readonly resetsAt: Date | null;
}

type Circumstances = Omit<Question, 'order'> & { readonly order: Order | null };

/**
 * Whether each limit has room for a use, asked of the same functions as the decision asks. It is not asked whether the
 * coupon may be used otherwise; but for an order it must be known what it would take off.
 */
export function checkLimits(question: Circumstances) {
  const { order } = question;
  const valuation = order && valuate({ ...question, order });
  if (isFailure(valuation)) return valuation;
  const amounts = valuation ? amountsOf(valuation) : { USES: 1n, DISCOUNT: null, ORDER_VALUE: null };

  const judged = effectiveLimits(question).map((effective): Judged => {
    const { measure, currency } = effective.rule;
    const isInOther = order !== null && currency !== null && currency !== order.currency;
    const asked = isInOther ? 0n : amounts[measure];
    return { effective, asked, refusal: asked === null ? null : refusalBy(effective, question, asked) };
  });
  const first = firstRefusal(judged);
  if (first?.failure === 'CustomerRequired' || first?.failure === 'CurrencyMismatch') return first;
  return judged.map(({ effective, asked, refusal }): CheckedLimit => {
    const isRolling = effective.rule.window.kind === 'ROLLING';
    const resetsAt =
      refusal?.failure === 'LimitReached' ? refusal.resetsAt : isRolling ? null : effective.resetsAt;
    return { effective, asked, isExceeded: refusal !== null, resetsAt };
  });
}

interface Judged extends Pick<CheckedLimit, 'effective' | 'asked'> {
  readonly refusal: ReturnType<typeof refusalBy>;
}

/** As `decide` asks: what the coupon says itself, then each measure. */
const turns: readonly LimitRule['measure'][] = ['USES', 'DISCOUNT', 'ORDER_VALUE'];

/** What the decision would be, of limits alone. */
function firstRefusal(judged: readonly Judged[]): Judged['refusal'] {
  const turnOf = ({ effective: { limit, rule } }: Judged) => (limit ? turns.indexOf(rule.measure) : -1);
  const inTurn = judged.filter(({ refusal }) => refusal).sort((a, b) => turnOf(a) - turnOf(b));
  return inTurn[0]?.refusal ?? null;
}

function refusalBy(
  { limit, used, steps, shortForm }: EffectiveLimit,
  question: Circumstances,
  amount: bigint,
) {
  if (!limit) return shortForm === 'MAX_USES' ? usesForAnybody(question) : usesForCustomer(question);
  const room = roomIn(question, { limit, used: used ?? 0n, steps }, amount);
  return typeof room === 'bigint' ? null : room;
}
