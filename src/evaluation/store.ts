import { Prisma } from '../generated/prisma/client.js';
import { readCampaign, type StoredCampaign } from '../campaigns/stored.js';
import type { Campaign } from '../campaigns/core.js';
import type { Coupon } from '../coupons/core.js';
import { nameOfIdentity } from '../customers/core.js';
import type { Reward } from '../discounts/reward.js';
import { idOf, uuidOf } from '../lib/id.js';
import type { JsonObject } from '../lib/json.js';
import { money } from '../lib/money.js';
import { rowOf } from '../lib/row.js';
import type { TaxBasis } from '../lib/tax-basis.js';
import { readLimit, type StoredLimit } from '../limits/stored.js';
import { readTexts } from '../platform/database.js';
import { andBegin } from '../platform/database-connection.js';
import { namesHeld } from '../platform/names.js';
import type { Scope } from '../platform/scope.js';
import { createDefinitions, stampsOf, type CouponJson, type Known } from './definitions.js';
import { nameOfReference, type Answer, type Held, type MadeUse, type ReferenceTo } from './facts.js';
import type { Found } from './found.js';
import { readLines, readOverruns } from './stored.js';

/** What is to be looked up. */
export interface Sought {
  /** Of living coupons: see coupons/code.ts. */
  readonly codeKeys: readonly string[];
  /** Coupons that are sought by their ids, also deleted ones. */
  readonly couponIds: readonly Coupon['id'][];
  /** Campaigns whose limits and rules are sought, beside those that the coupons belong to. */
  readonly campaignIds: readonly Campaign['id'][];
  /** Templates whose rules are sought, beside those that the coupons were made from. */
  readonly templateIds: readonly NonNullable<Coupon['templateId']>[];
  readonly identities: readonly string[];
  /** Those of them that nobody may link meanwhile without waiting. */
  readonly heldIdentities: readonly string[];
  readonly idempotencyKeys: readonly string[];
  readonly references: readonly ReferenceTo[];
}

type Row = Readonly<Record<string, unknown>>;

/** As the function `decision_facts` writes it; see the migrations. */
interface FactsJson {
  readonly coupons: readonly CouponJson[];
  readonly campaigns: readonly Row[];
  readonly limits: readonly Row[];
  readonly foldsAliases: boolean;
  readonly identities: Readonly<Record<string, string>>;
  readonly redeemers: readonly {
    readonly couponId: string;
    readonly customer: string;
    readonly uses: number;
  }[];
  readonly answered: readonly {
    readonly key: string;
    readonly hash: string;
    readonly redemptionId: Answer['redemptionId'];
  }[];
  readonly held: readonly HeldJson[];
  readonly beside: readonly Pick<
    HeldJson,
    'redemptionId' | 'couponId' | 'referenceType' | 'referenceId' | 'customer'
  >[];
  readonly besideCoupons: readonly CouponJson[];
  readonly rules: readonly { readonly id: string; readonly version: number }[];
  readonly segments: readonly { readonly id: string; readonly version: number }[];
  readonly members: readonly { readonly segmentId: string; readonly customer: string }[];
}

interface HeldJson {
  readonly redemptionId: string;
  readonly couponId: string;
  readonly campaignId: string | null;
  readonly status: Held['status'];
  readonly referenceType: string;
  readonly referenceId: string;
  readonly hash: string;
  readonly customer: string | null;
  readonly channel: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly at: string;
  readonly uses: number;
  readonly currency: string;
  readonly discountMinor: number;
  readonly orderMinor: number;
  readonly itemsOffMinor: number;
  /** Null while it is reserved. */
  readonly made: {
    readonly metadata: JsonObject;
    readonly taxBasis: TaxBasis | null;
    readonly subtotalMinor: number;
    readonly discountMinor: number;
    readonly lines: unknown;
    readonly freeShipping: boolean;
    readonly shippingDiscountMinor: number | null;
    readonly reward: Reward | null;
    readonly usesLeft: number | null;
    readonly customerUsesLeft: number | null;
    readonly overruns: unknown;
  } | null;
}

/**
 * Finds everything at once, and holds it until the transaction ends: one round trip, whatever is asked. References are held
 * before all else, then identities, and only then is anything looked at.
 */
export async function findUnderLock(scope: Scope, sought: Sought): Promise<Found> {
  const names = sought.references.map(nameOfReference);
  const known = knownOf(scope, sought);
  const held = namesHeld(scope, names, sought.heldIdentities.map(nameOfIdentity));
  const [row] = await readTexts<{ facts: string }>(scope.db)`${andBegin}
    SELECT decision_facts_under_lock(${asked(scope, sought, known)})::text AS facts
    FROM ${held} held WHERE held.names >= 0`;
  return read(row!.facts, known);
}

/** Finds the same without holding it: good for an answer, not for a count. */
export async function find(scope: Scope, sought: Sought): Promise<Found> {
  const known = knownOf(scope, sought);
  const [row] = await readTexts<{ facts: string }>(scope.db)`
    SELECT decision_facts_as_they_stand(${asked(scope, sought, known)})::text AS facts`;
  return read(row!.facts, known);
}

/** Rules are found by the ids of their targets, whatever those are, so templates are asked for beside campaigns. */
const asked = (scope: Scope, sought: Sought, known: Known): Prisma.Sql =>
  Prisma.sql`${uuidOf(scope.tenantId)}::uuid, ${sought.codeKeys}::text[], ${sought.couponIds.map(uuidOf)}::uuid[],
    ${[...sought.campaignIds, ...sought.templateIds].map(uuidOf)}::uuid[], ${sought.identities}::text[], ${sought.idempotencyKeys}::text[],
    ${sought.references.map(({ id }) => id)}::text[], ${stampsOf(known)}::json`;

/** A few megabytes for the codes that are asked for now. */
const definitions = createDefinitions(20_000);

const knownOf = ({ tenantId }: Scope, { codeKeys, couponIds }: Sought): Known =>
  definitions.knownOf({ tenantId: uuidOf(tenantId), codeKeys, couponIds: couponIds.map(uuidOf) });

function read(json: string, known: Known): Found {
  const facts = JSON.parse(json) as FactsJson;
  return {
    coupons: facts.coupons.map((row) => definitions.read(row, known)),
    campaigns: facts.campaigns.map((row) => readCampaign(rowOf(row) as unknown as StoredCampaign)),
    limits: facts.limits.map((row) => readLimit(rowOf(row) as unknown as StoredLimit)),
    customers: new Map(Object.entries(facts.identities)),
    foldsAliases: facts.foldsAliases,
    redeemers: facts.redeemers.map((row) => ({ ...row, couponId: idOf('coupon', row.couponId) })),
    answers: new Map(
      facts.answered.map(({ key, hash, redemptionId }) => [key, { requestHash: hash, redemptionId }]),
    ),
    held: facts.held.map(readHeld),
    beside: facts.beside.length === 0 ? [] : readBeside(facts, known),
    rules: facts.rules.map(({ id, version }) => ({ id: idOf('rule', id), version })),
    segments: facts.segments.map(({ id, version }) => ({ id: idOf('segment', id), version })),
    members: facts.members.map(({ segmentId, customer }) => ({
      segmentId: idOf('segment', segmentId),
      customer,
    })),
  };
}

function readBeside({ beside, besideCoupons }: FactsJson, known: Known): Found['beside'] {
  const coupons = new Map(besideCoupons.map((row) => [row.id, definitions.read(row, known)]));
  return beside.map(({ redemptionId, couponId, referenceType: type, referenceId: id, customer }) => ({
    coupon: coupons.get(couponId)!,
    redemptionId: idOf('redemption', redemptionId),
    customer,
    reference: { type, id },
  }));
}

const readHeld = (row: HeldJson): Found['held'][number] => ({
  redemptionId: idOf('redemption', row.redemptionId),
  couponId: idOf('coupon', row.couponId),
  campaignId: row.campaignId === null ? null : idOf('campaign', row.campaignId),
  status: row.status,
  reference: { type: row.referenceType, id: row.referenceId },
  requestHash: row.hash,
  itemsOffMinor: BigInt(row.itemsOffMinor),
  use: {
    at: new Date(row.at),
    customer: row.customer,
    channel: row.channel,
    attributes: row.attributes,
    uses: BigInt(row.uses),
    currency: row.currency,
    discountMinor: BigInt(row.discountMinor),
    orderMinor: BigInt(row.orderMinor),
  },
  made: row.made && readMade(row, row.made),
});

function readMade({ couponId, currency }: HeldJson, made: NonNullable<HeldJson['made']>): MadeUse {
  const { metadata, taxBasis, freeShipping, shippingDiscountMinor, reward } = made;
  const [subtotalMinor, discountMinor] = [BigInt(made.subtotalMinor), BigInt(made.discountMinor)];
  return {
    metadata,
    valuation: {
      couponId: idOf('coupon', couponId),
      taxBasis,
      subtotal: money(subtotalMinor, currency),
      discount: money(discountMinor, currency),
      total: money(subtotalMinor - discountMinor, currency),
      lines: readLines(made.lines, currency),
      freeShipping,
      shippingDiscount:
        shippingDiscountMinor === null ? null : money(BigInt(shippingDiscountMinor), currency),
      reward,
      remaining: { uses: made.usesLeft, customerUses: made.customerUsesLeft },
      overruns: readOverruns(made.overruns),
    },
  };
}
