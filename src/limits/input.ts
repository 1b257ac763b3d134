import { z } from 'zod';
import { parseId, type Id } from '../lib/id.js';
import { count, invalidInput, moneyInput, none, text, type InvalidInput } from '../lib/input.js';
import type { Money } from '../lib/money.js';
import { isFailure } from '../lib/outcome.js';
import { zoneNamed } from '../lib/zone.js';
import type { LimitAmount } from './amount.js';
import type { Limit, LimitPer, LimitTarget, LimitWindow } from './core.js';
import { limitTargetNotFound, type LimitTargetNotFound } from './errors.js';

const minSeconds = 60;
const maxSeconds = 366 * 24 * 60 * 60;

/** GraphQL's `LimitAmountInput`, of which exactly one is given. */
const amount = z
  .object({
    uses: z.number().int().min(0, 'Expected a number that is not negative.').nullish(),
    money: moneyInput.nullish(),
  })
  .transform(({ uses = null, money = null }): LimitAmount => ({ uses, money }));

const window = z
  .object({
    kind: z.enum(['LIFETIME', 'HOUR', 'DAY', 'WEEK', 'MONTH', 'ROLLING']),
    zone: z.string().nullish(),
    seconds: count.nullish(),
  })
  .transform(({ kind, zone, seconds }, context): LimitWindow => {
    const refuse = (field: string, message: string) => {
      context.addIssue({ code: 'custom', path: [field], message });
      return z.NEVER;
    };
    const isOnClocks = kind !== 'LIFETIME' && kind !== 'ROLLING';
    if (zone != null && !isOnClocks) return refuse('zone', 'Only hours, days, weeks and months have a zone.');
    if (seconds != null && kind !== 'ROLLING') return refuse('seconds', 'Only rolling windows have seconds.');
    if (isOnClocks) {
      const named = zone != null ? zoneNamed(zone) : null;
      if (named !== null) return { kind, zone: named };
      return refuse('zone', 'Expected the name of a zone of the IANA database, such as "Europe/London".');
    }
    if (kind === 'LIFETIME') return { kind };
    if (seconds != null && seconds >= minSeconds && seconds <= maxSeconds) return { kind, seconds };
    return refuse('seconds', `Expected ${minSeconds} to ${maxSeconds} seconds.`);
  });

/** GraphQL's `CreateLimitInput`, checked field by field. */
export const newLimit = z.object({
  target: z.object({
    couponId: z.string().nullish(),
    campaignId: z.string().nullish(),
    templateId: z.string().nullish(),
    tenant: z.literal(true, 'Expected true; for another target name its id.').nullish(),
  }),
  per: z.enum(['EVERYONE', 'CUSTOMER', 'CHANNEL', 'ATTRIBUTE']).default('EVERYONE'),
  attribute: none(text(1, 100)),
  window: window.default({ kind: 'LIFETIME' }),
  measure: z.enum(['USES', 'DISCOUNT', 'ORDER_VALUE']).default('USES'),
  ceiling: amount,
  overrun: none(amount),
});

/** GraphQL's `LimitPatch`: undefined leaves a field, null clears it. */
export const limitPatch = z.object({
  ceiling: amount.optional(),
  overrun: amount.nullable().optional(),
});

type NewLimit = z.output<typeof newLimit>;

function targetOf({
  couponId,
  campaignId,
  templateId,
  tenant,
}: NewLimit['target']): LimitTarget | LimitTargetNotFound {
  if (tenant) return { kind: 'TENANT', id: null };
  if (couponId != null) {
    const id = parseId('coupon', couponId);
    return id ? { kind: 'COUPON', id } : limitTargetNotFound(couponId);
  }
  if (campaignId != null) {
    const id = parseId('campaign', campaignId);
    return id ? { kind: 'CAMPAIGN', id } : limitTargetNotFound(campaignId);
  }
  const id = parseId('template', templateId!);
  return id ? { kind: 'TEMPLATE', id } : limitTargetNotFound(templateId!);
}

function perOf({ per, attribute }: NewLimit): LimitPer | InvalidInput {
  if (per === 'ATTRIBUTE') {
    if (attribute !== null) return { kind: per, name: attribute };
    return invalidInput([
      { path: ['attribute'], message: "Expected the name of one of the cart's attributes." },
    ]);
  }
  if (attribute === null) return { kind: per };
  return invalidInput([{ path: ['attribute'], message: 'Only a limit per `ATTRIBUTE` names one.' }]);
}

/** An amount as a whole number, if it is in the limit's measure, and in its currency. */
function wholeOf(
  field: 'ceiling' | 'overrun',
  { uses, money }: LimitAmount,
  { measure, currency }: Pick<Limit, 'measure' | 'currency'>,
): bigint | InvalidInput {
  if (measure === 'USES') {
    return uses !== null
      ? BigInt(uses)
      : invalidInput([{ path: [field], message: 'Expected a number of uses.' }]);
  }
  if (money && money.currency === currency) return money.minor;
  return invalidInput([
    { path: [field], message: `Expected an amount of money${currency ? ` in ${currency}` : ''}.` },
  ]);
}

export interface Birth {
  readonly id: Id<'limit'>;
  readonly now: Date;
}

export function createdLimit(
  input: NewLimit,
  { id, now }: Birth,
): Limit | InvalidInput | LimitTargetNotFound {
  const { window, measure } = input;
  const per = perOf(input);
  if (isFailure(per)) return per;
  const currency = measure === 'USES' ? null : (input.ceiling.money?.currency ?? null);
  const ceiling = wholeOf('ceiling', input.ceiling, { measure, currency });
  if (isFailure(ceiling)) return ceiling;
  const overrun = input.overrun ? wholeOf('overrun', input.overrun, { measure, currency }) : 0n;
  if (isFailure(overrun)) return overrun;
  const target = targetOf(input.target);
  if (isFailure(target)) return target;
  const amounts = { measure, currency, ceiling, overrun };
  return { id, target, per, window, ...amounts, shortForm: null, version: 1, createdAt: now, updatedAt: now };
}

export function patchedLimit(
  limit: Limit,
  patch: z.output<typeof limitPatch>,
  now: Date,
): Limit | InvalidInput {
  const ceiling = patch.ceiling ? wholeOf('ceiling', patch.ceiling, limit) : limit.ceiling;
  if (isFailure(ceiling)) return ceiling;
  const overrun =
    patch.overrun === undefined
      ? limit.overrun
      : patch.overrun
        ? wholeOf('overrun', patch.overrun, limit)
        : 0n;
  if (isFailure(overrun)) return overrun;
  return { ...limit, ceiling, overrun, version: limit.version + 1, updatedAt: now };
}

/** What a campaign may spend, as the limit that it is. */
export const budgetLimit = (campaignId: Id<'campaign'>, budget: Money, { id, now }: Birth): Limit => ({
  id,
  target: { kind: 'CAMPAIGN', id: campaignId },
  per: { kind: 'EVERYONE' },
  window: { kind: 'LIFETIME' },
  measure: 'DISCOUNT',
  currency: budget.currency,
  ceiling: budget.minor,
  overrun: 0n,
  shortForm: 'BUDGET',
  version: 1,
  createdAt: now,
  updatedAt: now,
});
