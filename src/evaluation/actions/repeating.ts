import type { z } from 'zod';
import { codeKey } from '../../coupons/code.js';
import type { JsonObject } from '../../lib/json.js';
import type { SuccessOf } from '../../lib/outcome.js';
import { hashOf } from '../../platform/idempotency.js';
import { isRepeated } from '../again.js';
import type { asked } from '../asked.js';
import type { Valuation } from '../core.js';
import type { Held } from '../facts.js';

/** All that is asked of a code both where its worth is asked and where it is used. */
type Asked = SuccessOf<z.output<typeof asked>>;

/** By which a repeat is known again: what is meant and not how it was written, also by another key of the tenant's. */
export const hashOfUse = (use: Asked & { readonly metadata: JsonObject }): string =>
  hashOf({ ...use, code: codeKey(use.code, false) }).toString('hex');

/**
 * What an order's use took off, if using the code again would be answered with it; null if it would not. What is said only
 * where a code is used is taken for what was said then.
 */
export function madeBefore(own: Held, question: Asked): Valuation | null {
  if (!own.made) return null;
  const requestHash = hashOfUse({ ...question, metadata: own.made.metadata });
  return isRepeated(own, { requestHash, isReserving: false }) ? own.made.valuation : null;
}
