import type { Almanac, Engine, RuleProperties } from 'json-rules-engine';
import type { JsonObject } from '../src/lib/json.js';

/** What every engine is given: a cart as it was sent, and who has it. All prices are read, and nothing is added up. */
export interface RawCart {
  readonly lines: readonly RawLine[];
  readonly currency: string;
  readonly channel: string;
  readonly country: string;
  readonly tier: string;
  /** Completed before this one. */
  readonly ordersCount: number;
}

export interface RawLine {
  readonly sku: string;
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  readonly quantity: number;
  /** Of one unit, in pence. */
  readonly price: number;
}

/** What the rule of ten clauses asks about, ready-made, one field for each clause, in the order of the clauses. */
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
const chosenCategory = 'shoes';

const decimal = (pence: number): string => (pence / 100).toFixed(2);

/** As the API takes it. */
export const tearlineRule: JsonObject = {
  all: [
    { cartTotal: { currency, gte: decimal(leastTotal) } },
    { subtotal: { of: { categories: [chosenCategory] }, currency, gte: decimal(leastOfShoes) } },
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

/** Facts by their names alone: with paths into objects it is slower. The same for facts that are derived and ready-made. */
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

/**
 * Where json-rules-engine has those facts from: its documentation has functions for what is derived, which ask the
 * almanac of a run for what it was given. What they answer is kept for the rest of the run.
 */
export function addDerivedFacts(engine: Engine): void {
  const derive = (name: keyof RuleFacts, of: (lines: readonly RawLine[]) => unknown) =>
    engine.addFact(name, async (_: unknown, almanac: Almanac) =>
      of(await almanac.factValue<readonly RawLine[]>('lines')),
    );
  derive('cartTotal', penceOf);
  derive('subtotalOfShoes', (lines) => penceOf(lines.filter(isShoes)));
  derive('quantity', unitsOf);
  derive('tags', tagsOf);
  derive('skus', (lines) => lines.map(({ sku }) => sku));
  engine.addFact(
    'orderNumber',
    async (_: unknown, almanac: Almanac) => (await almanac.factValue<number>('ordersCount')) + 1,
  );
}

const penceOf = (lines: readonly RawLine[]): number =>
  lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0);
const unitsOf = (lines: readonly RawLine[]): number => lines.reduce((sum, { quantity }) => sum + quantity, 0);
const tagsOf = (lines: readonly RawLine[]): string[] => [...new Set(lines.flatMap(({ tags }) => tags))];
const isShoes = ({ categories }: RawLine): boolean => categories.includes(chosenCategory);

/** What a cart comes to, for whoever is told it ready-made. */
export const factsOf = ({ lines, ordersCount, ...rest }: RawCart): RuleFacts => ({
  ...rest,
  cartTotal: penceOf(lines),
  subtotalOfShoes: penceOf(lines.filter(isShoes)),
  quantity: unitsOf(lines),
  tags: tagsOf(lines),
  skus: lines.map(({ sku }) => sku),
  orderNumber: ordersCount + 1,
});

/** By the operations that json-logic-js has for lists. */
const sumOver = (lines: object, amount: object) => ({
  reduce: [lines, { '+': [{ var: 'accumulator' }, amount] }, 0],
});
const lines = { var: 'lines' };
const penceOfLine = { '*': [{ var: 'current.quantity' }, { var: 'current.price' }] };

/** Of a cart as it was sent. */
export const jsonLogicRule = {
  and: [
    { '>=': [sumOver(lines, penceOfLine), leastTotal] },
    {
      '>=': [
        sumOver({ filter: [lines, { in: [chosenCategory, { var: 'categories' }] }] }, penceOfLine),
        leastOfShoes,
      ],
    },
    { '<=': [sumOver(lines, { var: 'current.quantity' }), mostUnits] },
    { none: [lines, { in: [unwantedTag, { var: 'tags' }] }] },
    { some: [lines, { in: [{ var: 'sku' }, [wantedSku, otherSku]] }] },
    { in: [{ var: 'channel' }, channels] },
    { in: [{ var: 'country' }, countries] },
    { '==': [{ var: 'currency' }, currency] },
    { in: [{ var: 'tier' }, tiers] },
    { '>=': [{ '+': [{ var: 'ordersCount' }, 1] }, firstOrder] },
  ],
};

/** Of ready-made facts: for what is then left of the work, the comparisons. */
export const jsonLogicReadyRule = {
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
