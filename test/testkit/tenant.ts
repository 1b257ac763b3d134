import { systemScope, type Services } from '../../src/platform/services.js';
import { createApiKey } from '../../src/keys/actions.js';
import type { Id } from '../../src/lib/id.js';
import type { Right } from '../../src/platform/scope.js';
import { createTenant } from '../../src/tenants/actions.js';
import { succeeded } from './outcome.js';

export interface TestTenant {
  readonly id: Id<'tenant'>;
  readonly adminKey: string;
  /** Makes a key with these rights. */
  readonly key: (...rights: Right[]) => Promise<string>;
}

export async function makeTenant(services: Services, name: string): Promise<TestTenant> {
  const scope = systemScope(services, services.newId('tenant'));
  const { id } = succeeded(await createTenant(scope, { name }));
  const key = async (...rights: Right[]) =>
    succeeded(await createApiKey(scope, { name: rights.join(' '), rights })).secret!;
  return { id, key, adminKey: await key('ADMIN') };
}
