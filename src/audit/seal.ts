import type { Id } from '../lib/id.js';

/** What was sealed of a tenant's events, in the order in which it was. */
export interface Seal {
  readonly tenantId: Id<'tenant'>;
  /** 1 for the tenant's first, and so on without a gap. */
  readonly number: number;
  readonly eventCount: number;
  /** In hexadecimal digits: whoever keeps it elsewhere can prove everything that came before it. */
  readonly hash: string;
}
