import { noSegments } from '../../src/segments/membership.js';
import { defaultReturnPolicy, type Campaign } from '../../src/campaigns/core.js';
import type { Coupon } from '../../src/coupons/core.js';
import { situationOf, unknownContext } from '../../src/evaluation/context.js';
import type { Question } from '../../src/evaluation/question.js';
import type { Order, OrderLine } from '../../src/evaluation/order.js';
import { parseAmount } from '../../src/lib/money.js';
import { at, coupon, now } from '../coupons/coupon.js';

/** A sum without lines. */
export const sum = (amount: string, currency = 'GBP'): Order => ({
  currency,
  subtotalMinor: parseAmount(amount, currency) as bigint,
  takenMinor: 0n,
  floorMinor: 0n,
  lines: null,
  shippingMinor: null,
});

type Line = Partial<Omit<OrderLine, 'listMinor' | 'subtotalMinor'>> & {
  readonly sku: string;
  readonly price: string;
};

/** A cart; each line says what it costs in all. */
export function cart(lines: readonly Line[], shipping: string | null = null, currency = 'GBP'): Order {
  const minor = (amount: string) => parseAmount(amount, currency) as bigint;
  const read = lines.map(({ price, ...line }): OrderLine => ({
    lineId: line.sku,
    quantity: 1,
    categories: [],
    tags: [],
    listMinor: minor(price),
    subtotalMinor: minor(price),
    floorMinor: 0n,
    productId: null,
    ...line,
  }));
  return {
    currency,
    subtotalMinor: read.reduce((total, { subtotalMinor }) => total + subtotalMinor, 0n),
    takenMinor: 0n,
    floorMinor: 0n,
    lines: read,
    shippingMinor: shipping === null ? null : minor(shipping),
  };
}

/** A campaign that is under way. */
export const campaign = (fields: Partial<Campaign> = {}): Campaign => ({
  id: 'campaign_01kjq6psg0e008000000000001',
  name: 'Spring',
  description: null,
  state: 'ACTIVE',
  startsAt: null,
  endsAt: null,
  channels: [],
  metadata: {},
  ...defaultReturnPolicy,
  version: 1,
  createdAt: at(-3_600_000),
  updatedAt: at(-3_600_000),
  ...fields,
});

/** What a coupon is worth for 100.00 GBP, for nobody in particular. */
export const question = ({
  coupon: fields,
  ...rest
}: Partial<Omit<Question, 'coupon'>> & { readonly coupon?: Partial<Coupon> } = {}): Question => ({
  coupon: coupon(fields),
  campaign: null,
  order: sum('100.00'),
  customer: rest.customerId == null ? null : `id:${rest.customerId}`,
  customerId: null,
  customerUses: 0,
  limits: [],
  rules: [],
  situation: () =>
    situationOf(
      { order: sum('100.00'), channel: null, attributes: {}, context: unknownContext, ...rest },
      noSegments,
      now,
    ),
  taxBasis: null,
  shippingCountry: null,
  amountMinor: null,
  now,
  ...rest,
});
