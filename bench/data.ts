import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import {
  cardCodes,
  hotCodes,
  limitCodes,
  limitKinds,
  manyCodes,
  smallCodes,
  type Codes,
  type LimitKind,
} from './cases.js';

/** As many uses as the largest code could ever need. */
const plenty = 1_000_000_000;
const plentyOfMoney = { amount: '10000000000', currency: 'GBP' };

/** Makes a tenant with its key as an operator does. Returns the key. */
export function makeTenant(env: NodeJS.ProcessEnv): string {
  const command = fileURLToPath(new URL('../dist/cli/tenant.js', import.meta.url));
  const output = execFileSync(process.execPath, [command, 'create', 'Bench'], { env, encoding: 'utf8' });
  return /^Key +(\S+)$/m.exec(output)![1]!;
}

/** A tenant at a server, and the database behind it. */
export interface Place {
  readonly url: string;
  readonly key: string;
  readonly databaseUrl: string;
}

/** What the API answers. Throws unless it is a success. */
export async function ask(
  { url, key }: Place,
  operation: string,
  inputType: string,
  selection: string,
  input: object,
) {
  const query = `mutation ($input: ${inputType}!) {
    ${operation}(input: $input) { __typename ... on Error { message } ${selection} }
  }`;
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': key },
    body: JSON.stringify({ query, variables: { input } }),
  });
  const text = await response.text();
  const answer = JSON.parse(text).data?.[operation];
  if (!answer?.__typename.endsWith('Success')) throw new Error(`${operation} failed: ${text}`);
  return answer;
}

const always = {
  discount: { percentage: { percent: '10' } },
  minimumOrder: { amount: '20.00', currency: 'GBP' },
  validFrom: '2020-01-01T00:00:00Z',
  validUntil: '2100-01-01T00:00:00Z',
};

export async function makeCoupon(place: Place, input: object): Promise<string> {
  const { coupon } = await ask(
    place,
    'createCoupon',
    'CreateCouponInput',
    '... on CreateCouponSuccess { coupon { id } }',
    { ...always, ...input },
  );
  return coupon.id;
}

const makeLimit = (place: Place, input: object) =>
  ask(place, 'createLimit', 'CreateLimitInput', '', { ceiling: { uses: plenty }, ...input });

/** By the API, with every limit that redeeming looks at. All others are copies of these. */
export async function makeOriginals(place: Place): Promise<void> {
  for (const code of [hotCodes.prefix, manyCodes(0).prefix]) {
    await makeCoupon(place, { code, maxUses: plenty, perCustomerLimit: 3 });
  }
}

export async function makeCoupons(place: Place): Promise<void> {
  await makeOriginals(place);
  await onDatabase(place.databaseUrl, async (client) => {
    await copyCoupon(client, hotCodes);
    await copyCoupon(client, manyCodes(smallCodes));
  });
}

export async function makeCards(place: Place): Promise<void> {
  const discount = { giftCard: { balance: plentyOfMoney } };
  for (let number = 0; number < cardCodes.count; number++) {
    await makeCoupon(place, { code: `${cardCodes.prefix}${number}`, discount, minimumOrder: null });
  }
}

const day = { kind: 'DAY', zone: 'Europe/London' };

/** What is limited of a coupon's uses, beyond what the coupon says itself. */
const limitsOfCoupon: Readonly<Partial<Record<LimitKind, object>>> = {
  daily: { window: day },
  rolling: { window: { kind: 'ROLLING', seconds: 3_600 } },
  'per-channel': { per: 'CHANNEL' },
  'per-attribute': { per: 'ATTRIBUTE', attribute: 'branch' },
};

const isOfTenant = (kind: LimitKind): boolean => kind === 'tenant-daily';

/** Coupons of every kind, of which one limits all coupons of its tenant: that is a tenant of its own. */
export async function makeLimits(place: Place, cappedPlace: Place): Promise<void> {
  for (const kind of limitKinds) await makeLimited(isOfTenant(kind) ? cappedPlace : place, kind);
}

async function makeLimited(place: Place, kind: LimitKind): Promise<void> {
  const codes = limitCodes(kind);
  const couponId = await makeCoupon(place, {
    code: codes.prefix,
    ...(kind === 'max-uses' && { maxUses: plenty }),
    ...(kind === 'per-customer' && { perCustomerLimit: 3 }),
    ...(kind === 'budget' && { campaignId: await makeCampaign(place) }),
  });
  const ofCoupon = limitsOfCoupon[kind];
  if (ofCoupon) await makeLimit(place, { target: { couponId }, ...ofCoupon });
  if (isOfTenant(kind)) await makeLimit(place, { target: { tenant: true }, window: day });
  await onDatabase(place.databaseUrl, async (client) => {
    await copyCoupon(client, codes);
    await copyLimits(client, codes);
  });
}

async function makeCampaign(place: Place): Promise<string> {
  const { campaign } = await ask(
    place,
    'createCampaign',
    'CreateCampaignInput',
    '... on CreateCampaignSuccess { campaign { id } }',
    { name: 'Bench', budget: plentyOfMoney },
  );
  await ask(place, 'activateCampaign', 'CampaignActionInput', '', { id: campaign.id });
  return campaign.id;
}

/** A code has the name of what it is copied from, and a number from `first` on; what else differs is said in SQL. */
export const copyCoupon = (
  client: pg.Client,
  { prefix, count }: Codes,
  different: Differences = {},
  first = 0,
): Promise<void> =>
  copy(client, 'coupons', {
    of: `coupons AS template, generate_series(${first}, ${first + count - 1}) AS n WHERE template.code = '${prefix}'`,
    different: { id: 'uuidv7()', code: `'${prefix}' || n`, code_key: `'${prefix}' || n`, ...different },
  });

const copyLimits = (client: pg.Client, { prefix }: Codes) =>
  copy(client, 'limits', {
    of: `limits AS template
      JOIN coupons AS original ON original.id = template.coupon_id AND original.code = '${prefix}'
      JOIN coupons AS copied ON copied.code LIKE '${prefix}%' AND copied.id <> original.id`,
    different: { id: 'uuidv7()', coupon_id: 'copied.id' },
  });

/** Of columns: what they are in a copy. */
type Differences = Readonly<Record<string, string>>;

interface Copying {
  /** What follows FROM: as many rows as there are to be copies, each with the row `template`. */
  readonly of: string;
  readonly different: Differences;
}

/** Copies rows as they are, whichever columns they have. */
export async function copy(client: pg.Client, table: string, { of, different }: Copying): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT quote_ident(column_name) AS name FROM information_schema.columns
     WHERE table_name = $1 AND table_schema = current_schema() ORDER BY ordinal_position`,
    [table],
  );
  const names = rows.map(({ name }) => name);
  const values = names.map((name) => different[name] ?? `template.${name}`);
  await client.query(`INSERT INTO ${table} (${names.join(', ')}) SELECT ${values.join(', ')} FROM ${of}`);
}

export const applyOnce = async (place: Place, input: object): Promise<string> =>
  (
    await ask(place, 'applyCoupon', 'ApplyCouponInput', '... on ApplyCouponSuccess { redemption { id } }', {
      order: { subtotal: { amount: '59.90', currency: 'GBP' } },
      ...input,
    })
  ).redemption.id;

/** The same coupons for the raw server, in the plainest tables that can hold them. */
export async function makeReference(databaseUrl: string): Promise<void> {
  const { pathname } = new URL(databaseUrl);
  await onDatabase(siblingOf(databaseUrl, 'postgres'), (client) =>
    client.query(`CREATE DATABASE ${pathname.slice(1)}`),
  );
  await onDatabase(databaseUrl, async (client) => {
    await client.query(`
      CREATE TABLE coupons (
        id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        code text NOT NULL UNIQUE,
        is_active boolean NOT NULL DEFAULT true,
        percent integer NOT NULL DEFAULT 10,
        minimum_minor integer NOT NULL DEFAULT 2000,
        valid_from timestamptz NOT NULL DEFAULT '2020-01-01',
        valid_until timestamptz NOT NULL DEFAULT '2100-01-01',
        max_uses integer NOT NULL DEFAULT ${plenty},
        per_customer_limit integer NOT NULL DEFAULT 3,
        uses_count integer NOT NULL DEFAULT 0 CHECK (uses_count <= max_uses)
      );
      CREATE TABLE redemptions (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        coupon_id integer NOT NULL REFERENCES coupons,
        customer_id text NOT NULL,
        idempotency_key text NOT NULL UNIQUE,
        subtotal_minor integer NOT NULL,
        discount_minor integer NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX ON redemptions (coupon_id, customer_id);
      INSERT INTO coupons (code) VALUES ('${hotCodes.prefix}0');
      INSERT INTO coupons (code)
      SELECT '${manyCodes(smallCodes).prefix}' || n FROM generate_series(0, ${smallCodes - 1}) AS n`);
  });
}

export const analyze = (databaseUrl: string) => onDatabase(databaseUrl, (client) => client.query('ANALYZE'));

/** Throws unless there is a row and a counted use for every redemption that was answered or stored, and no other. */
export async function checkUses(databaseUrl: string, answered: number): Promise<void> {
  await onDatabase(databaseUrl, async (client) => {
    const { rows } = await client.query<{ made: number; counted: number; miscounted: number }>(`
      SELECT sum(coalesce(made, 0))::int AS made, sum(uses_count)::int AS counted,
        (count(*) FILTER (WHERE uses_count <> coalesce(made, 0)))::int AS miscounted
      FROM coupons
      LEFT JOIN (SELECT coupon_id, count(*) AS made FROM redemptions GROUP BY coupon_id) AS of_coupon ON coupon_id = id`);
    const { made, counted, miscounted } = rows[0]!;
    if (made !== answered || counted !== answered || miscounted > 0) {
      throw new Error(
        `${answered} redemptions were answered, but ${made} are in the database and ${counted} are counted, ` +
          `of ${miscounted} coupons wrongly.`,
      );
    }
  });
}

export const siblingOf = (databaseUrl: string, name: string): string =>
  Object.assign(new URL(databaseUrl), { pathname: `/${name}` }).href;

/** What PostgreSQL says of itself. */
export const postgresVersion = (databaseUrl: string): Promise<string> =>
  // Its own database is there whatever is measured.
  onDatabase(Object.assign(new URL(databaseUrl), { pathname: '/postgres' }).href, async (client) => {
    const { rows } = await client.query<{ version: string; fsync: string }>(
      `SELECT current_setting('server_version') AS version, current_setting('fsync') AS fsync`,
    );
    return `PostgreSQL ${rows[0]!.version} with fsync ${rows[0]!.fsync}`;
  });

export async function onDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
