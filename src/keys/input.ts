import { distinct } from '../lib/distinct.js';
import { z } from 'zod';
import type { Id } from '../lib/id.js';
import { invalidInput, none, text, type InvalidInput } from '../lib/input.js';
import { grantedRights, prefixOf, type ApiKey } from './core.js';

/** GraphQL's `CreateApiKeyInput`, checked field by field. */
export const newApiKey = z.object({
  name: text(1, 100),
  rights: z
    .array(z.enum(grantedRights))
    .min(1, 'Expected at least one right.')
    .transform((rights) => distinct(rights)),
  trustedDocumentsOnly: z.boolean().default(false),
  expiresAt: none(z.date()),
});

export interface Birth {
  readonly id: Id<'key'>;
  readonly secret: string;
  readonly now: Date;
}

export function createdApiKey(
  input: z.output<typeof newApiKey>,
  { id, secret, now }: Birth,
): ApiKey | InvalidInput {
  if (input.expiresAt && input.expiresAt <= now) {
    return invalidInput([{ path: ['expiresAt'], message: 'Expected an instant in the future.' }]);
  }
  return { ...input, id, prefix: prefixOf(secret), revokedAt: null, lastUsedAt: null, createdAt: now };
}
