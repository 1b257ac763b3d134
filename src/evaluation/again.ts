import type { Coupon } from '../coupons/core.js';
import { referenceAlreadyRedeemed, referenceUsedBefore } from './errors.js';
import type { Had, Held } from './facts.js';
import { conflictWithOrder } from './stack.js';
import type { Tally } from './tally.js';

// An order or a checkout asks for a coupon that it has already. Whoever asks what a code is worth and whoever uses it are
// answered from here, so that they cannot differ.

/** Who asks. */
export interface AskingAgain {
  /** Under which the customer is counted. */
  readonly customer: string | null;
  /** Whether it is asked for by a user's token, which may touch only what the user holds. */
  readonly isForSelf: boolean;
}

/** Whether what is had of a coupon can make room for another use: what was counted under a campaign is given back there only. */
export const makesRoom = (
  own: Held,
  { campaignId }: Pick<Coupon, 'campaignId'>,
  { customer, isForSelf }: AskingAgain,
): boolean => own.campaignId === campaignId && (!isForSelf || own.use.customer === customer);

/** Whether a use takes the place of what is had: what a checkout has reserved never stands in its way. */
export const isReplaced = (
  own: Held,
  coupon: Pick<Coupon, 'campaignId'>,
  asking: AskingAgain & { readonly isReserving?: boolean },
): boolean => own.status === 'RESERVED' && !asking.isReserving && makesRoom(own, coupon, asking);

/**
 * Whether the same was asked before, and is answered the same. What a reservation has become a use for can be used again by
 * nobody, also not by whoever asks for the same again.
 */
export const isRepeated = (
  { requestHash, status }: Held,
  asked: { readonly requestHash: string; readonly isReserving: boolean },
): boolean => requestHash === asked.requestHash && (status === 'COMPLETED') !== asked.isReserving;

/** Whether an order is somebody else's, for which a user's token uses nothing: references can be guessed. */
export const isAnothers = (
  had: readonly Pick<Had, 'customer'>[],
  { customer, isForSelf }: AskingAgain,
): boolean => isForSelf && had.some((one) => one.customer !== null && one.customer !== customer);

/** Why nothing is used for it: no more than that something is in the way. */
export const refusedAnothers = (tally: Tally, coupon: Coupon) =>
  tally.standing(coupon) ?? conflictWithOrder(coupon.code);

/** By what an order was used for something already. */
export type UsedBefore = Pick<Held, 'couponId' | 'redemptionId'>;

/**
 * Why a coupon is not used for an order that something was used for. That nobody can use it comes first: whoever is not told
 * of such codes must not learn of this one by another reason. Which other code the order has is not told with this one.
 */
export function refusedAfter(tally: Tally, coupon: Coupon, { couponId, redemptionId }: UsedBefore) {
  const refused = couponId === coupon.id ? referenceAlreadyRedeemed : referenceUsedBefore;
  return tally.standing(coupon) ?? refused(coupon.code, redemptionId);
}
