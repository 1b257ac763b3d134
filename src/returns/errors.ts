import type { Failure } from '../lib/outcome.js';

export interface RedemptionNotFound extends Failure<'RedemptionNotFound'> {
  readonly redemptionId: string;
}
export const redemptionNotFound = (redemptionId: string): RedemptionNotFound => ({
  failure: 'RedemptionNotFound',
  message: `There is no redemption "${redemptionId}".`,
  redemptionId,
});

export interface RedemptionAlreadyVoided extends Failure<'RedemptionAlreadyVoided'> {
  readonly redemptionId: string;
  readonly voidedAt: Date;
}
export const redemptionAlreadyVoided = (redemptionId: string, voidedAt: Date): RedemptionAlreadyVoided => ({
  failure: 'RedemptionAlreadyVoided',
  message: `The use was given back at ${voidedAt.toISOString()}; that is done once only.`,
  redemptionId,
  voidedAt,
});

export interface RedemptionReserved extends Failure<'RedemptionReserved'> {
  readonly redemptionId: string;
  readonly reservationId: string;
}
export const redemptionReserved = (
  redemptionId: string,
  reservationId: string,
  status: 'RESERVED' | 'EXPIRED',
): RedemptionReserved => ({
  failure: 'RedemptionReserved',
  message:
    status === 'RESERVED'
      ? 'The use is only reserved: release its reservation instead.'
      : 'The use was only reserved, and given back when its reservation ran out.',
  redemptionId,
  reservationId,
});

export interface RedemptionLineNotFound extends Failure<'RedemptionLineNotFound'> {
  readonly redemptionId: string;
  readonly lineId: string;
  /** Those that it has; none where it was made for a sum. */
  readonly lineIds: readonly string[];
}
export const redemptionLineNotFound = (
  redemptionId: string,
  lineId: string,
  lineIds: readonly string[],
): RedemptionLineNotFound => ({
  failure: 'RedemptionLineNotFound',
  message:
    lineIds.length > 0
      ? `The redemption has no line "${lineId}".`
      : `The redemption has no line "${lineId}": it was made for a sum, which can only be returned as a whole.`,
  redemptionId,
  lineId,
  lineIds,
});

export interface ReturnExceedsQuantity extends Failure<'ReturnExceedsQuantity'> {
  readonly redemptionId: string;
  readonly lineId: string;
  readonly quantity: number;
  readonly returnable: number;
}
export const returnExceedsQuantity = (
  redemptionId: string,
  lineId: string,
  quantity: number,
  returnable: number,
): ReturnExceedsQuantity => ({
  failure: 'ReturnExceedsQuantity',
  message: `Of the line "${lineId}" ${quantity} cannot be returned; ${returnable} can.`,
  redemptionId,
  lineId,
  quantity,
  returnable,
});
