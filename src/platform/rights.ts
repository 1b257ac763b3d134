import { GraphQLError } from 'graphql';
import { plainCustomerId } from '../lib/customer-id.js';
import type { Right, Scope } from './scope.js';

export const unauthenticated = (why: string) =>
  new GraphQLError(why, { extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } } });

export const forbidden = (why: string) =>
  new GraphQLError(why, { extensions: { code: 'FORBIDDEN', http: { status: 403 } } });

export function requireRight(scope: Scope, right: Right): void {
  if (!scope.rights.has(right)) throw forbidden(`This needs the right ${right}.`);
}

interface ForCustomer {
  readonly customerId?: string | null | undefined;
  readonly customer?: unknown;
  readonly context?: { readonly profile?: unknown } | null | undefined;
}

/**
 * An input with whom it is for: a user token acts only for its own subject; a key for whomever it names. What the shop knows
 * of a customer is for the shop to say: users would say what rules like to hear.
 */
export function forOwn<Input extends ForCustomer>(scope: Scope, input: Input): Input {
  if (scope.actor.kind !== 'USER') return input;
  const { customerId, customer, context } = input;
  if (customer != null || (customerId != null && plainCustomerId(customerId) !== scope.actor.id)) {
    throw forbidden('A user token acts only for its own subject.');
  }
  if (context?.profile != null) {
    throw forbidden(
      'A user token does not say what the shop knows of its user: `context.profile` is for keys.',
    );
  }
  return { ...input, customerId: scope.actor.id };
}
