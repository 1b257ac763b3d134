import type { Coupon } from '../coupons/core.js';
import type { Situation } from '../conditions/situation.js';
import type { Scope } from '../platform/scope.js';

export const automaticFor = (_scope: Scope, _situation: Situation): Promise<readonly Coupon['id'][]> =>
  Promise.resolve([]);
