import { z } from 'zod';
import { plainCustomerId } from '../lib/customer-id.js';
import { idOf, parseId, type Id } from '../lib/id.js';
import { isStorable } from '../lib/json.js';
import type { Grant } from './core.js';

/** Clocks of other machines may be so far off. */
export const toleranceSeconds = 5;

const lifetimeSecondsMax = 24 * 60 * 60;

/** A user token is a JWT: three parts with dots between. No API key has a dot. */
export const isToken = (presented: string): boolean =>
  presented.includes('.') && presented.split('.').length === 3;

const tenantId = z.string().transform((text, context): Id<'tenant'> => {
  const id = z.uuid().safeParse(text).success ? idOf('tenant', text) : parseId('tenant', text);
  if (id) return id;
  context.addIssue({ code: 'custom', message: 'Expected the id of a tenant.' });
  return z.NEVER;
});

/** A user, as the tenant calls them: what the tenant's keys send as `customerId`. */
const user = z
  .string()
  .min(1)
  .max(200)
  .refine((text) => text.trim() === text && isStorable(text))
  .transform(plainCustomerId)
  .refine((id) => id !== '');

const claims = z
  .object({ sub: user, sub_type: z.literal('tenant'), sub_id: tenantId, iat: z.number(), exp: z.number() })
  .refine(({ iat, exp }) => exp - iat <= lifetimeSecondsMax);

/** Whose token it says it is. To be believed only once that tenant's secret has proven it. */
export function tenantOf(payload: unknown): Id<'tenant'> | null {
  const parsed = claims.safeParse(payload);
  return parsed.success ? parsed.data.sub_id : null;
}

/** What the bearer of a token may do, its signature and its end having been checked; null if it claims too much. */
export function grantOf(payload: unknown, now: Date): Grant | null {
  const parsed = claims.safeParse(payload);
  if (!parsed.success || parsed.data.iat - toleranceSeconds > now.getTime() / 1_000) return null;
  return {
    tenantId: parsed.data.sub_id,
    actor: { kind: 'USER', id: parsed.data.sub },
    // Who is known by name is no stranger who guesses.
    rights: ['VALIDATE', 'REDEEM', 'EXPLAIN'],
    trustedDocumentsOnly: false,
  };
}
