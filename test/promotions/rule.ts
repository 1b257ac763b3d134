import { idOf } from '../../src/lib/id.js';
import { noTargets, type Rule } from '../../src/rules/core.js';
import { parsed } from '../conditions/parsed.js';
import { now } from '../coupons/coupon.js';

/** A rule with a condition as it is written. */
export const rule = (condition: unknown, effect: Rule['effect'] = 'ELIGIBILITY'): Rule => ({
  id: idOf('rule', '01938c00-0000-7000-8000-000000000001'),
  name: 'A rule',
  description: null,
  effect,
  condition: parsed(condition),
  priority: 0,
  targets: noTargets,
  metadata: {},
  version: 1,
  createdAt: now,
  updatedAt: now,
});
