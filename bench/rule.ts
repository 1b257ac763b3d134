import type { RuleProperties } from 'json-rules-engine';
import type { JsonObject } from '../src/lib/json.js';

/** What the rule of ten clauses asks about, one field for each clause, in the order of the clauses. */
export interface RuleFacts {
  /** In pence. */
  readonly cartTotal: number;
  readonly subtotalOfShoes: number;
  readonly quantity: number;
  readonly tags: readonly string[];
  readonly skus: readonly string[];
  readonly channel: string;
  readonly country: string;
  readonly currency: string;
  readonly tier: string;
  readonly orderNumber: number;
}

const leastTotal = 4_000;
const leastOfShoes = 1_500;
const mostUnits = 30;
export const unwantedTag = 'clearance';
export const wantedSku = 'SHOE-1';
const otherSku = 'SHOE-2';
const channels = ['web', 'app'];
const countries = ['GB', 'IE'];
const currency = 'GBP';
const tiers = ['gold', 'platinum'];
const firstOrder = 2;

const decimal = (pence: number): string => (pence / 100).toFixed(2);

/** As the API takes it. */
export const tearlineRule: JsonObject = {
  all: [
    { cartTotal: { currency, gte: decimal(leastTotal) } },
    { subtotal: { of: { categories: ['shoes'] }, currency, gte: decimal(leastOfShoes) } },
    { quantity: { lte: mostUnits } },
    { not: { productTags: { eq: unwantedTag } } },
    { skus: { in: [wantedSku, otherSku] } },
    { channel: { in: channels } },
    { shippingCountry: { in: countries } },
    { currency: { eq: currency } },
    { customerAttribute: { name: 'tier', in: tiers } },
    { orderNumber: { gte: firstOrder } },
  ],
};

/** Facts by their names alone: with paths into objects it is slower. */
export const jsonRulesEngineRule: RuleProperties = {
  conditions: {
    all: [
      { fact: 'cartTotal', operator: 'greaterThanInclusive', value: leastTotal },
      { fact: 'subtotalOfShoes', operator: 'greaterThanInclusive', value: leastOfShoes },
      { fact: 'quantity', operator: 'lessThanInclusive', value: mostUnits },
      { fact: 'tags', operator: 'doesNotContain', value: unwantedTag },
      {
        any: [
          { fact: 'skus', operator: 'contains', value: wantedSku },
          { fact: 'skus', operator: 'contains', value: otherSku },
        ],
      },
      { fact: 'channel', operator: 'in', value: channels },
      { fact: 'country', operator: 'in', value: countries },
      { fact: 'currency', operator: 'equal', value: currency },
      { fact: 'tier', operator: 'in', value: tiers },
      { fact: 'orderNumber', operator: 'greaterThanInclusive', value: firstOrder },
    ],
  },
  event: { type: 'eligible' },
};

export const jsonLogicRule = {
  and: [
    { '>=': [{ var: 'cartTotal' }, leastTotal] },
    { '>=': [{ var: 'subtotalOfShoes' }, leastOfShoes] },
    { '<=': [{ var: 'quantity' }, mostUnits] },
    { '!': { in: [unwantedTag, { var: 'tags' }] } },
    { or: [{ in: [wantedSku, { var: 'skus' }] }, { in: [otherSku, { var: 'skus' }] }] },
    { in: [{ var: 'channel' }, channels] },
    { in: [{ var: 'country' }, countries] },
    { '==': [{ var: 'currency' }, currency] },
    { in: [{ var: 'tier' }, tiers] },
    { '>=': [{ var: 'orderNumber' }, firstOrder] },
  ],
};

/** The same once more, written out: what each engine must answer. */
export const passes = (facts: RuleFacts): boolean =>
  facts.cartTotal >= leastTotal &&
  facts.subtotalOfShoes >= leastOfShoes &&
  facts.quantity <= mostUnits &&
  !facts.tags.includes(unwantedTag) &&
  (facts.skus.includes(wantedSku) || facts.skus.includes(otherSku)) &&
  channels.includes(facts.channel) &&
  countries.includes(facts.country) &&
  facts.currency === currency &&
  tiers.includes(facts.tier) &&
  facts.orderNumber >= firstOrder;
