import { takeOff, type Discount } from '../../src/discounts/core.js';
import type { Basket, BasketLine } from '../../src/discounts/basket.js';
import { discountInput } from '../../src/discounts/input.js';
import { formatAmount, money, parseAmount } from '../../src/lib/money.js';

/** A line as a test writes it; what is left out is as for an item that nothing was taken off yet. */
export interface Line extends Partial<Omit<BasketLine, 'listMinor' | 'baseMinor' | 'roomMinor'>> {
  /** Of one unit, before any discount. */
  readonly price: string;
  /** Of the whole line. */
  readonly base?: string;
  /** Of the whole line. */
  readonly room?: string;
}

export interface Written {
  readonly currency?: string;
  /** Just a sum, where there are no lines. */
  readonly items: string | readonly Line[];
  readonly shipping?: string | null;
  readonly country?: string | null;
  readonly balance?: string | null;
}

export function basket({ currency = 'GBP', items, shipping, country, balance }: Written): Basket {
  const minor = (amount: string) => parseAmount(amount, currency) as bigint;
  const optional = (amount: string | null | undefined) => (amount == null ? null : minor(amount));
  const lines: readonly Line[] = typeof items === 'string' ? [{ price: items }] : items;
  return {
    currency,
    lines: lines.map(({ price, base, room, ...line }, index) => {
      const listMinor = minor(price) * BigInt(line.quantity ?? 1);
      const baseMinor = optional(base) ?? listMinor;
      return {
        sku: `SKU-${index}`,
        productId: null,
        categories: [],
        tags: [],
        quantity: 1,
        isMatching: true,
        ...line,
        listMinor,
        baseMinor,
        roomMinor: optional(room) ?? baseMinor,
      };
    }),
    hasItems: typeof items !== 'string',
    shippingMinor: optional(shipping),
    shippingCountry: country ?? null,
    balanceMinor: optional(balance),
  };
}

/** What a discount, as it is sent, takes off: written as money, or the word why it cannot say. */
export function off(sent: object, written: Written) {
  return shown(discountInput.parse(sent), basket(written));
}

function shown(discount: Discount, given: Basket) {
  const answer = takeOff(discount, given);
  if (typeof answer === 'string') return answer;
  const amount = (minor: bigint) => formatAmount(money(minor, given.currency));
  return {
    items: amount(answer.lines.reduce((sum, minor) => sum + minor, 0n)),
    lines: answer.lines.map(amount),
    shipping: answer.shippingMinor === null ? null : amount(answer.shippingMinor),
  };
}
