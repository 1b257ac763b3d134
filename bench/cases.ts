/** The limits whose cost is measured, each on codes of its own that have nothing else. */
export const limitKinds = [
  'none',
  'max-uses',
  'per-customer',
  'budget',
  'daily',
  'rolling',
  'per-channel',
  'per-attribute',
  'tenant-daily',
] as const;
export type LimitKind = (typeof limitKinds)[number];

/** What a client asks for, again and again. */
export type Work =
  /** A use of the one code that everybody wants, or of one of many. */
  | 'apply-hot'
  | 'apply-uniform'
  /** What one of many codes takes off. */
  | 'validate'
  /** The same of a code with a rule of ten clauses. */
  | 'validate-rule'
  /** The same request of a code without a rule. */
  | 'validate-cart'
  /** What a cart comes to with thirty codes: the best of all combinations, or first come, first served. */
  | 'preview-best'
  | 'preview-priority'
  /** What comes to a cart by itself, at a tenant with many automatic promotions, or few. */
  | AutomaticWork
  /** One decision in one process, without a server: ours, and those of other engines. */
  | 'decide'
  | 'decide-json-rules-engine'
  | 'decide-json-logic'
  /** Those others with all sums and sets made beforehand. */
  | 'decide-json-rules-engine-ready'
  | 'decide-json-logic-ready'
  /** A use of a code with one kind of limit. */
  | `apply-${LimitKind}`
  /** A payment with a gift card; each client has its own. */
  | 'apply-card'
  /** A checkout: holding a code, then using it for the order. */
  | 'reserve-confirm';

export type AutomaticWork = 'automatic-many' | 'automatic-few';

/** `small` and `large` are Tearline as well, with databases of their own; `none` is what needs no server. */
export type ServerName = 'tearline' | 'small' | 'large' | 'raw' | 'constant' | 'none';

export const isTearline = (server: ServerName): boolean =>
  server === 'tearline' || server === 'small' || server === 'large';

/**
 * How a document reaches the server: by its hash (`trusted`), as text (`apollo`), or by its hash and with all that the
 * client packages ask for (`sdk`), which is several times as much.
 */
export type Way = 'trusted' | 'apollo' | 'sdk';

/** So many clients, each on a connection of its own, each sending its next request when the last one is answered. */
export interface Load {
  readonly server: ServerName;
  readonly work: Work;
  readonly clients: number;
  /** `trusted` if not given. */
  readonly way?: Way;
  /** Where more codes are stored than are asked for, all of them are asked for. */
  readonly isOfAll?: true;
  /** Other clients at the same time. Their replies are checked and counted, and not measured. */
  readonly beside?: { readonly work: Work; readonly clients: number };
}

export const wayOf = ({ way = 'trusted' }: Load): Way => way;

interface Pair {
  readonly ours: Load;
  /** What ours is held against. Of several loads the one counts that did best. */
  readonly references: readonly Load[];
}

export type Demand = { readonly atLeast: number } | { readonly atMost: number };

export interface Case {
  readonly id: string;
  /** Of several pairs the worst is the line's. */
  readonly pairs: readonly Pair[];
  readonly against: string;
  /** What is divided by the reference's: a larger rate is better, and a smaller mean time or p99. */
  readonly figure: 'rate' | 'time' | 'p99';
  /** What the ratio must be, where something is demanded. */
  readonly limit?: Demand;
}

const one = (ours: Load, ...references: Load[]): Pair[] => [{ ours, references }];
const atRate = (id: string, pairs: Pair[], against: string, atLeast?: number): Case => ({
  id,
  pairs,
  against,
  figure: 'rate',
  ...(atLeast !== undefined && { limit: { atLeast } }),
});

const rawUse = 'node:http + pg, one statement a use';
const constant = 'Apollo on Fastify, a constant answer';

const hot: Load = { server: 'tearline', work: 'apply-hot', clients: 128 };
// The raw server's queue is for one row either way: some machines like a short one, some a long one.
const rawHot: Load[] = [
  { server: 'raw', work: 'apply-hot', clients: 8 },
  { server: 'raw', work: 'apply-hot', clients: 128 },
];
const validate: Load = { server: 'tearline', work: 'validate', clients: 32 };
// Apollo knows documents by their hashes as well. Whichever way it is faster.
const constantValidate: Load[] = [
  { server: 'constant', work: 'validate', clients: 32, way: 'apollo' },
  { server: 'constant', work: 'validate', clients: 32, way: 'trusted' },
];
// A validation with a rule asks for a cart, and so does its reference: the same document, the same cart.
const validateRule: Load = { ...validate, work: 'validate-rule' };
const validateCart: Load = { ...validate, work: 'validate-cart' };
const constantValidateRule = constantValidate.map((load): Load => ({ ...load, work: 'validate-rule' }));
const alone = (work: Work): Load => ({ server: 'none', work, clients: 1 });
const atOne = (work: Work): Load => ({ server: 'tearline', work, clients: 1 });
const neighbours: Load = { server: 'tearline', work: 'apply-uniform', clients: 8 };

const scaled = (work: Work, clients: number, of: Pick<Load, 'isOfAll'> = {}): Pair => ({
  ours: { server: 'large', work, clients, ...of },
  references: [{ server: 'small', work, clients }],
});

const mainCases: readonly Case[] = [
  atRate('apply-hot-128', one(hot, ...rawHot), rawUse, 3),
  atRate('apply-hot-128-apollo', one({ ...hot, way: 'apollo' }, ...rawHot), rawUse),
  atRate('apply-hot-128-sdk', one({ ...hot, way: 'sdk' }, ...rawHot), rawUse),
  atRate(
    'apply-hot-1',
    one(
      { server: 'tearline', work: 'apply-hot', clients: 1 },
      { server: 'raw', work: 'apply-hot', clients: 1 },
    ),
    rawUse,
    0.25,
  ),
  atRate(
    'apply-uniform-32',
    one(
      { server: 'tearline', work: 'apply-uniform', clients: 32 },
      { server: 'raw', work: 'apply-uniform', clients: 32 },
    ),
    rawUse,
    0.8,
  ),
  atRate('validate-32', one(validate, ...constantValidate), constant, 0.8),
  atRate('validate-32-apollo', one({ ...validate, way: 'apollo' }, ...constantValidate), constant),
  atRate('validate-32-sdk', one({ ...validate, way: 'sdk' }, ...constantValidate), constant),
  atRate(
    'validate-32-raw',
    one(validate, { server: 'raw', work: 'validate', clients: 32 }),
    'node:http + pg, one statement a read',
  ),
  {
    id: 'hot-neighbours-p99',
    pairs: one({ ...neighbours, beside: { work: 'apply-hot', clients: 64 } }, neighbours),
    against: 'p99 of 8 clients beside 64 on one code, against the 8 alone',
    figure: 'p99',
    limit: { atMost: 2 },
  },
  {
    // What the machine being busy costs by itself, whichever codes it is busy with.
    id: 'hot-neighbours-p99-spread',
    pairs: one(
      { ...neighbours, beside: { work: 'apply-hot', clients: 64 } },
      { ...neighbours, beside: { work: 'apply-uniform', clients: 64 } },
    ),
    against: 'p99 of 8 clients beside 64 on one code, against beside 64 on all codes',
    figure: 'p99',
  },
  {
    id: 'at-scale',
    pairs: [
      scaled('apply-hot', 128),
      scaled('apply-hot', 1),
      scaled('apply-uniform', 32),
      scaled('validate', 32),
    ],
    against: 'the same with 10,000 codes and nothing redeemed',
    figure: 'rate',
    limit: { atLeast: 0.85 },
  },
  {
    // Nobody asks for a code twice: no server has worse codes to remember, and no disk worse pages.
    id: 'at-scale-all-codes',
    pairs: [scaled('apply-uniform', 32, { isOfAll: true }), scaled('validate', 32, { isOfAll: true })],
    against: 'any code of all, against any of 10,000',
    figure: 'rate',
  },
];

/** What rules and promotions cost. */
const ruleCases: readonly Case[] = [
  atRate(
    'decide-10-clauses',
    one(alone('decide'), alone('decide-json-rules-engine')),
    'json-rules-engine 7.3.1, the same cart and rule',
    10,
  ),
  atRate(
    'decide-10-clauses-json-logic',
    one(alone('decide'), alone('decide-json-logic')),
    'json-logic-js 2.0.5, the same cart and rule',
    3,
  ),
  atRate(
    'decide-10-clauses-ready',
    one(alone('decide'), alone('decide-json-rules-engine-ready')),
    'json-rules-engine 7.3.1, all sums and sets ready-made',
  ),
  atRate(
    'decide-10-clauses-json-logic-ready',
    one(alone('decide'), alone('decide-json-logic-ready')),
    'json-logic-js 2.0.5, all sums and sets ready-made',
  ),
  atRate('validate-32-rule', one(validateRule, ...constantValidateRule), constant, 0.8),
  atRate('validate-32-rule-plain', one(validateRule, validateCart), 'the same cart, and no rule'),
  {
    id: 'best-30-codes',
    pairs: one(atOne('preview-best'), atOne('preview-priority')),
    against: 'p99 of the best combination of 30 codes, against first come, first served',
    figure: 'p99',
    limit: { atMost: 20 },
  },
  {
    id: 'automatic-10000',
    pairs: one(atOne('automatic-many'), atOne('automatic-few')),
    against: 'the time of a cart beside 10,000 automatic promotions, against beside 10',
    figure: 'time',
    limit: { atMost: 3 },
  },
];

const limited = (work: Work): Load => ({ server: 'tearline', work, clients: 32 });
const besideNone = (id: string, work: Work, what: string): Case =>
  atRate(id, one(limited(work), limited('apply-none')), what);

/** What each limit costs: a table of its own. */
const limitCases: readonly Case[] = [
  besideNone('apply-limits-none', 'apply-none', 'no limit'),
  besideNone('apply-limits-max-uses', 'apply-max-uses', '`maxUses`'),
  besideNone('apply-limits-per-customer', 'apply-per-customer', '`perCustomerLimit`'),
  besideNone('apply-limits-budget', 'apply-budget', "the campaign's `budget`, one for 1,000 codes"),
  besideNone('apply-limits-daily', 'apply-daily', "uses in a day on a zone's clocks"),
  besideNone('apply-limits-rolling', 'apply-rolling', 'uses in a rolling hour'),
  besideNone('apply-limits-per-channel', 'apply-per-channel', 'uses of each channel'),
  besideNone('apply-limits-per-attribute', 'apply-per-attribute', 'uses of each of 100 branches'),
  besideNone('apply-limits-tenant-daily', 'apply-tenant-daily', 'uses in a day, one for all codes'),
  besideNone('apply-gift-card', 'apply-card', 'a gift card, one for each client'),
  besideNone('reserve-confirm', 'reserve-confirm', 'two requests: hold, then use'),
];

export const isOfLimits = (one: Case): boolean => limitCases.includes(one);
export const cases: readonly Case[] = [...mainCases, ...ruleCases, ...limitCases];

export const cardClients = 32;
export const smallCodes = 10_000;
/** Of each kind of limit. */
const limitedCodes = 1_000;

/** The prefix and a number from 0 on, or each multiple of `step`. */
export interface Codes {
  readonly prefix: string;
  readonly count: number;
  readonly step?: number;
}

/** With names that none of the others begins with. */
const prefixes: Readonly<Record<LimitKind, string>> = {
  none: 'PLAIN',
  'max-uses': 'MAXIMUM',
  'per-customer': 'PERSON',
  budget: 'BUDGET',
  daily: 'DAILY',
  rolling: 'ROLLING',
  'per-channel': 'CHANNEL',
  'per-attribute': 'BRANCH',
  'tenant-daily': 'CAPPED',
};

export const limitCodes = (kind: LimitKind): Codes => ({ prefix: prefixes[kind], count: limitedCodes });
export const hotCodes: Codes = { prefix: 'HOT', count: 1 };
export const manyCodes = (count: number): Codes => ({ prefix: 'CODE', count });
/** As many as elsewhere, from all over those that are stored. */
const spreadCodes = (stored: number): Codes => ({
  ...manyCodes(smallCodes),
  step: Math.max(1, Math.floor(stored / smallCodes)),
});
export const ruledCodes: Codes = { prefix: 'RULED', count: limitedCodes };
export const mixedCodes: Codes = { prefix: 'MIXED', count: 30 };
/** Of each kind of automatic promotion. */
export const automaticCodes: Readonly<Record<AutomaticWork, Codes>> = {
  'automatic-many': { prefix: 'MANY', count: 2_000 },
  'automatic-few': { prefix: 'FEW', count: 2 },
};
export const cardCodes: Codes = { prefix: 'CARD', count: cardClients };

export const isAutomatic = (work: Work): work is AutomaticWork =>
  work === 'automatic-many' || work === 'automatic-few';

export const limitKindOf = (work: Work): LimitKind | undefined =>
  limitKinds.find((kind) => work === `apply-${kind}`);

/** Which codes are asked for, where so many of the ordinary ones are stored. */
export function codesOf({ work, isOfAll }: Pick<Load, 'work' | 'isOfAll'>, stored: number): Codes {
  const kind = limitKindOf(work);
  if (kind) return limitCodes(kind);
  if (isAutomatic(work)) return automaticCodes[work];
  if (work === 'preview-best' || work === 'preview-priority') return mixedCodes;
  if (work === 'validate-rule') return ruledCodes;
  if (work === 'validate-cart') return limitCodes('none');
  if (work === 'apply-hot') return hotCodes;
  if (work === 'apply-card') return cardCodes;
  if (work === 'reserve-confirm') return limitCodes('none');
  return isOfAll ? manyCodes(stored) : spreadCodes(stored);
}
