import { unwantedTag, wantedSku, type RawCart } from './rule.js';

/** A cart and who has it, as the API takes them: of the rule of ten clauses, either all hold or one does not. */
export interface Shopper {
  readonly order: {
    readonly cart: { readonly currency: string; readonly lines: readonly ShopperLine[] };
  };
  readonly channel: string;
  readonly context: {
    readonly shippingCountry: string;
    readonly profile: {
      readonly attributes: { readonly tier: string };
      readonly ordersCount: number;
    };
  };
}

interface ShopperLine {
  readonly sku: string;
  readonly quantity: number;
  readonly unitPrice: string;
  readonly categories: readonly string[];
  readonly tags: readonly string[];
}

const clauses = 10;

const upTo = (most: number): number => Math.floor(Math.random() * (most + 1));
const decimal = (pence: number): string => (pence / 100).toFixed(2);

/** Ten lines of which the rule holds, but for the clause of this number, from 0 on; null for none. */
export function shopper(broken: number | null): Shopper {
  const is = (clause: number) => clause === broken;
  const lines = Array.from({ length: 10 }, (_, index): ShopperLine => {
    const isShoe = index < 3;
    const price = isShoe ? 600 + upTo(200) : is(0) ? 10 + upTo(40) : 400 + upTo(3_000);
    return {
      sku: index === 0 ? (is(4) ? 'SHOE-9' : wantedSku) : `SKU-${index}-${upTo(1_000)}`,
      quantity: is(2) && index === 9 ? 30 : isShoe ? 1 : 1 + upTo(2),
      unitPrice: decimal(price),
      categories: [isShoe && !is(1) ? 'shoes' : `category-${upTo(20)}`],
      tags: [`tag-${upTo(20)}`, is(3) && index === 7 ? unwantedTag : `season-${upTo(3)}`],
    };
  });
  return {
    order: { cart: { currency: is(7) ? 'EUR' : 'GBP', lines } },
    channel: is(5) ? 'store' : upTo(1) ? 'web' : 'app',
    context: {
      shippingCountry: is(6) ? 'FR' : upTo(1) ? 'GB' : 'IE',
      profile: {
        attributes: { tier: is(8) ? 'silver' : upTo(1) ? 'gold' : 'platinum' },
        ordersCount: is(9) ? 0 : 1 + upTo(20),
      },
    },
  };
}

/** So many; every other one passes, and of the others as many fail at each clause. */
export const shoppers = (count: number): Shopper[] =>
  Array.from({ length: count }, (_, index) => shopper(index % 2 === 0 ? null : ((index - 1) / 2) % clauses));

/** Of whom the rule holds, and whose cart comes to 59.90. */
export const shopperOfThree: Shopper = {
  order: {
    cart: {
      currency: 'GBP',
      lines: [
        { sku: wantedSku, quantity: 1, unitPrice: '39.90', categories: ['shoes'], tags: ['leather'] },
        { sku: 'SOCKS-3', quantity: 2, unitPrice: '5.00', categories: ['socks'], tags: ['wool'] },
        { sku: 'POLISH-1', quantity: 1, unitPrice: '10.00', categories: ['care'], tags: [] },
      ],
    },
  },
  channel: 'web',
  context: { shippingCountry: 'GB', profile: { attributes: { tier: 'gold' }, ordersCount: 4 } },
};

/** What all engines are told of it. */
export const rawCartOf = ({ order: { cart }, channel, context }: Shopper): RawCart => ({
  lines: cart.lines.map(({ sku, categories, tags, quantity, unitPrice }) => ({
    sku,
    categories,
    tags,
    quantity,
    price: Math.round(Number(unitPrice) * 100),
  })),
  currency: cart.currency,
  channel,
  country: context.shippingCountry,
  tier: context.profile.attributes.tier,
  ordersCount: context.profile.ordersCount,
});
