import { HeaderMap, type ApolloServer } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { assert } from '../lib/assert.js';
import type { Context } from './context.js';
import type { TrustedDocument, TrustedDocuments } from './trusted/documents.js';
import { inApollosWords, isRecord, readNaming, type Naming } from './trusted/request.js';
import type { createRunner } from './trusted/run.js';

interface HandlerOptions {
  readonly apollo: ApolloServer<Context>;
  readonly documents: TrustedDocuments;
  readonly run: ReturnType<typeof createRunner>;
  readonly createContext: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>;
}

/** One request, and what is known of it. */
interface Asked {
  readonly request: FastifyRequest;
  readonly naming: Naming;
  readonly trusted: TrustedDocument | undefined;
  readonly context: Context;
}

/** No reply of Fastify's: to await one is to wait until it is sent, and gives nothing. */
interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly json: string;
}

const acceptsMax = 100;

/**
 * Answers /graphql. A request that names a trusted document, and is as it should be, runs straight away; all others
 * are Apollo's. So what is refused is refused in the same words either way.
 */
export function createHandler({ apollo, documents, run, createContext }: HandlerOptions) {
  /** What Apollo has answered with, by what was accepted. */
  const contentTypes = new Map<string, string>();

  async function runTrusted({ request, naming, trusted, context }: Asked): Promise<Answer | null> {
    const contentType = contentTypes.get(acceptOf(request));
    if (!naming.fields || !trusted?.document || !contentType) return null;
    const { variables, operationName, extensions } = naming.fields;
    if (!isRecord(variables ?? {}) || !isRecord(extensions ?? {})) return null;
    if (typeof (operationName ?? '') !== 'string') return null;

    const answer = await run({
      document: trusted.document,
      operationName: operationName as string | null | undefined,
      variables: (variables ?? {}) as Readonly<Record<string, unknown>>,
      context,
    });
    if (!answer) return null;
    return { ...answer, headers: { 'content-type': contentType, ...answer.headers } };
  }

  async function runApollo({ request, trusted, context }: Asked): Promise<Answer> {
    const {
      status = 200,
      headers,
      body,
    } = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method,
        headers: headersOf(request),
        ...inApollosWords(request, trusted?.text),
      },
      context: async () => {
        if (!trusted && context.trustedDocumentsOnly) throw trustedDocumentRequired();
        return context;
      },
    });
    assert(body.kind === 'complete', 'nothing is delivered in parts');
    const contentType = headers.get('content-type');
    if (status === 200 && contentType && contentTypes.size < acceptsMax) {
      contentTypes.set(acceptOf(request), contentType);
    }
    return { status, headers: Object.fromEntries(headers), json: body.string };
  }

  return async (request: FastifyRequest, reply: FastifyReply): Promise<string> => {
    const naming = readNaming(request);
    const found = naming.hash === undefined ? undefined : documents.find(naming.hash);
    const trusted = naming.text === undefined || naming.text === found?.text ? found : undefined;
    const asked = { request, naming, trusted, context: await createContext(request, reply) };
    const { status, headers, json } = (await runTrusted(asked)) ?? (await runApollo(asked));
    // Of a redemption there is nothing to keep, and of a code's worth nothing that stays true.
    void reply.code(status).headers(headers).header('cache-control', 'no-store');
    return json;
  };
}

const acceptOf = ({ headers }: FastifyRequest): string => headers.accept ?? '';

const headersOf = ({ headers }: FastifyRequest): HeaderMap =>
  new HeaderMap(
    Object.entries(headers).flatMap(([name, value]) =>
      value ? [[name, Array.isArray(value) ? value.join(', ') : value] as const] : [],
    ),
  );

const trustedDocumentRequired = () =>
  new GraphQLError(
    'This key runs only documents that the server knows beforehand: send the SHA-256 of one, not a text of your own.',
    { extensions: { code: 'TRUSTED_DOCUMENT_REQUIRED', http: { status: 403 } } },
  );
