/**
 * Decisions without a server: a process that decides on prepared carts, as often as it can, with one engine and another
 * in turn. It is told of one load after the other, as the load generator is.
 *
 * Every engine has its rule in the form in which it is asked again and again, and is given the same: lines of a cart with
 * their prices read, the channel, the country, and what is said of the customer. What comes to a sum or a set it derives by
 * its own means, in each decision anew. Ours makes the order of it and values the discount line by line besides; the
 * others answer yes or no. `…-ready` is what they do if all sums and sets were made beforehand by somebody else.
 */
import { noSegments } from '../src/segments/membership.js';
import jsonLogic from 'json-logic-js';
import { Engine } from 'json-rules-engine';
import { readCondition } from '../src/conditions/stored.js';
import type { Coupon } from '../src/coupons/core.js';
import { everything } from '../src/coupons/applicability.js';
import { stacksWithAll } from '../src/coupons/stacking.js';
import { matchingItems } from '../src/discounts/target.js';
import { circumstances } from '../src/evaluation/asked.js';
import { situationOf } from '../src/evaluation/context.js';
import { decide } from '../src/evaluation/decide.js';
import type { Question } from '../src/evaluation/question.js';
import { orderLineOf, orderOf } from '../src/evaluation/order.js';
import { once } from '../src/lib/once.js';
import { isFailure } from '../src/lib/outcome.js';
import { noTargets, type Rule } from '../src/rules/core.js';
import type { Work } from './cases.js';
import type { Measured } from './load.js';
import {
  addDerivedFacts,
  factsOf,
  jsonLogicReadyRule,
  jsonLogicRule,
  jsonRulesEngineRule,
  passes,
  tearlineRule,
} from './rule.js';
import { rawCartOf, shoppers } from './shoppers.js';

export interface Deciding {
  readonly work: Work;
  readonly warmUpSeconds: number;
  readonly seconds: number;
}

/** A number of those that pass and as many of those that do not, in turn. */
const count = 400;
/** So many decisions between two looks at the clock. */
const batch = 50;
/** So long one engine decides before it is the next one's turn: what else the machine does falls on all of them. */
const turnMs = 50;

const now = new Date();
const given = shoppers(count);
const carts = given.map(rawCartOf);
const facts = carts.map(factsOf);
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
  templateId: null,
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
  taxBasis: null,
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
  targets: { ...noTargets, couponIds: [coupon.id] },
  metadata: {},
  version: 1,
  createdAt: now,
  updatedAt: now,
};

/**
 * The same as ours takes it: amounts are whole numbers of any size there. No order is kept: V8 would take it that orders
 * live long, and make each of them in the wrong place.
 */
const circumstancesOf = given.map((shopper) => {
  const { context, channel, attributes } = circumstances.parse(shopper);
  return { context, channel, attributes };
});
const lines = carts.map(({ lines }) =>
  lines.map(({ sku, categories, tags, quantity, price }) => ({
    sku,
    productId: null,
    categories,
    tags,
    quantity,
    unitMinor: BigInt(price),
  })),
);
const discounts = facts.map(({ cartTotal }) => BigInt(Math.floor((cartTotal + 5) / 10)));

/** Decides on one of the carts, and answers whether that was right. */
type Decide = (index: number) => boolean | Promise<boolean>;

function byTearline(index: number): boolean {
  const { context, channel, attributes } = circumstancesOf[index]!;
  const order = orderOf(
    carts[index]!.currency,
    lines[index]!.map((line) => orderLineOf(line, line.sku, line.unitMinor)),
    null,
  );
  const question: Question = {
    coupon,
    campaign: null,
    rules: [rule],
    situation: once(() => situationOf({ order, context, channel, attributes }, noSegments, now)),
    order,
    customer: null,
    customerId: null,
    customerUses: 0,
    limits: [],
    taxBasis: context.taxBasis,
    shippingCountry: context.shippingCountry,
    amountMinor: null,
    now,
  };
  const outcome = decide(question);
  if (isFailure(outcome)) return outcome.failure === 'RuleNotMet' && !expected[index];
  return outcome.discount.minor === discounts[index] && expected[index]!;
}

const engine = new Engine([jsonRulesEngineRule]);
addDerivedFacts(engine);
const readyEngine = new Engine([jsonRulesEngineRule]);

const byJsonRulesEngine = (engine: Engine, given: readonly object[]): Decide =>
  async function decideOn(index) {
    const { events } = await engine.run(given[index]);
    return events.length > 0 === expected[index];
  };

const byJsonLogic =
  (rule: object, given: readonly object[]): Decide =>
  (index) =>
    jsonLogic.apply(rule, given[index]!) === expected[index];

const deciders: Readonly<Partial<Record<Work, Decide>>> = {
  decide: byTearline,
  'decide-json-rules-engine': byJsonRulesEngine(engine, carts),
  'decide-json-logic': byJsonLogic(jsonLogicRule, carts),
  'decide-json-rules-engine-ready': byJsonRulesEngine(readyEngine, facts),
  'decide-json-logic-ready': byJsonLogic(jsonLogicReadyRule, facts),
};

/** What was measured of engines that nobody has asked for yet. */
const measuredBefore = new Map<Work, Measured>();

/** All engines are measured together, and each measurement is told once. */
async function measure(deciding: Deciding): Promise<Measured> {
  const { work } = deciding;
  if (!measuredBefore.has(work)) await measureAll(deciding);
  const measured = measuredBefore.get(work)!;
  measuredBefore.delete(work);
  return measured;
}

async function measureAll({ warmUpSeconds, seconds }: Deciding): Promise<void> {
  const runs = Object.entries(deciders).map(([work, decideOn]) => ({
    ...{ work: work as Work, decideOn, cpuMicros: 0 },
    ...{ decisions: 0, milliseconds: 0 },
  }));
  const turns = (seconds: number) => Math.ceil((seconds * 1000) / turnMs);
  for (let turn = turns(warmUpSeconds); turn > 0; turn--)
    for (const { work, decideOn } of runs) await takeTurn(work, decideOn, 0);
  for (let turn = turns(seconds); turn > 0; turn--) {
    for (const run of runs) {
      const cpuBefore = process.cpuUsage();
      const { decisions, milliseconds } = await takeTurn(run.work, run.decideOn, run.decisions);
      const { user, system } = process.cpuUsage(cpuBefore);
      run.decisions += decisions;
      run.milliseconds += milliseconds;
      run.cpuMicros += user + system;
    }
  }
  for (const { work, decisions, milliseconds, cpuMicros } of runs)
    measuredBefore.set(work, {
      perSecond: (decisions / milliseconds) * 1000,
      p99Ms: null,
      redemptions: 0,
      requests: decisions,
      unproven: 0,
      cpuMicros: cpuMicros / decisions,
    });
}

/** One engine goes on with the carts, from where it was. */
async function takeTurn(work: Work, decideOn: Decide, before: number) {
  const from = performance.now();
  let decisions = 0;
  let milliseconds = 0;
  while (milliseconds < turnMs) {
    for (let more = 0; more < batch; more++, decisions++) {
      const index = (before + decisions) % count;
      const answer = decideOn(index);
      // What answers at once is not waited for.
      if (!(typeof answer === 'boolean' ? answer : await answer))
        throw new Error(`${work} is wrong about ${JSON.stringify(given[index])}.`);
    }
    milliseconds = performance.now() - from;
  }
  return { decisions, milliseconds };
}

process.on('message', (assignment: Deciding) => {
  measure(assignment).then(
    (measured) => process.send!({ measured }),
    (error: unknown) => process.send!({ failed: String(error) }),
  );
});
// Who started it is gone: then nobody wants to know.
process.on('disconnect', () => process.exit());
