import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { isOutcomeUnknown } from '../../src/platform/database-errors.js';
import { socketToDatabase } from '../../src/platform/database-socket.js';

test('a database that falls silent is given up, and not taken for one that has refused', async () => {
  const client = new pg.Client({
    connectionString: inject('templateUrl').replace(/[^/]+$/, 'postgres'),
    stream: () => socketToDatabase(1_500),
  });
  client.on('error', () => undefined);
  await client.connect();

  const error = await client.query('SELECT pg_sleep(60)').catch((error: unknown) => error);

  expect(error).toMatchObject({
    message: 'Connection terminated: nothing was heard of the database for 1500 ms.',
  });
  expect(isOutcomeUnknown(error)).toBe(true);
  await expect(client.query('SELECT 1')).rejects.toThrow('not queryable');
});
