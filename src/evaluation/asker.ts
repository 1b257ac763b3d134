import type { Facts, ReferenceTo } from './facts.js';

/** Who asks what of a code: enough to know which facts a decision needs. */
export interface Asker {
  readonly code: string;
  readonly identities: readonly string[];
  readonly channel: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly reference: ReferenceTo | null;
  readonly idempotencyKey?: string | null;
}

/** What a decision is asked, once it is known under whom the customer is counted. */
export const askedBy = <Given extends Asker>(
  facts: Pick<Facts, 'customerOf'>,
  { identities, ...asker }: Given,
) => ({
  ...asker,
  customer: facts.customerOf(identities),
  customerId: identities[0]?.replace(/^\w+:/, '') ?? null,
});
