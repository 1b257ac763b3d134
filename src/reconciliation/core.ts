import { idOf, type Id } from '../lib/id.js';
import type { JsonObject, JsonValue } from '../lib/json.js';

/** What one check found: the rows that differ from what follows from the others. None is as it should be. */
export interface Finding {
  /** What was looked at, in a few words that stay the same. */
  readonly check: string;
  /** What is wrong where there are rows, as a sentence. */
  readonly wrong: string;
  /** Of all rows that differ. */
  readonly count: number;
  /** The first of them, with ids as the API has them. */
  readonly rows: readonly JsonObject[];
}

export interface Reconciliation {
  /** The instant of whose state the findings tell, whatever was written meanwhile. */
  readonly at: Date;
  /** Null for all tenants. */
  readonly tenantId: Id<'tenant'> | null;
  readonly findings: readonly Finding[];
}

export const differences = ({ findings }: Pick<Reconciliation, 'findings'>): number =>
  findings.reduce((sum, { count }) => sum + count, 0);

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whatever identifies a thing in the database bears the name of its type: so it is written as the API writes it. */
const types = [
  ...['tenant', 'coupon', 'campaign', 'redemption', 'reservation', 'return', 'movement', 'limit', 'event'],
];

const withId = (name: string, value: JsonValue): JsonValue =>
  types.includes(name) && typeof value === 'string' && uuid.test(value) ? idOf(name, value) : value;

export const withIds = (row: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, withId(name, value)]));
