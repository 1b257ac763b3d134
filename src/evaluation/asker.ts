import type { Facts, ReferenceTo } from './facts.js';
import type { Order } from './order.js';
import type { Asked } from './tally.js';

/** Who asks what of a code: enough to know which facts a decision needs. */
export interface Asker {
  readonly code: string;
  readonly order: Order;
  readonly identities: readonly string[];
  readonly channel: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly reference: ReferenceTo | null;
  readonly idempotencyKey?: string | null;
}

/** What a decision is asked, once it is known under whom the customer is counted. */
export const askedBy = (
  facts: Pick<Facts, 'customerOf'>,
  { identities, ...asker }: Asker & { readonly amountMinor: bigint | null },
): Asked => ({
  ...asker,
  customer: facts.customerOf(identities),
  customerId: identities[0]?.replace(/^\w+:/, '') ?? null,
});
