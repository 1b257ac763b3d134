import type { Failure } from '../lib/outcome.js';

export interface OfferMissing extends Failure<'OfferMissing'> {
  readonly brandId: string;
}
export const offerMissing = (brandId: string): OfferMissing => ({
  failure: 'OfferMissing',
  message: 'The brand has nothing on offer at present.',
  brandId,
});

export interface OfferExpired extends Failure<'OfferExpired'> {
  readonly brandId: string;
  readonly validUntil: Date;
}
export const offerExpired = (brandId: string, validUntil: Date): OfferExpired => ({
  failure: 'OfferExpired',
  message: `The brand's offer has been over since ${validUntil.toISOString()}.`,
  brandId,
  validUntil,
});

export type ActivationTokenNotFound = Failure<'ActivationTokenNotFound'>;
export const activationTokenNotFound: ActivationTokenNotFound = {
  failure: 'ActivationTokenNotFound',
  message: 'No fan was sent this token, or a newer one has taken its place.',
};

export interface ActivationTokenExpired extends Failure<'ActivationTokenExpired'> {
  readonly expiredAt: Date;
}
export const activationTokenExpired = (expiredAt: Date): ActivationTokenExpired => ({
  failure: 'ActivationTokenExpired',
  message: `The token expired at ${expiredAt.toISOString()}. Signing up again sends a new one.`,
  expiredAt,
});

export interface ActivationTokenUsed extends Failure<'ActivationTokenUsed'> {
  readonly activatedAt: Date;
}
export const activationTokenUsed = (activatedAt: Date): ActivationTokenUsed => ({
  failure: 'ActivationTokenUsed',
  message: `The token was used at ${activatedAt.toISOString()}. The code was issued then.`,
  activatedAt,
});

export interface DeliveryNotFound extends Failure<'DeliveryNotFound'> {
  readonly deliveryId: string;
}
export const deliveryNotFound = (deliveryId: string): DeliveryNotFound => ({
  failure: 'DeliveryNotFound',
  message: `There is no delivery "${deliveryId}".`,
  deliveryId,
});

export interface DeliverySucceeded extends Failure<'DeliverySucceeded'> {
  readonly deliveredAt: Date;
}
export const deliverySucceeded = (deliveredAt: Date): DeliverySucceeded => ({
  failure: 'DeliverySucceeded',
  message: `The delivery succeeded at ${deliveredAt.toISOString()}.`,
  deliveredAt,
});
