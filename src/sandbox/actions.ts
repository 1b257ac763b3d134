import { announce } from '../audit/actions.js';
import { segmentsOf } from '../conditions/core.js';
import { existingCampaign, findCoupon, findCouponsTyped } from '../coupons/actions.js';
import { meantBy } from '../coupons/code.js';
import type { Coupon } from '../coupons/core.js';
import { couponNotFound } from '../coupons/errors.js';
import { drawCodes, takeFree } from '../coupons/pattern.js';
import { readFacts, readFactsOfEach } from '../evaluation/actions/reading.js';
import type { Asker } from '../evaluation/asker.js';
import { distinct } from '../lib/distinct.js';
import { invalidInput, parseInput, type Unchecked } from '../lib/input.js';
import { isFailure } from '../lib/outcome.js';
import { mutation, type MutationInput } from '../platform/idempotency.js';
import type { Scope } from '../platform/scope.js';
import { asOf } from '../promotions/actions.js';
import { candidatesFor } from '../promotions/actions/candidates.js';
import { noCandidates, type Candidates } from '../promotions/candidates.js';
import { openCart, promoted, type Wish } from '../promotions/cart.js';
import { validationOf } from '../promotions/validation.js';
import type { Rule } from '../rules/core.js';
import { findListings, findSegmentsNamed } from '../segments/actions.js';
import { findTemplate } from '../templates/actions.js';
import { nextCoupon } from '../templates/core.js';
import { templateNotFound } from '../templates/errors.js';
import { promotedWithActual, withActual } from './active.js';
import {
  totalsOf,
  triedAs,
  triedDefinition,
  triedNext,
  type SandboxOrder,
  type SandboxValidation,
  type Tried,
} from './core.js';
import { tooManyTestCodes } from './errors.js';
import { factsWith, type Supposed } from './facts.js';
import {
  definedCoupon,
  definedRule,
  definedTwice,
  generation,
  peopleOf,
  preview,
  validation,
  type Definition,
  type RuleGiven,
  type TriedGiven,
} from './input.js';
import * as store from './store.js';

/** Of all test coupons of a tenant, deleted ones among them. */
const maxTestCodes = 10_000;

/** What codes, definitions that nobody has saved, or templates are worth for an order. Counts nothing, locks nothing, writes nothing. */
export async function sandboxValidate(outer: Scope, input: Unchecked) {
  const wish = parseInput(validation, input);
  if (isFailure(wish)) return wish;
  const scope = asOf(outer, wish.evaluateAt);
  const supposed = await suppose(scope, wish, [wish.identities]);
  if (isFailure(supposed)) return supposed;

  const codes = codesOf(wish);
  const cartWish: Wish = { ...wish, codes, reference: null, goal: 'PRIORITY' };
  const askers = askersOf(cartWish, supposed.tried, []);
  const facts = await readFacts(scope, { identities: wish.identities, askers });
  if (isFailure(facts)) return facts;
  const actual = actualOf(supposed.tried);
  // It is for no order, so none has used anything.
  const asking = { isExplained: true, madeBefore: () => null };
  const validate = (ifActive: boolean) => {
    const own = factsWith(facts, supposed, { ifActive });
    const cart = openCart(own, cartWish, noCandidates, scope);
    return codes.map((code) => withActual(validationOf(own, cart, code, asking), actual));
  };
  const [now, ifActive] = [validate(false), validate(true)];
  return codes.map((code, index): SandboxValidation => ({
    code,
    now: now[index]!,
    ifActive: ifActive[index]!,
  }));
}

/** What sample orders come to, each as if it were the next. Counts nothing, locks nothing, writes nothing. */
export async function sandboxPreview(outer: Scope, input: Unchecked) {
  const wish = parseInput(preview, input);
  if (isFailure(wish)) return wish;
  const people = peopleOf(wish.orders);
  if (isFailure(people)) return people;
  const scope = asOf(outer, wish.evaluateAt);
  const supposed = await suppose(
    scope,
    wish,
    people.map(({ identities }) => identities),
  );
  if (isFailure(supposed)) return supposed;

  const actual = actualOf(supposed.tried);
  const asked: { name: string; wish: Wish; automatic: Candidates; askers: readonly Asker[] }[] = [];
  for (const { name, ...order } of people) {
    const orderWish: Wish = { ...order, codes: codesOf(wish), reference: null, goal: wish.goal };
    const found = await candidatesFor(scope, { ...orderWish, automatic: wish.automatic });
    const automatic = { ...found, ids: found.ids.filter((id) => !actual.has(id)) };
    const askers = askersOf(orderWish, supposed.tried, automatic.ids);
    asked.push({ name, wish: orderWish, automatic, askers });
  }
  const loaded = await readFactsOfEach(
    scope,
    asked.map(({ wish: { identities }, askers }) => ({ identities, askers })),
  );
  const orders: SandboxOrder[] = [];
  for (const [index, { name, wish: orderWish, automatic }] of asked.entries()) {
    const facts = loaded[index]!;
    if (isFailure(facts)) return facts;
    const cart = openCart(factsWith(facts, supposed, wish), orderWish, automatic, scope);
    const came = promoted(cart, wish.goal, scope.now());
    orders.push({ name, promoted: promotedWithActual(came, actual) });
    // Fifty searches in a row would keep everybody else waiting.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { orders, totals: totalsOf(orders) };
}

/** What is typed: the definitions' codes as well, and of templates, whose codes are not drawn yet, their ids. */
const codesOf = ({ codes, definitions, templateIds }: TriedGiven): string[] => [
  ...codes,
  ...definitions.map(({ code }) => code),
  ...templateIds,
];

const actualOf = (tried: readonly Tried[]) => new Map(tried.map(({ coupon }) => [coupon.id, coupon]));

/** One asker for each coupon that is tried out, and for each that comes by itself. */
const askersOf = (wish: Wish, tried: readonly Tried[], automatic: readonly Coupon['id'][]): Asker[] => [
  ...tried.map(({ like }) => ({ ...wish, code: '', limited: like })),
  ...automatic.map((couponId) => ({ ...wish, code: '', couponId })),
];

/** What is tried out, found and made of what was given. */
async function suppose(scope: Scope, given: TriedGiven, people: readonly (readonly string[])[]) {
  const definitions = await defined(scope, given.definitions);
  if (isFailure(definitions)) return definitions;
  const fromTemplates = await nextOfTemplates(scope, given.templateIds);
  if (isFailure(fromTemplates)) return fromTemplates;
  const rules = definedRules(scope, given.rules);
  if (isFailure(rules)) return rules;
  const names = new Set(rules.flatMap(({ condition }) => segmentsOf(condition)));
  const segments = await findSegmentsNamed(scope, [...names]);
  if (isFailure(segments)) return segments;

  const saved = await findCouponsTyped(scope, codesOf(given));
  const unsaved = [
    ...definitions.map((coupon) => triedDefinition(coupon, saved)),
    ...fromTemplates.map(triedNext),
  ];
  const tried = new Map(unsaved.map((one) => [one.coupon.id, one]));
  for (const code of given.codes) {
    const coupon = meantBy(code, saved);
    if (coupon && !tried.has(coupon.id)) tried.set(coupon.id, triedAs(coupon));
  }
  const isListed = await findListings(scope, segments, people);
  if (isFailure(isListed)) return isListed;
  return { tried: [...tried.values()], rules, segments, isListed } satisfies Supposed;
}

async function defined(scope: Scope, given: readonly Definition[]) {
  const coupons: Coupon[] = [];
  for (const [index, { campaignId }] of given.entries()) {
    const existing = await existingCampaign(scope, campaignId);
    if (isFailure(existing)) return existing;
    const birth = { id: scope.newId('coupon'), createdBy: scope.actor, templateId: null, now: scope.now() };
    const coupon = definedCoupon(given, index, { ...birth, campaignId: existing });
    if (isFailure(coupon)) return coupon;
    coupons.push(coupon);
  }
  return definedTwice(coupons) ?? coupons;
}

/** For each template the coupon that would be made of it next. */
async function nextOfTemplates(scope: Scope, ids: readonly string[]) {
  const coupons: Coupon[] = [];
  for (const templateId of distinct(ids)) {
    const template = await findTemplate(scope, templateId);
    if (!template) return templateNotFound(templateId);
    const birth = { id: scope.newId('coupon'), createdBy: scope.actor, now: scope.now() };
    coupons.push(nextCoupon(template, birth));
  }
  return coupons;
}

function definedRules(scope: Scope, given: readonly RuleGiven[]) {
  const rules: Rule[] = [];
  for (const [index, written] of given.entries()) {
    const rule = definedRule(written, index, { id: scope.newId('rule'), now: scope.now() });
    if (isFailure(rule)) return rule;
    rules.push(rule);
  }
  return rules;
}

/** Makes test coupons of a coupon. Nothing of the coupon itself is used. */
export const generateTestCodes = mutation(
  'generateTestCodes',
  async (scope, { idempotencyKey: _, reason: __, ...input }: MutationInput & Unchecked) => {
    const checked = parseInput(generation, input);
    if (isFailure(checked)) return checked;
    const { couponId, count, pattern } = checked;
    await store.holdTestCodes(scope);
    await store.holdCoupon(scope, couponId);
    const coupon = await findCoupon(scope, couponId);
    if (!coupon || coupon.deletedAt) return couponNotFound(couponId);
    const existing = await store.countTestCodes(scope);
    if (existing + count > maxTestCodes) return tooManyTestCodes(maxTestCodes, existing);

    const couponIds = await takeFree(
      count,
      (missing) => drawCodes(pattern, missing, coupon.isCaseSensitive, scope.randomBytes),
      (drawn) => {
        const codes = drawn.map((code) => ({
          ...code,
          id: scope.newId('coupon'),
          movementId: scope.newId('movement'),
        }));
        return store.insertTestCodes(scope, coupon, codes);
      },
    );
    if (couponIds.length < count) {
      const message = 'Too many codes of this pattern are taken: expected more random characters.';
      return invalidInput([{ path: ['pattern'], message }]);
    }
    const after = { pattern: input['pattern'], count };
    await announce(scope, { action: 'test_codes.generated', targetId: coupon.id, before: null, after });
    return { couponIds: couponIds.sort() };
  },
);

interface DeleteTestCodes extends MutationInput {
  /** The coupon that they were copied from; null for all of the tenant's. */
  readonly couponId?: string | null | undefined;
}

/** Deletes test coupons for good. They have never been used, so nothing refers to them. */
export const deleteTestCodes = mutation('deleteTestCodes', async (scope, { couponId }: DeleteTestCodes) => {
  const coupon = couponId == null ? null : await findCoupon(scope, couponId);
  if (couponId != null && !coupon) return couponNotFound(couponId);
  const deletedCount = await store.eraseTestCodes(scope, coupon?.id ?? null);
  if (deletedCount > 0) {
    const targetId = coupon?.id ?? scope.tenantId;
    const before = { count: deletedCount };
    await announce(scope, { action: 'test_codes.deleted', targetId, before, after: null });
  }
  return { deletedCount };
});
