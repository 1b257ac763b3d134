import type { Id } from '../lib/id.js';
import type { Fan } from './core.js';

/** A day: long enough for whoever reads mail in the morning, short enough that an old mailbox opens nothing. */
export const tokenLifeMs = 24 * 60 * 60 * 1_000;

/**
 * What the token is derived from with the server's secret. It is derived anew whenever it is sent, and only its hash
 * is stored: neither the database nor the queue ever holds what opens the door.
 */
export const tokenPurpose = (
  tenantId: Id<'tenant'>,
  { id, tokenNumber }: Pick<Fan, 'id' | 'tokenNumber'>,
): string => `activation/${tenantId}/${id}/${tokenNumber}`;

/** 256 bits as base64url. Whatever looks different was never sent to anybody. */
export const looksLikeToken = (text: string): boolean => /^[\w-]{43}$/.test(text);
