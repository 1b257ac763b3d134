import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createClient, type Client } from '../testkit/client.js';
import { chance, seedOf } from '../testkit/seed.js';
import { startTestServer } from '../testkit/server.js';
import { makeTenant } from '../testkit/tenant.js';
import { circumstances, condition, coupons, goal, limit, order } from './arbitrary.js';

// What is previewed is what is then done: of carts by chance, with coupons of every kind that get along by chance, to the
// last penny of each line; for orders that have used or reserved some of the codes before, and for repeats as well. CARTS
// says how many; SEED repeats them.

const carts = Number(process.env['CARTS'] ?? 300);
const shops = 4;

const worth = `discount { amount } shippingDiscount { amount } freeShipping reward { itemId }`;
const lines = `lines { lineId discount { amount } }`;
const taken = `${worth} ${lines} total { amount } remaining { uses customerUses }`;
const rejected = `rejected { code reasons { __typename message } conflicts { cause couponCode } }`;
const combination = `
  subtotal { amount } discount { amount } shippingDiscount { amount } total { amount } youSave { amount }
  paidByGiftCards { amount }
  lines { lineId subtotal { amount } discount { amount } total { amount } adjustments { couponCode amount { amount } } }
  applied { position coupon { code trigger } ${worth} } ${rejected}`;

const operations = {
  createCoupon: `... on CreateCouponSuccess { coupon { id } }`,
  createCampaign: `... on CreateCampaignSuccess { campaign { id } }`,
  activateCampaign: `... on ActivateCampaignSuccess { campaign { id } }`,
  createLimit: `... on CreateLimitSuccess { limit { id } }`,
  createRule: `... on CreateRuleSuccess { rule { id } }`,
  createSegment: `... on CreateSegmentSuccess { segment { id } }`,
  addSegmentMembers: `... on AddSegmentMembersSuccess { segment { id } }`,
  previewPromotions: `... on PreviewPromotionsSuccess { combination { ${combination} search { visited } } }`,
  validateCoupons: `... on ValidateCouponsSuccess {
    combination { ${combination} search { visited } }
    codes { code isValid valuation { ${taken} } reasons { __typename message } }
  }`,
  validateCoupon: `... on ValidateCouponSuccess { ${taken} }`,
  applyPromotions: `
    ... on ApplyPromotionsSuccess { youSave { amount } paidByGiftCards { amount } ${rejected} redemptions { id couponCode ${worth} ${lines} } }
    ... on PromotionsRefusedError { ${rejected} }`,
  applyCoupon: `... on ApplyCouponSuccess { redemption { id } ${taken} }`,
  reserveCoupons: `... on ReserveCouponsSuccess { reservation { id } }`,
  confirmReservation: `... on ConfirmReservationSuccess { reservation { id } }`,
  releaseReservation: `... on ReleaseReservationSuccess { reservation { id } }`,
  voidRedemption: `... on VoidRedemptionSuccess { redemption { status } }`,
};

type Operation = keyof typeof operations;

/** Whose input is not named as they are. */
const sharedInputs: Partial<Record<Operation, string>> = {
  addSegmentMembers: 'SegmentMembers',
  activateCampaign: 'CampaignAction',
};

const queries: ReadonlySet<Operation> = new Set(['previewPromotions', 'validateCoupons', 'validateCoupon']);

// What a test reads from an answer it says itself; a wrong path fails the test.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Answer = any;

async function ask(client: Client, name: Operation, input: object): Promise<Answer> {
  const type = `${sharedInputs[name] ?? `${name[0]!.toUpperCase()}${name.slice(1)}`}Input!`;
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
  /** Which of them are in one campaign. */
  inCampaign: fc.subarray([...typed, 'AUTO-1', 'AUTO-2']),
  limits: fc.array(limit, { minLength: 1, maxLength: 3 }),
});

/** What an order has done before: with the cart that is asked about then, or with another. */
const step = fc.record({
  by: fc.constantFrom('applyCoupon', 'applyPromotions', 'reserveCoupons', 'confirmReservation'),
  order: fc.option(order, { nil: null, freq: 1 }),
  isForAll: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const visit = fc.record({
  before: fc.oneof(fc.constant<Step[]>([]), fc.array(step, { minLength: 1, maxLength: 2 })),
  codes: fc.shuffledSubarray([...typed, 'NONE'], { maxLength: 5 }),
  order,
  circumstances,
  goal,
  automatic: fc.integer({ min: 0, max: 3 }).map((n) => n > 0),
});

interface Visit {
  readonly before: readonly Step[];
  readonly codes: readonly string[];
  readonly question: { readonly order: object };
  readonly client: Client;
  readonly newReference: () => Reference;
}

interface Reference {
  readonly type: string;
  readonly id: string;
}

/** What is said only where codes are used: the same wherever they are. */
const said = { metadata: { till: 3 } };

const ofOneCode = ({ question }: Visit): object => {
  const { goal: _, automatic: __, ...asked } = question as Record<string, unknown>;
  return asked;
};

async function happened(one: Visit, { by, order, isForAll }: Step, reference: Reference): Promise<void> {
  const { client, question } = one;
  const codes = isForAll ? one.codes : one.codes.slice(0, 1);
  const asked = { ...ofOneCode(one), order: order ?? question.order, reference, ...said };
  if (by === 'applyCoupon') {
    for (const code of codes) await ask(client, by, { ...asked, code });
  } else if (by === 'applyPromotions') {
    await ask(client, by, { ...question, ...asked, codes, isPartial: true });
  } else if (codes.length > 0) {
    const { reservation } = await ask(client, 'reserveCoupons', { ...asked, codes, isPartial: true });
    if (reservation && by === 'confirmReservation') await ask(client, by, { id: reservation.id });
  }
}

async function redemptionsOf({ client }: Visit, { id }: Reference): Promise<readonly Answer[]> {
  const { redemptions } = await client.ask(
    `query ($id: String!) { redemptions(filter: { referenceId: $id }, first: 100) {
      edges { node { id status reservation { id } } }
    } }`,
    { id },
  );
  return redemptions.edges.map(({ node }: Answer) => node);
}

/** Gives back all that an order has. */
async function cleared(one: Visit, reference: Reference): Promise<void> {
  const reserved = new Set<string>();
  for (const { id, status, reservation } of await redemptionsOf(one, reference)) {
    if (status === 'COMPLETED') await succeeded(one.client, 'voidRedemption', { id });
    if (status === 'RESERVED') reserved.add(reservation.id);
  }
  for (const id of reserved) await succeeded(one.client, 'releaseReservation', { id });
}

/** Looks at an order of its own, after what it has done before. */
async function atOrder<T>(one: Visit, look: (reference: Reference) => Promise<T>): Promise<T> {
  const reference = one.newReference();
  for (const step of one.before) await happened(one, step, reference);
  const seen = await look(reference);
  await cleared(one, reference);
  return seen;
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

/**
 * A code alone takes off what it is said to, or is refused for what is said first; and what is said of it then, the same. What
 * the order has used by applying all of the codes is worth what it took off then.
 */
async function aloneAsSaid(one: Visit, at: number, repeated: ReadonlyMap<string, object>): Promise<void> {
  const { client, codes, question } = one;
  const code = codes[at]!;
  await atOrder(one, async (reference) => {
    const asked = { ...ofOneCode(one), code, reference };
    const all = await succeeded(client, 'validateCoupons', { ...question, codes, reference });
    const validated = await ask(client, 'validateCoupon', asked);
    const { redemption: _, ...used } = await ask(client, 'applyCoupon', { ...asked, ...said });
    const again = await ask(client, 'validateCoupon', asked);

    const isUsed = used.__typename === 'ApplyCouponSuccess';
    const expected = isUsed ? { ...used, __typename: 'ValidateCouponSuccess' } : used;
    expect(validated).toEqual(expected);
    expect(again).toEqual(expected);
    const { isValid, valuation, reasons } = all.codes[at];
    const { __typename, ...worth } = used;
    const meant = repeated.get(code) ?? (isUsed ? worth : null);
    expect(isValid).toBe(meant !== null);
    if (meant) expect(valuation).toMatchObject(meant);
    else expect(reasons[0]).toEqual(used);
  });
}

/** What is used is what was seen, line by line. */
function usedAsSeen({ codes }: Visit, used: Answer, seen: Answer): void {
  if (used.__typename === 'ReferenceAlreadyRedeemedError') {
    expect(seen.applied).toEqual([]);
    return expect(seen.rejected.map(({ code }: Answer) => code)).toEqual(codes);
  }
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
}

interface Settled {
  readonly applied: number;
  /** What codes took off that the order had used by asking for the same before. */
  readonly repeated: ReadonlyMap<string, object>;
}

/** All codes together do what was seen, whichever is named first; and what is seen of it then, the same. */
const togetherAsSeen = (one: Visit) =>
  atOrder(one, async (reference): Promise<Settled> => {
    const { client, codes, question } = one;
    const preview = async (codes: readonly string[]) =>
      (await succeeded(client, 'previewPromotions', { ...question, codes, reference })).combination;
    const seen = await preview(codes);
    addsUp(seen);
    const backwards = await preview(codes.toReversed().map((code) => code.toLowerCase()));
    expect({ ...backwards, rejected: null }).toEqual({ ...seen, rejected: null });
    if (codes.length > 0) {
      const validated = await succeeded(client, 'validateCoupons', { ...question, codes, reference });
      expect(validated.combination).toEqual(seen);
    }

    const before = (await redemptionsOf(one, reference)).map(({ id }) => id as string);
    const used = await ask(client, 'applyPromotions', {
      ...{ ...question, codes, reference, isPartial: true },
      ...said,
    });
    usedAsSeen(one, used, seen);

    const redemptions: readonly Answer[] = used.redemptions ?? [];
    if (redemptions.length > 0) expect(await preview(codes)).toEqual({ ...seen, search: null });
    const repeated = redemptions.filter(({ id }) => before.includes(id));
    expect(repeated.length === 0 || repeated.length === redemptions.length).toBe(true);
    return {
      applied: seen.applied.length,
      repeated: new Map(repeated.map(({ id: _, couponCode, ...worth }) => [couponCode, worth])),
    };
  });

async function served(one: Visit): Promise<Settled> {
  const settled = await togetherAsSeen(one);
  for (const at of one.codes.keys()) await aloneAsSaid(one, at, settled.repeated);
  return settled;
}

const server = await startTestServer();

async function openShop(at: number, given: typeof shop extends fc.Arbitrary<infer T> ? T : never) {
  const { adminKey } = await makeTenant(server.app.services, `Shop ${at}`);
  const client = createClient(server.url, adminKey);
  const { segment } = await succeeded(client, 'createSegment', { name: 'members' });
  await succeeded(client, 'addSegmentMembers', { segmentId: segment.id, identities: [{ id: 'ada' }] });
  const ids: string[] = [];
  const { campaign } = await succeeded(client, 'createCampaign', { name: 'Spring' });
  await succeeded(client, 'activateCampaign', { id: campaign.id });
  for (const coupon of [...given.coupons, ...given.automatic]) {
    const campaignId = given.inCampaign.includes(coupon.code) ? campaign.id : undefined;
    ids.push((await succeeded(client, 'createCoupon', { ...coupon, campaignId })).coupon.id);
  }
  // In every other shop only, so that there are those in which many discounts come together.
  for (const { of, ...limit } of at % 2 === 0 ? [] : given.limits) {
    const target = {
      TENANT: { tenant: true },
      CAMPAIGN: { campaignId: campaign.id },
      COUPON: { couponId: ids[0] },
    }[of];
    await succeeded(client, 'createLimit', { target, ...limit });
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
    const settled = await Promise.all(
      fc.sample(shop, { seed, numRuns: shops }).map(async (given, at) => {
        const client = await openShop(at, given);
        let references = 0;
        const each: (Settled & Pick<Visit, 'before'>)[] = [];
        for (const { before, codes, order, goal, automatic, circumstances } of fc.sample(visit, {
          seed: seed + at,
          numRuns: Math.ceil(carts / shops),
        })) {
          const question = { order, goal, automatic, ...circumstances };
          const newReference = () => ({ type: 'ORDER', id: `order-${++references}` });
          const one = { client, before, codes, question, newReference };
          each.push({ ...(await served(one)), before });
          // What stays used is missing from the limits of those who come later.
          if (random() < 0.3) {
            const reference = newReference();
            await ask(client, 'applyPromotions', { ...question, codes, reference, isPartial: true });
          }
        }
        return each;
      }),
    );
    // Chance has not passed by what this is about.
    const each = settled.flat();
    expect(each.filter(({ applied }) => applied > 1).length).toBeGreaterThan(carts / 20);
    expect(each.filter(({ before }) => before.length > 0).length).toBeGreaterThan(carts / 5);
  },
);
