/** Codes and promotions with rules, and those that get along with others in all ways. */
import type pg from 'pg';
import { mixedCodes, ruledCodes, type Codes } from './cases.js';
import { ask, copy, copyCoupon, makeCoupon, onDatabase, type Place } from './data.js';
import { tearlineRule } from './rule.js';

const gbp = (amount: string) => ({ amount, currency: 'GBP' });

const makeRule = (place: Place, name: string, couponId: string, conditionJson: object) =>
  ask(place, 'createRule', 'CreateRuleInput', '', {
    name,
    conditionJson,
    targets: { couponIds: [couponId] },
  });

/** Each code has a rule of its own, as if somebody had written it for just that code. */
export async function makeRuled(place: Place): Promise<void> {
  const { prefix } = ruledCodes;
  const couponId = await makeCoupon(place, { code: prefix });
  await makeRule(place, prefix, couponId, tearlineRule);
  await onDatabase(place.databaseUrl, async (client) => {
    await copyCoupon(client, ruledCodes);
    await copyRules(client, prefix);
  });
}

/** For all copies of a coupon; a rule has the name of its coupon's code. */
async function copyRules(client: pg.Client, prefix: string, condition = 'template.condition'): Promise<void> {
  await copy(client, 'rules', {
    of: `rules AS template JOIN coupons AS copied
      ON template.name = '${prefix}' AND copied.code LIKE '${prefix}_%'`,
    different: { id: 'uuidv7()', name: 'copied.code', condition },
  });
  await copy(client, 'rule_targets', {
    of: `rule_targets AS template
      JOIN rules AS original ON original.id = template.rule_id AND original.name = '${prefix}'
      JOIN rules AS copied ON copied.name LIKE '${prefix}_%'
      JOIN coupons AS coupon ON coupon.code = copied.name`,
    different: { rule_id: 'copied.id', target_id: 'coupon.id', coupon_id: 'coupon.id' },
  });
}

const categories = ['shoes', 'socks', 'coats', 'hats', 'care'];

/** Thirty codes, no two alike: groups, exclusive ones, lists of whom they go with, floors, ceilings, both bases. */
export async function makeMixed(place: Place): Promise<void> {
  for (let number = 0; number < mixedCodes.count; number++) {
    await makeCoupon(place, {
      code: `${mixedCodes.prefix}${number}`,
      minimumOrder: null,
      ...mixedCoupon(number),
    });
  }
}

const mixedCoupon = (number: number) => ({
  discount: mixedDiscount(number),
  ...(number % 7 === 3 && { applicability: { includeCategories: [categories[number % 5]] } }),
  ...(number % 9 === 4 && { minimumOrder: gbp('150.00') }),
  stacking: {
    priority: (number * 7) % 5,
    base: number % 2 === 0 ? 'INITIAL' : 'RUNNING',
    isExclusive: number % 10 === 9,
    group: number % 3 === 0 ? `group-${number % 4}` : null,
    priceFloor: number % 5 === 4 ? '40' : null,
    ...(number % 6 === 1 && {
      combinableWith: {
        codes: [2, 4, 5, 8, 10, 14, 16, 20].map((other) => `${mixedCodes.prefix}${other}`),
        groups: ['group-0', 'group-3'],
      },
    }),
  },
});

function mixedDiscount(number: number): object {
  if (number === 28) return { freeShipping: {} };
  const percent = String(3 + (number % 11));
  if (number % 4 === 0) return { percentage: { percent } };
  if (number % 4 === 2) return { percentage: { percent, maximum: gbp(`${4 + (number % 5)}.00`) } };
  return { fixed: { amount: gbp(`${2 + (number % 6)}.50`) } };
}

const upTo = (most: number): number => Math.floor(Math.random() * (most + 1));

/** Some lines of anything, with shipping. */
export const mixedCart = () => ({
  currency: 'GBP',
  shipping: '4.95',
  lines: Array.from({ length: 3 + upTo(5) }, (_, index) => ({
    sku: `SKU-${index}`,
    quantity: 1 + upTo(2),
    unitPrice: `${5 + upTo(60)}.${10 + upTo(89)}`,
    categories: [categories[upTo(4)]],
  })),
});

/** By what an automatic promotion hangs on a cart, in the order in which they are taken off. */
export const automaticKinds = ['SKU', 'CATEGORY', 'TAG', 'CHANNEL', 'TOTAL'] as const;

type AutomaticKind = (typeof automaticKinds)[number];

const ownOff = 10;
const pence = (amount: number): string => (amount / 100).toFixed(2);
/** Each kind takes off ten pence more than the one before it. */
const offOf = (kind: AutomaticKind): number => ownOff * (1 + automaticKinds.indexOf(kind));
/** By one promotion of each kind together. */
export const automaticSaving = pence(automaticKinds.reduce((sum, kind) => sum + offOf(kind), 0));

/** The total of a cart lies between these two, in pounds and pence, of which the number of the cart is in the place of n. */
const leastPounds = 20;

/**
 * Such a cart fits one promotion of each kind, that of its number: all others are for other skus, categories, tags,
 * channels and totals.
 */
export const automaticCart = (number: number) => ({
  channel: `channel-${number}`,
  order: {
    cart: {
      currency: 'GBP',
      lines: [
        {
          sku: `sku-${number}`,
          unitPrice: `${number * 10 + 10}.00`,
          categories: [`category-${number}`],
          tags: [`tag-${number}`],
        },
        ...['first', 'second', 'third'].map((sku) => ({ sku, unitPrice: '5.00', categories: ['any'] })),
      ],
    },
  },
});

/** What stands for a number in the drafts that all promotions are copied from. */
const gap = 'number';
const gapOfLeast = '1111.11';
const gapOfMost = '2222.22';

const drafts: Readonly<
  Record<AutomaticKind, { readonly applicability?: object; readonly condition?: object }>
> = {
  SKU: { applicability: { includeProducts: [`sku-${gap}`] } },
  CATEGORY: { applicability: { includeCategories: [`category-${gap}`] } },
  TAG: { condition: { productTags: { eq: `tag-${gap}` } } },
  CHANNEL: { condition: { channel: { eq: `channel-${gap}` } } },
  TOTAL: { condition: { cartTotal: { currency: 'GBP', between: { low: gapOfLeast, high: gapOfMost } } } },
};

/** A number of promotions of each kind, for a tenant of their own. */
export async function makeAutomatic(place: Place, { prefix, count }: Codes): Promise<void> {
  for (const kind of automaticKinds) {
    const { applicability = {}, condition } = drafts[kind];
    const code = `${prefix}${kind}`;
    const couponId = await makeCoupon(place, {
      code,
      applicability,
      discount: { fixed: { amount: gbp(pence(offOf(kind))) } },
      minimumOrder: null,
      trigger: 'AUTOMATIC',
      stacking: { priority: automaticKinds.length - automaticKinds.indexOf(kind) },
      isDraft: true,
    });
    if (condition) await makeRule(place, code, couponId, condition);
    await onDatabase(place.databaseUrl, async (client) => {
      const applicability = `replace(template.applicability::text, '-${gap}', '-' || n)::jsonb`;
      await copyCoupon(client, { prefix: code, count }, { state: `'ACTIVE'`, applicability });
      if (condition) await copyRules(client, code, conditionInSql(code));
    });
  }
}

/** The condition of the draft, with the number at the end of the copy's code. */
function conditionInSql(prefix: string): string {
  const number = `substr(copied.code, ${prefix.length + 1})::int`;
  const named = `replace(template.condition::text, '-${gap}', '-' || ${number})`;
  const least = `${number} * 10 + ${leastPounds}`;
  return `replace(replace(${named}, '${gapOfLeast}', (${least}) || '.00'), '${gapOfMost}', (${least} + 9) || '.99')::jsonb`;
}
