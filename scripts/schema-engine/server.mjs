import pg from 'pg';

/** Runs a statement where it can be run for a database that does not exist yet: in `postgres`, beside it. */
async function onServerOf(url, statement) {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  const client = new pg.Client({ connectionString: withDatabase(url, 'postgres') });
  await client.connect();
  try {
    await client.query(statement(pg.escapeIdentifier(name)));
  } finally {
    await client.end();
  }
  return name;
}

export const createDatabase = (url) => onServerOf(url, (name) => `CREATE DATABASE ${name}`);
export const dropDatabase = (url) =>
  onServerOf(url, (name) => `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);

export async function tryDatabase(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.end();
}

export const withDatabase = (url, name) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
