import { expect, test } from 'vitest';
import { startApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { createLog } from '../../src/platform/log.js';
import { createTestDatabase } from '../testkit/database.js';

const databaseUrl = await createTestDatabase();

test.each(['nope.invalid', '192.0.2.1'])('a HOST %s is named when it cannot be listened on', async (host) => {
  const starting = startApp({
    config: readConfig({ PORT: '0', DATABASE_POOL_SIZE: '2', HOST: host }),
    databaseUrl,
    secret: 'the secret of a test, of 32 characters',
    log: createLog('silent'),
  });

  await expect(starting).rejects.toThrow(`HOST is "${host}", which is no address of this machine`);
});
