import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createClient, type Client } from '../testkit/client.js';
import { chance, seedOf } from '../testkit/seed.js';
import { startTestServer } from '../testkit/server.js';
import { makeTenant } from '../testkit/tenant.js';
import { circumstances, condition, coupons, goal, order } from './arbitrary.js';

// What is previewed is what is then done: of carts by chance, with coupons of every kind that get along by chance, to the
// last penny of each line. CARTS says how many; SEED repeats them.

const carts = Number(process.env['CARTS'] ?? 300);
const shops = 4;

const worth = `discount { amount } shippingDiscount { amount } freeShipping reward { itemId }`;
const lines = `lines { lineId discount { amount } }`;
const rejected = `rejected { code reasons { __typename message } conflicts { cause couponCode } }`;
const combination = `
  subtotal { amount } discount { amount } shippingDiscount { amount } total { amount } youSave { amount }
  paidByGiftCards { amount }
  lines { lineId subtotal { amount } discount { amount } total { amount } adjustments { couponCode amount { amount } } }
  applied { position coupon { code trigger } ${worth} } ${rejected}`;

const operations = {
  createCoupon: `... on CreateCouponSuccess { coupon { id } }`,
  createRule: `... on CreateRuleSuccess { rule { id } }`,
  createSegment: `... on CreateSegmentSuccess { segment { id } }`,
  addSegmentMembers: `... on AddSegmentMembersSuccess { segment { id } }`,
  previewPromotions: `... on PreviewPromotionsSuccess { combination { ${combination} search { visited } } }`,
  validateCoupons: `... on ValidateCouponsSuccess {
    combination { ${combination} search { visited } }
    codes { code isValid valuation { ${worth} ${lines} total { amount } } reasons { __typename message } }
  }`,
  applyPromotions: `
    ... on ApplyPromotionsSuccess { youSave { amount } paidByGiftCards { amount } ${rejected} redemptions { id couponCode ${worth} ${lines} } }
    ... on PromotionsRefusedError { ${rejected} }`,
  applyCoupon: `... on ApplyCouponSuccess { redemption { id } ${worth} ${lines} total { amount } }`,
  voidRedemption: `... on VoidRedemptionSuccess { redemption { status } }`,
};

type Operation = keyof typeof operations;

const queries: ReadonlySet<Operation> = new Set(['previewPromotions', 'validateCoupons']);

// What a test reads from an answer it says itself; a wrong path fails the test.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Answer = any;

async function ask(client: Client, name: Operation, input: object): Promise<Answer> {
  const ofMembers = name === 'addSegmentMembers' ? 'SegmentMembers' : null;
  const type = `${ofMembers ?? `${name[0]!.toUpperCase()}${name.slice(1)}`}Input!`;
  const data = await client.ask(
    `${queries.has(name) ? 'query' : 'mutation'} Ask($input: ${type}) {
      ${name}(input: $input) { __typename ... on Error { message } ${operations[name]} }
    }`,
    { input },
  );
  return data[name];
}

async function succeeded(client: Client, name: Operation, input: object): Promise<Answer> {
  const answer = await ask(client, name, input);
  if (answer.__typename.endsWith('Error')) throw new Error(`${name}: ${JSON.stringify([answer, input])}`);
  return answer;
}

const minor = (money: { readonly amount: string } | null): number =>
  money ? Math.round(Number(money.amount) * 100) : 0;
const sum = (amounts: readonly number[]): number => amounts.reduce((a, b) => a + b, 0);

/** One of each kind to be typed, and three that come by themselves. */
const typed = ['A1', 'B2', 'C3', 'D4', 'E5', 'F6', 'G7', 'H8'];
const shop = fc.record({
  coupons: coupons(typed),
  automatic: coupons(['AUTO-1', 'AUTO-2', 'AUTO-3'], { trigger: 'AUTOMATIC' }),
  rules: fc.array(
    fc.record({
      of: fc.nat(typed.length + 2),
      effect: fc.constantFrom('ELIGIBILITY', 'EXCLUSION'),
      conditionJson: condition,
    }),
    { maxLength: 3 },
  ),
});

const visit = fc.record({
  codes: fc.shuffledSubarray([...typed, 'NONE'], { maxLength: 5 }),
  order,
  circumstances,
  goal,
  automatic: fc.integer({ min: 0, max: 3 }).map((n) => n > 0),
});

interface Visit {
  readonly codes: readonly string[];
  readonly question: object;
  readonly client: Client;
  readonly newReference: () => object;
  readonly isVoided: boolean;
}

/** Nothing is taken that is not there, and what is taken from parts is what is taken from the whole. */
function addsUp(seen: Answer): void {
  const off = minor(seen.discount);
  expect(minor(seen.youSave) + minor(seen.paidByGiftCards)).toBe(off + minor(seen.shippingDiscount));
  expect(sum(seen.applied.map(({ discount }: Answer) => minor(discount)))).toBe(off);
  expect(sum(seen.applied.map((one: Answer) => minor(one.shippingDiscount)))).toBe(
    minor(seen.shippingDiscount),
  );
  expect(off).toBeLessThanOrEqual(minor(seen.subtotal));
  expect(seen.applied.map(({ position }: Answer) => position)).toEqual(
    seen.applied.map((_: unknown, index: number) => index + 1),
  );
  for (const { discount, shippingDiscount } of seen.applied) {
    expect(Math.min(minor(discount), minor(shippingDiscount))).toBeGreaterThanOrEqual(0);
  }
  if (seen.lines.length === 0) return;
  expect(sum(seen.lines.map(({ discount }: Answer) => minor(discount)))).toBe(off);
  for (const { subtotal, discount, total, adjustments } of seen.lines) {
    expect(minor(total)).toBeGreaterThanOrEqual(0);
    expect(minor(subtotal) - minor(discount)).toBe(minor(total));
    expect(sum(adjustments.map(({ amount }: Answer) => minor(amount)))).toBe(minor(discount));
    for (const { amount } of adjustments) expect(minor(amount)).toBeGreaterThan(0);
  }
}

/** Each code alone takes off what it is said to, and is refused for what is said first. */
async function aloneAsSaid(
  { client, question, newReference }: Visit,
  codes: readonly Answer[],
): Promise<void> {
  const { goal: _, automatic: __, ...asked } = question as Record<string, unknown>;
  for (const { code, isValid, valuation, reasons } of codes) {
    const used = await ask(client, 'applyCoupon', { ...asked, code, reference: newReference() });
    if (isValid) {
      const { __typename, redemption, ...taken } = used;
      expect(taken).toEqual(valuation);
      await succeeded(client, 'voidRedemption', { id: redemption.id });
    } else {
      expect(used).toEqual(reasons[0]);
    }
  }
}

/** What is used is what was seen, line by line. */
async function togetherAsSeen({ client, codes, question, newReference, isVoided }: Visit, seen: Answer) {
  const reference = newReference();
  const used = await ask(client, 'applyPromotions', { ...question, codes, reference, isPartial: true });
  const isAnyTyped = seen.applied.some(({ coupon }: Answer) => coupon.trigger === 'CODE');
  if (codes.length > 0 && !isAnyTyped) {
    expect(used.__typename).toBe('PromotionsRefusedError');
    const ofCodes = seen.rejected.filter(({ code }: Answer) => codes.includes(code));
    return expect(used.rejected).toEqual(ofCodes);
  }
  expect(used.__typename).toBe('ApplyPromotionsSuccess');
  expect(used.rejected).toEqual(seen.rejected);
  expect([used.youSave, used.paidByGiftCards]).toEqual([seen.youSave, seen.paidByGiftCards]);
  expect(
    used.redemptions.map(({ id: _, couponCode, lines: __, ...taken }: Answer) => [couponCode, taken]),
  ).toEqual(seen.applied.map(({ coupon, position: _, ...taken }: Answer) => [coupon.code, taken]));
  const ofLines = (lineId: string) =>
    used.redemptions.flatMap(({ couponCode, lines }: Answer) =>
      lines
        .filter((line: Answer) => line.lineId === lineId && minor(line.discount) > 0)
        .map(({ discount }: Answer) => ({ couponCode, amount: discount })),
    );
  for (const { lineId, adjustments } of seen.lines) expect(ofLines(lineId)).toEqual(adjustments);
  if (!isVoided) return;
  for (const { id } of used.redemptions) await succeeded(client, 'voidRedemption', { id });
}

async function served(one: Visit): Promise<number> {
  const { client, codes, question } = one;
  const { combination: seen } = await succeeded(client, 'previewPromotions', { ...question, codes });
  addsUp(seen);

  const backwards = codes.toReversed().map((code) => code.toLowerCase());
  const other = (await succeeded(client, 'previewPromotions', { ...question, codes: backwards })).combination;
  expect({ ...other, rejected: null }).toEqual({ ...seen, rejected: null });

  if (codes.length > 0) {
    const validated = await succeeded(client, 'validateCoupons', { ...question, codes });
    expect(validated.combination).toEqual(seen);
    await aloneAsSaid(one, validated.codes);
  }
  await togetherAsSeen(one, seen);
  return seen.applied.length;
}

const server = await startTestServer();

async function openShop(name: string, given: typeof shop extends fc.Arbitrary<infer T> ? T : never) {
  const { adminKey } = await makeTenant(server.app.services, name);
  const client = createClient(server.url, adminKey);
  const { segment } = await succeeded(client, 'createSegment', { name: 'members' });
  await succeeded(client, 'addSegmentMembers', { segmentId: segment.id, identities: [{ id: 'ada' }] });
  const ids: string[] = [];
  for (const coupon of [...given.coupons, ...given.automatic]) {
    ids.push((await succeeded(client, 'createCoupon', coupon)).coupon.id);
  }
  for (const { of, ...rule } of given.rules) {
    await succeeded(client, 'createRule', {
      name: `Rule ${of}`,
      ...rule,
      targets: { couponIds: [ids[of]!] },
    });
  }
  return client;
}

test(
  'given carts and coupons by chance, when promotions are previewed, then that is what applying them does',
  { timeout: 60_000 + carts * 1_000 },
  async () => {
    const seed = seedOf('preview is apply');
    const random = chance(seed);
    const applied = await Promise.all(
      fc.sample(shop, { seed, numRuns: shops }).map(async (given, at) => {
        const client = await openShop(`Shop ${at}`, given);
        let references = 0;
        const counts: number[] = [];
        for (const { codes, order, goal, automatic, circumstances } of fc.sample(visit, {
          seed: seed + at,
          numRuns: Math.ceil(carts / shops),
        })) {
          const question = { order, goal, automatic, ...circumstances };
          const newReference = () => ({ type: 'ORDER', id: `order-${++references}` });
          counts.push(await served({ client, codes, question, newReference, isVoided: random() < 0.7 }));
        }
        return counts;
      }),
    );
    // Chance has not passed by what this is about.
    expect(applied.flat().filter((count) => count > 1).length).toBeGreaterThan(carts / 10);
  },
);
