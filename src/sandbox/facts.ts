import { meantBy } from '../coupons/code.js';
import type { Facts, Limited } from '../evaluation/facts.js';
import type { Rule } from '../rules/core.js';
import type { Segment } from '../segments/core.js';
import { isMember } from '../segments/membership.js';
import { segmentKey } from '../segments/name.js';
import { activated, running } from './active.js';
import type { Tried } from './core.js';

/** What is tried out, beside all that is so. */
export interface Supposed {
  readonly tried: readonly Tried[];
  /** What is asked of each of them beside its own rules. */
  readonly rules: readonly Rule[];
  /** Those that the rules name. */
  readonly segments: readonly Segment[];
  /** Whether somebody with these identities is listed in one of the segments. */
  readonly isListed: (id: Segment['id'], identities: readonly string[]) => boolean;
}

/**
 * The facts as they would be with the coupons that are tried out. These are the only ones whose codes can be typed, also
 * those of automatic promotions; all others are what they are. `ifActive`: the tried ones as if they were active.
 */
export function factsWith(
  facts: Facts,
  { tried, rules, segments, isListed }: Supposed,
  { ifActive }: { readonly ifActive: boolean },
): Facts {
  const coupons = tried.map(({ coupon }) => (ifActive ? activated(coupon) : coupon));
  const byId = new Map(coupons.map((coupon) => [coupon.id, coupon]));
  const likes = new Map(tried.map(({ coupon, like }) => [coupon.id, like]));
  const segmentsByKey = new Map(segments.map((segment) => [segmentKey(segment.name), segment]));
  const likeOf = (of: Limited): Limited | undefined => (of.id === null ? undefined : likes.get(of.id));

  return {
    ...facts,
    couponFor: (typed) => meantBy(typed, coupons),
    couponById: (id) => byId.get(id) ?? facts.couponById(id),
    campaignOf(coupon) {
      const campaign = facts.campaignOf(coupon);
      return campaign && ifActive && byId.has(coupon.id) ? running(campaign) : campaign;
    },
    limitsOf: (of) => facts.limitsOf(likeOf(of) ?? of),
    rulesOf(of) {
      const like = likeOf(of);
      return like ? [...facts.rulesOf(like), ...rules] : facts.rulesOf(of);
    },
    isIn(name, identities, situation) {
      const segment = segmentsByKey.get(segmentKey(name));
      return segment
        ? isMember(segment, () => isListed(segment.id, identities), situation)
        : facts.isIn(name, identities, situation);
    },
    conditionOf(name) {
      const segment = segmentsByKey.get(segmentKey(name));
      return segment ? segment.condition : facts.conditionOf(name);
    },
  };
}
