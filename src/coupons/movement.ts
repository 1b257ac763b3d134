import type { Id } from '../lib/id.js';
import type { Money } from '../lib/money.js';

/** One time that a gift card's balance changed. They add up to the balance. */
export interface GiftCardMovement {
  readonly id: Id<'movement'>;
  readonly kind: 'ISSUED' | 'REDEEMED' | 'RETURNED';
  /** Positive is put on the card, negative is taken off it. */
  readonly amount: Money;
  /** Right after the movement. */
  readonly balance: Money;
  readonly redemptionId: Id<'redemption'> | null;
  readonly createdAt: Date;
}

/** The first movement of every gift card. */
export const issued = (
  id: GiftCardMovement['id'],
  initialBalance: Money,
  createdAt: Date,
): GiftCardMovement => ({
  id,
  kind: 'ISSUED',
  amount: initialBalance,
  balance: initialBalance,
  redemptionId: null,
  createdAt,
});
