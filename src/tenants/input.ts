import { z } from 'zod';
import { text } from '../lib/input.js';

export const newTenant = z.object({ name: text(1, 100) });

/** GraphQL's `UpdateTenantInput`: nothing of it can be cleared, so null leaves a field as well. */
export const tenantPatch = z.object({ name: text(1, 100).nullish(), foldsAliases: z.boolean().nullish() });
