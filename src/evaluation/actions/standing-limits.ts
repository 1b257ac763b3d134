import { keysOfTyped } from '../../coupons/code.js';
import { askedIdentities } from '../../customers/core.js';
import { parseId } from '../../lib/id.js';
import { parseInput, type Unchecked } from '../../lib/input.js';
import { Malformed } from '../../lib/malformed.js';
import { isFailure } from '../../lib/outcome.js';
import type { Limit } from '../../limits/core.js';
import { counterOf, countedAt, type Place } from '../../limits/count.js';
import type { Scope } from '../../platform/scope.js';
import { findTemplate } from '../../templates/actions.js';
import { foundAsLinked, type Whole } from '../as-linked.js';
import { limited } from '../asked.js';
import { effectiveLimits, standing, type EffectiveLimit } from '../effective.js';
import { factsOf } from '../found.js';
import type { Counted } from '../question.js';
import { placeOf } from '../tally.js';
import { look } from './loading.js';
import { findWholes, readStanding } from './reading.js';

/**
 * The limits that hold for a coupon, a campaign, a template or the tenant, and where they stand for whoever is named;
 * null if there is no such coupon, campaign or template.
 */
export async function findEffectiveLimits(
  scope: Scope,
  input: Unchecked,
): Promise<readonly EffectiveLimit[] | null> {
  const asker = parseInput(limited, input);
  if (isFailure(asker)) throw new Malformed(asker.message);
  const { of, identities } = asker;
  const couponId = of.couponId === null ? null : parseId('coupon', of.couponId);
  const campaignId = of.campaignId === null ? null : parseId('campaign', of.campaignId);
  const template = of.templateId === null ? null : await findTemplate(scope, of.templateId);

  const sought = {
    codeKeys: of.code === null ? [] : keysOfTyped(of.code),
    couponIds: couponId ? [couponId] : [],
    campaignIds: campaignId ? [campaignId] : [],
    templateIds: template ? [template.id] : [],
    identities: askedIdentities(identities),
    heldIdentities: [],
    idempotencyKeys: [],
    references: [],
  };
  const found = await look(scope, sought, { lock: false });
  const [whole = null] = await findWholes(scope, found, [identities]);
  if (isFailure(whole)) throw new Malformed(whole.message);
  const facts = factsOf(whole ? foundAsLinked(found, whole) : found, { rules: [], segments: [] });
  const coupon = of.code === null ? couponId && facts.couponById(couponId) : facts.couponFor(of.code);
  const isThere = of.tenant ?? (coupon || template || found.campaigns.some(({ id }) => id === campaignId));
  if (!isThere) return null;
  const target = coupon || { id: null, campaignId: campaignId ?? null, templateId: template?.id ?? null };

  const now = scope.now();
  const customer = facts.customerOf(identities);
  const limits = await stateOf(scope, facts.limitsOf(target), placeOf({ ...asker, customer }, now), whole);
  if (!coupon) return limits.map((counted) => standing(counted, { customer, now }));
  const customerUses = customer === null ? 0 : facts.customerUses(coupon.id, customer);
  return effectiveLimits({ coupon, customer, customerUses, limits, now });
}

/** What is used of limits where such a use would be counted. */
async function stateOf(
  scope: Scope,
  limits: readonly Limit[],
  place: Place,
  whole: Whole | null,
): Promise<Counted[]> {
  const wanted = limits.map((limit) => ({ limit, key: counterOf(limit, place) }));
  const counterAt = (await readStanding(scope, [{ whole, wanted }]))(whole);
  return wanted.map(({ limit, key }) => {
    const { used, steps } = countedAt(limit, counterAt(limit, key), place.at);
    return { limit, key: key.key, used, steps };
  });
}
