import { expect, test } from 'vitest';
import { startApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { createLog } from '../../src/platform/log.js';
import { createTestDatabase } from '../testkit/database.js';
import { createClient, trustedTexts } from '../testkit/client.js';

test('a server that is told to stop says so for a while, and still answers; then it is gone', async () => {
  const app = await startApp({
    config: readConfig({ PORT: '0', DATABASE_POOL_SIZE: '2', DRAIN_SECONDS: '1' }),
    databaseUrl: await createTestDatabase(),
    secret: 'the secret of a test, of 32 characters',
    log: createLog('silent'),
    ...(trustedTexts && { trustedDocuments: trustedTexts }),
  });
  const client = createClient(app.url, app.demoKey);
  const readiness = async () => (await fetch(`${app.url}/readyz`)).status;
  expect(await readiness()).toBe(200);

  const closed = app.close();

  expect(await readiness()).toBe(503);
  const { status, headers } = await client.send('{ tenant { id } }');
  expect([status, headers.get('connection')]).toEqual([200, 'close']);
  await closed;
  await expect(readiness()).rejects.toThrow('fetch failed');
});
