import pg from 'pg';

interface ConnectionOptions {
  /** What PostgreSQL lists it as. */
  readonly name: string;
  /** For no longer than this is waited until it stands. */
  readonly connectMs: number;
  /** For no longer than this is waited for each answer; without it, for as long as that takes. */
  readonly queryMs?: number;
}

/** Does something on a connection of its own, beside all pools, and ends it whatever comes of that. */
export async function onOwnConnection<T>(
  url: string,
  { name, connectMs, queryMs }: ConnectionOptions,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    application_name: name,
    connectionTimeoutMillis: connectMs,
    ...(queryMs !== undefined && { query_timeout: queryMs }),
  });
  client.on('error', () => undefined); // the query under way fails by itself
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
