import { z } from 'zod';
import type { Brand } from '../brands/core.js';
import { email, emailKey } from '../customers/email.js';
import { none, text } from '../lib/input.js';
import type { Fan } from './core.js';

/** GraphQL's `RegisterFanInput`, checked field by field. */
export const newFan = z.object({
  name: text(1, 100),
  email,
  socialHandle: none(text(0, 100)),
});

export interface Birth {
  readonly id: Fan['id'];
  readonly brandId: Brand['id'];
  readonly now: Date;
}

export const registeredFan = (given: z.output<typeof newFan>, { id, brandId, now }: Birth): Fan => ({
  ...given,
  id,
  brandId,
  status: 'PENDING',
  emailKey: emailKey(given.email),
  couponId: null,
  tokenNumber: 0,
  tokenExpiresAt: null,
  createdAt: now,
  activatedAt: null,
});
