import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { hotCode, uniformCodes } from './cases.js';

/** As many uses as the largest code could ever need. */
const plenty = 1_000_000_000;

/** Makes a tenant with its key as an operator does, and coupons as a retailer does. Returns the key. */
export function makeTenant(env: NodeJS.ProcessEnv): string {
  const command = fileURLToPath(new URL('../src/cli/tenant.ts', import.meta.url));
  const args = ['--import', import.meta.resolve('tsx'), command, 'create', 'Bench'];
  const output = execFileSync(process.execPath, args, { env, encoding: 'utf8' });
  return /^Key +(\S+)$/m.exec(output)![1]!;
}

const createCoupon = `mutation ($input: CreateCouponInput!) {
  createCoupon(input: $input) { __typename ... on Error { code message } }
}`;

/** One coupon by the API, with every limit that redeeming looks at; the others are copies of it. */
export async function makeCoupons(url: string, key: string, databaseUrl: string): Promise<void> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': key },
    body: JSON.stringify({
      query: createCoupon,
      variables: {
        input: {
          code: hotCode,
          discount: { percentage: { percent: '10' } },
          minimumOrder: { amount: '20.00', currency: 'GBP' },
          validFrom: '2020-01-01T00:00:00Z',
          validUntil: '2100-01-01T00:00:00Z',
          maxUses: plenty,
          perCustomerLimit: 3,
        },
      },
    }),
  });
  const answer: unknown = await response.json();
  if (!JSON.stringify(answer).includes('CreateCouponSuccess')) {
    throw new Error(`The coupon could not be made: ${JSON.stringify(answer)}`);
  }

  await onDatabase(databaseUrl, async (client) => {
    const { rows } = await client.query<{ column_name: string }>(
      `SELECT column_name FROM information_schema.columns WHERE table_name = 'coupons' ORDER BY ordinal_position`,
    );
    const columns = rows.map(({ column_name }) => column_name);
    const copied: Record<string, string> = {
      id: 'gen_random_uuid()',
      code: `'CODE' || n`,
      code_key: `'CODE' || n`,
    };
    await client.query(`
      INSERT INTO coupons (${columns.join(', ')})
      SELECT ${columns.map((column) => copied[column] ?? column).join(', ')}
      FROM coupons, generate_series(0, ${uniformCodes - 1}) AS n`);
  });
}

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
      INSERT INTO coupons (code) VALUES ('${hotCode}');
      INSERT INTO coupons (code) SELECT 'CODE' || n FROM generate_series(0, ${uniformCodes - 1}) AS n`);
  });
}

export const analyze = (databaseUrl: string) => onDatabase(databaseUrl, (client) => client.query('ANALYZE'));

/** Throws unless there is a row and a counted use for every redemption that was answered, and no other. */
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
  onDatabase(databaseUrl, async (client) => {
    const { rows } = await client.query<{ version: string; fsync: string }>(
      `SELECT current_setting('server_version') AS version, current_setting('fsync') AS fsync`,
    );
    return `PostgreSQL ${rows[0]!.version} with fsync ${rows[0]!.fsync}`;
  });

async function onDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
