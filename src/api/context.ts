import { setImmediate as turn } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHints, type Hints } from '../conditions/finder.js';
import type { Credential } from '../keys/core.js';
import { unauthenticated } from '../platform/rights.js';
import type { Scope } from '../platform/scope.js';
import { createLoaders, type Loaders } from './loaders.js';
import { scopeOf, type Services } from '../platform/services.js';

/** What resolvers get. Touching one of the last three throws if it is not known who asks. */
export interface Context {
  /** Whether it is known who asks. */
  readonly isKnown: boolean;
  /** Whether the key is held to documents that the server knows beforehand. */
  readonly trustedDocumentsOnly: boolean;
  readonly scope: Scope;
  readonly loaders: Loaders;
  readonly hints: Hints;
}

/** Getters of a class and not of an object: Apollo copies an object's own fields, and would touch them. */
class Nobody implements Context {
  readonly isKnown = false;
  readonly trustedDocumentsOnly = false;

  constructor(private readonly why: unknown) {}

  get scope(): never {
    throw this.why;
  }

  get loaders(): never {
    throw this.why;
  }

  get hints(): never {
    throw this.why;
  }
}

class Somebody implements Context {
  readonly isKnown = true;
  private made: Loaders | undefined;
  private asked: Hints | undefined;

  constructor(
    readonly scope: Scope,
    readonly trustedDocumentsOnly: boolean,
  ) {}

  /** Few requests need any. */
  get loaders(): Loaders {
    return (this.made ??= createLoaders(this.scope));
  }

  get hints(): Hints {
    return (this.asked ??= createHints(turn));
  }
}

const header = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
};

/** The credential as sent: an API key in any of three headers, or a user token as a bearer. */
function presented(request: FastifyRequest): string | undefined {
  const bearer = /^Bearer +(\S+)$/i.exec(header(request, 'authorization') ?? '')?.[1];
  return bearer ?? header(request, 'x-api-key') ?? header(request, 'x-api-token');
}

const sayReplayed = (reply: FastifyReply) => () => void reply.header('idempotent-replayed', 'true');

export function createContextFactory(
  services: Services,
  authenticate: (sent: string) => Promise<Credential | null>,
) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<Context> => {
    const sent = presented(request);
    let credential: Credential | null;
    try {
      credential = sent ? await authenticate(sent) : null;
    } catch (error) {
      // Thrown here, it would be answered as a bug, whatever it is: Apollo takes no other status from a context.
      return new Nobody(error);
    }
    if (!credential) {
      const why = sent
        ? 'The credential is not valid: unknown, expired or revoked.'
        : 'A credential is needed: send an API key as `X-API-Key`, or a token as `Authorization: Bearer`.';
      return new Nobody(unauthenticated(why));
    }
    const scope = scopeOf(services, credential, {
      requestId: request.id,
      idempotencyKey: header(request, 'idempotency-key') ?? null,
      onReplay: sayReplayed(reply),
    });
    return new Somebody(scope, credential.trustedDocumentsOnly);
  };
}
