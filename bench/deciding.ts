/**
 * Decisions without a server: a process that decides on prepared carts, as often as it can, with one engine at a time. It is told of one
 * load after the other, as the load generator is.
 *
 * Every engine has its rule in the form in which it is asked again and again. Ours is given what the API has read of a
 * cart: in each decision it derives its facts, sums up the cart, and values the discount line by line. The others get
 * all sums and sets ready-made and answer yes or no.
 */
import jsonLogic from 'json-logic-js';
import { Engine } from 'json-rules-engine';
import { readCondition } from '../src/conditions/stored.js';
import type { Coupon } from '../src/coupons/core.js';
import { everything } from '../src/coupons/applicability.js';
import { stacksWithAll } from '../src/coupons/stacking.js';
import { matchingItems } from '../src/discounts/target.js';
import { circumstances } from '../src/evaluation/asked.js';
import { situationOf } from '../src/evaluation/context.js';
import { decide, type Question } from '../src/evaluation/decide.js';
import { isFailure } from '../src/lib/outcome.js';
import type { Rule } from '../src/rules/core.js';
import type { Work } from './cases.js';
import type { Measured } from './load.js';
import { jsonLogicRule, jsonRulesEngineRule, passes, tearlineRule } from './rule.js';
import { factsOf, shoppers } from './shoppers.js';

export interface Deciding {
  readonly work: Work;
  readonly warmUpSeconds: number;
  readonly seconds: number;
}

/** A number of those that pass and as many of those that do not, in turn. */
const count = 2_000;
/** So many decisions between two looks at the clock. */
const batch = 50;

const now = new Date();
const given = shoppers(count);
const facts = given.map(factsOf);
const expected = facts.map(passes);
if (expected.filter(Boolean).length !== count / 2) throw new Error('Half of the carts should pass.');

const coupon: Coupon = {
  id: 'coupon_01kjq6psg0e008000000000001',
  code: 'RULED',
  codeKey: 'RULED',
  isCaseSensitive: false,
  trigger: 'CODE',
  isTest: false,
  testOfId: null,
  state: 'ACTIVE',
  description: null,
  discount: {
    kind: 'PERCENTAGE',
    basisPoints: 1_000,
    maximum: null,
    ...matchingItems,
    freeShipping: false,
  },
  currency: null,
  minimumOrder: null,
  validFrom: null,
  validUntil: null,
  maxUses: null,
  perCustomerLimit: null,
  usesCount: 0,
  balance: null,
  applicability: everything,
  stacking: stacksWithAll,
  campaignId: null,
  metadata: {},
  createdBy: { kind: 'API_KEY', id: 'key_01kjq6psg0e008000000000001' },
  version: 1,
  revokedAt: null,
  deletedAt: null,
  createdAt: now,
  updatedAt: now,
};

const rule: Rule = {
  id: 'rule_01kjq6psg0e008000000000001',
  name: 'Ten clauses',
  description: null,
  effect: 'ELIGIBILITY',
  condition: readCondition(tearlineRule),
  priority: 0,
  targets: { couponIds: [coupon.id], campaignIds: [], isTenantWide: false },
  metadata: {},
  version: 1,
  createdAt: now,
  updatedAt: now,
};

const asked = given.map((shopper) => circumstances.parse(shopper));
const discounts = facts.map(({ cartTotal }) => BigInt(Math.floor((cartTotal + 5) / 10)));

/** Decides on one of the carts, and answers whether that was right. */
type Decide = (index: number) => boolean | Promise<boolean>;

function byTearline(index: number): boolean {
  const circumstances = asked[index]!;
  const question: Question = {
    coupon,
    campaign: null,
    rules: [rule],
    situation: () => (situation ??= situationOf(circumstances, () => false, now)),
    order: circumstances.order,
    customer: null,
    customerId: null,
    customerUses: 0,
    limits: [],
    shippingCountry: circumstances.context.shippingCountry,
    amountMinor: null,
    now,
  };
  let situation: ReturnType<Question['situation']> | undefined;
  const outcome = decide(question);
  if (isFailure(outcome)) return outcome.failure === 'RuleNotMet' && !expected[index];
  return outcome.discount.minor === discounts[index] && expected[index]!;
}

const engine = new Engine([jsonRulesEngineRule]);

async function byJsonRulesEngine(index: number): Promise<boolean> {
  const { events } = await engine.run({ ...facts[index]! });
  return events.length > 0 === expected[index];
}

const byJsonLogic = (index: number): boolean =>
  jsonLogic.apply(jsonLogicRule, facts[index]!) === expected[index];

const deciders: Readonly<Partial<Record<Work, Decide>>> = {
  decide: byTearline,
  'decide-json-rules-engine': byJsonRulesEngine,
  'decide-json-logic': byJsonLogic,
};

async function measure({ work, warmUpSeconds, seconds }: Deciding): Promise<Measured> {
  const decideOn = deciders[work]!;
  const cpuBefore = process.cpuUsage();
  const first = await decideFor(warmUpSeconds, work, decideOn);
  const measured = await decideFor(seconds, work, decideOn);
  const { user, system } = process.cpuUsage(cpuBefore);
  return {
    perSecond: measured.decisions / measured.seconds,
    p99Ms: null,
    redemptions: 0,
    unproven: 0,
    cpuMicros: (user + system) / (first.decisions + measured.decisions),
  };
}

async function decideFor(seconds: number, work: Work, decideOn: Decide) {
  const from = performance.now();
  let decisions = 0;
  let elapsed = 0;
  while (elapsed < seconds * 1000) {
    for (let more = 0; more < batch; more++, decisions++) {
      const answer = decideOn(decisions % count);
      // What answers at once is not waited for.
      if (!(typeof answer === 'boolean' ? answer : await answer))
        throw new Error(`${work} is wrong about ${JSON.stringify(given[decisions % count])}.`);
    }
    elapsed = performance.now() - from;
  }
  return { decisions, seconds: elapsed / 1000 };
}

process.on('message', (assignment: Deciding) => {
  measure(assignment).then(
    (measured) => process.send!({ measured }),
    (error: unknown) => process.send!({ failed: String(error) }),
  );
});
// Who started it is gone: then nobody wants to know.
process.on('disconnect', () => process.exit());
