import { afterAll } from 'vitest';
import { startApp, type App } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { createLog } from '../../src/platform/log.js';
import { createTestDatabase } from './database.js';
import { createClient, trustedTexts, type Client } from './client.js';
import { makeTenant, type TestTenant } from './tenant.js';

export interface TestServer {
  readonly url: string;
  readonly databaseUrl: string;
  readonly app: App;
  /** A tenant with a key that may do everything. */
  readonly tenant: TestTenant;
  /** Sends with that key. */
  readonly client: Client;
}

interface Given {
  /** What may be asked for by its hash; what the server has by itself, if undefined. */
  readonly trustedDocuments: ReadonlyMap<string, string> | undefined;
}

/** The whole server, in this process, on a database of the test file's own; stopped after the last test. */
export async function startTestServer(
  env: NodeJS.ProcessEnv = {},
  { trustedDocuments }: Given = { trustedDocuments: trustedTexts },
): Promise<TestServer> {
  const databaseUrl = await createTestDatabase();
  const app = await startApp({
    config: readConfig({ PORT: '0', DATABASE_POOL_SIZE: '8', ALLOW_PRIVATE_TARGETS: 'true', ...env }),
    databaseUrl,
    secret: 'the secret of a test, of 32 characters',
    log: createLog('silent'),
    ...(trustedDocuments && { trustedDocuments }),
  });
  afterAll(() => app.close());
  const tenant = await makeTenant(app.services, 'Acme');
  return { url: app.url, databaseUrl, app, tenant, client: createClient(app.url, tenant.adminKey) };
}
