import { GraphQLError } from 'graphql';
import type { Right, Scope } from './scope.js';

export const unauthenticated = (why: string) => new GraphQLError(why, { extensions: { code: 'UNAUTHENTICATED' } });

export const forbidden = (why: string) => new GraphQLError(why, { extensions: { code: 'FORBIDDEN' } });

export function requireRight(scope: Scope, right: Right): void {
  if (!scope.rights.has(right)) throw forbidden(`This needs the right ${right}.`);
}
