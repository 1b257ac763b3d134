import { findCampaign } from '../../campaigns/actions.js';
import { isRunning, type Campaign } from '../../campaigns/core.js';
import { campaignNotFound, type CampaignNotFound } from '../../campaigns/errors.js';
import type { Coupon } from '../../coupons/core.js';
import { couponNotFound } from '../../coupons/errors.js';
import { readFacts } from '../../evaluation/actions/reading.js';
import { askedBy, soughtBy } from '../../evaluation/asker.js';
import { maySeeReasons } from '../../evaluation/discreet.js';
import type { Limited } from '../../evaluation/facts.js';
import { openTally } from '../../evaluation/tally.js';
import { parseId } from '../../lib/id.js';
import { parseInput, type Unchecked } from '../../lib/input.js';
import { isFailure } from '../../lib/outcome.js';
import type { Scope } from '../../platform/scope.js';
import { findTemplate } from '../../templates/actions.js';
import { nextCoupon } from '../../templates/core.js';
import { templateNotFound, type TemplateNotFound } from '../../templates/errors.js';
import { asOf } from '../actions.js';
import { soughtForRules } from '../changes.js';
import { eligibility } from '../input.js';
import { reportOn } from '../validation.js';

/** Whether rules let an order pass, whatever is left to use. */
export async function checkEligibility(outer: Scope, input: Unchecked) {
  const checked = parseInput(eligibility, input);
  if (isFailure(checked)) return checked;
  const scope = asOf(outer, checked.evaluateAt);
  const { of } = checked;
  const campaign = of.campaignId === null ? null : await seenCampaign(scope, of.campaignId);
  if (isFailure(campaign)) return campaign;
  const next = of.templateId === null ? null : await nextOf(scope, of.templateId);
  if (isFailure(next)) return next;

  const sought = of.code ?? of.couponId;
  const group: Limited = {
    id: null,
    campaignId: next ? next.campaignId : (campaign?.id ?? null),
    templateId: next?.templateId ?? null,
  };
  const asker = {
    ...checked,
    code: of.code ?? '',
    couponId: of.couponId === null ? null : (parseId('coupon', of.couponId) ?? null),
    limited: sought === null ? group : null,
    reference: null,
  };
  const facts = await readFacts(scope, { identities: checked.identities, askers: [asker] });
  if (isFailure(facts)) return facts;
  // What is said of its rules would tell that there is one which nobody may be told of.
  const isHidden = (coupon: Coupon) =>
    !maySeeReasons(scope) && openTally(facts, scope.now()).standing(coupon) !== null;
  if (next && isHidden(next)) return templateNotFound(of.templateId!);
  const coupon = sought === null ? undefined : soughtBy(facts, asker);
  if (sought !== null && (!coupon || isHidden(coupon))) return couponNotFound(sought);

  const situation = askedBy(facts, asker, scope.now()).situation();
  const rules = facts.rulesOf(coupon ?? group);
  const reports = rules.map((rule) => reportOn(rule, situation));
  return { rules: reports, changes: soughtForRules(rules, situation) };
}

async function seenCampaign(scope: Scope, id: string): Promise<Campaign | CampaignNotFound> {
  const campaign = await findCampaign(scope, id);
  const isSeen = campaign && (maySeeReasons(scope) || isRunning(campaign, scope.now()));
  return isSeen ? campaign : campaignNotFound(id);
}

/** The coupon that would be made next of a template. */
async function nextOf(scope: Scope, id: string): Promise<Coupon | TemplateNotFound> {
  const template = await findTemplate(scope, id);
  if (!template) return templateNotFound(id);
  return nextCoupon(template, { id: scope.newId('coupon'), createdBy: scope.actor, now: scope.now() });
}
