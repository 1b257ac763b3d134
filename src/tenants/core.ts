import type { Id } from '../lib/id.js';

/** One isolated account. Its secret for user tokens is no part of it, so that it cannot leave with it. */
export interface Tenant {
  readonly id: Id<'tenant'>;
  readonly name: string;
  readonly hasTokenSecret: boolean;
  /** Whether limits count `ada+shop@example.com` as `ada@example.com`. */
  readonly foldsAliases: boolean;
  readonly createdAt: Date;
}
