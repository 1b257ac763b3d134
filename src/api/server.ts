import { randomUUID } from 'node:crypto';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import cors from '@fastify/cors';
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
} from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { typeidUnboxed } from 'typeid-js';
import type { Credential } from '../keys/core.js';
import { isOutcomeUnknown } from '../platform/database-errors.js';
import type { Log } from '../platform/log.js';
import type { Metrics } from '../platform/metrics.js';
import { createContextFactory, type Context } from './context.js';
import { createErrorFormatter } from './errors.js';
import { fanLink } from './fan-link.js';
import { createHandler } from './graphql.js';
import { createGuard } from './guard.js';
import { limits } from './judgement.js';
import { health } from './health.js';
import { playground } from './playground.js';
import type { TrustedDocuments } from './trusted/documents.js';
import { createRunner } from './trusted/run.js';
import { scopeOf, type Services } from '../platform/services.js';

interface ServerOptions {
  /** With resolvers. */
  readonly schema: GraphQLSchema;
  readonly services: Services;
  readonly authenticate: (sent: string) => Promise<Credential | null>;
  readonly log: Log;
  /** Told of each request that was answered. */
  readonly requestLog: Log;
  readonly metrics: Metrics;
  readonly isOpen: () => boolean;
  readonly pingDatabase: () => Promise<void>;
  /** Whether the schema may be read, and misspelt fields are answered with suggestions. */
  readonly isSchemaPublic: boolean;
  /** The key that the Playground fills in; only where the demo tenant runs. */
  readonly demoKey: string | undefined;
  /** What may be asked for by its hash. */
  readonly trustedDocuments: TrustedDocuments;
}

const maxBodyBytes = 1024 * 1024;

/** The HTTP server: GraphQL at /graphql, the Playground at /, the fans' link, health and metrics. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const {
    schema,
    services,
    authenticate,
    log,
    requestLog,
    metrics,
    isOpen,
    pingDatabase,
    isSchemaPublic,
    demoKey,
    trustedDocuments,
  } = options;
  // Fastify's type of a server follows from its logger's; the plugins know the plain one only.
  const loggerInstance: FastifyBaseLogger = log;
  const app: FastifyInstance = Fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    // A logger for each request is not worth what it costs: what is logged says by itself which request it is about.
    childLoggerFactory: (logger) => logger,
    bodyLimit: maxBodyBytes,
    genReqId: (request) => {
      const sent = request.headers['x-request-id'];
      return typeof sent === 'string' && /^[\w.:-]{1,100}$/.test(sent) ? sent : `request_${randomUUID()}`;
    },
    forceCloseConnections: 'idle',
    // What Fastify refuses before it looks for a route: an address that cannot be decoded, or is too long.
    frameworkErrors: (error, _, reply) => {
      const status = error.statusCode ?? 400;
      const errors = [{ message: 'The address is malformed.', extensions: { code: 'BAD_REQUEST' } }];
      void (reply as FastifyReply).code(status).send({ errors });
    },
    // While it stops, what still comes in on open connections is answered as ever: Fastify's own 503 is no GraphQL.
    return503OnClosing: false,
  });

  app.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    done();
  });
  // A connection that was busy when the server began to stop ends with its answer, instead of being kept for more.
  app.addHook('onSend', (_, reply, __, done) => {
    if (!isOpen()) void reply.header('connection', 'close');
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    // The route and never the URL: the fans' link carries a token.
    const route = request.routeOptions.url ?? 'none';
    metrics.timeRequest(route, reply.statusCode, reply.elapsedTime / 1000);
    requestLog.info({
      reqId: request.id,
      method: request.method,
      route,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
    done();
  });
  app.setErrorHandler((error: { statusCode?: number; message: string }, request, reply) => {
    if (isOutcomeUnknown(error)) {
      const message = 'The database did not answer. Try again in a moment.';
      return reply
        .code(503)
        .header('retry-after', '1')
        .send({ errors: [{ message, extensions: { code: 'OUTCOME_UNKNOWN' } }] });
    }
    const status = error.statusCode ?? 500;
    if (status >= 500) log.error({ reqId: request.id, err: error }, 'a request failed');
    const message =
      status >= 500 ? `Something went wrong on our side. It was logged as ${request.id}.` : error.message;
    const code =
      status >= 500 ? 'INTERNAL_SERVER_ERROR' : status === 413 ? 'PAYLOAD_TOO_LARGE' : 'BAD_REQUEST';
    return reply.code(status).send({ errors: [{ message, extensions: { code } }] });
  });
  app.setNotFoundHandler((_, reply) =>
    reply
      .code(404)
      .send({ errors: [{ message: 'There is nothing here.', extensions: { code: 'NOT_FOUND' } }] }),
  );

  const formatError = createErrorFormatter((error) => {
    const reportId = typeidUnboxed('report');
    log.error({ reportId, err: error }, 'a bug');
    return reportId;
  });
  const apollo = new ApolloServer<Context>({
    schema,
    plugins: [
      fastifyApolloDrainPlugin(app),
      ApolloServerPluginLandingPageDisabled(),
      // It looks at every field, to say in the end what holds for all our answers: that they are not to be kept.
      ApolloServerPluginCacheControlDisabled(),
      createGuard(),
    ],
    // It would stop taking requests at once; when that is to happen is main.ts's to say.
    stopOnTerminationSignals: false,
    introspection: isSchemaPublic,
    hideSchemaDetailsFromClientErrors: !isSchemaPublic,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: limits.tokens },
    validationRules: [],
    formatError,
    // Ours log what matters; Apollo's own would repeat it.
    logger: {
      debug() {},
      info() {},
      warn: (message) => log.warn(message),
      error: (message) => log.error(message),
    },
  });
  await apollo.start();

  await app.register(health, { metrics, isOpen, pingDatabase });
  await app.register(playground, { demoKey });
  await app.register(fanLink, {
    services: { db: services.db, now: services.now },
    scopeFor: (tenantId, actor) => scopeOf(services, { tenantId, actor, rights: new Set() }),
  });
  await app.register(async (graphql) => {
    // Credentials come in headers that a page must set itself, never in cookies: any page may ask.
    await graphql.register(cors, {
      origin: '*',
      methods: ['GET', 'POST'],
      exposedHeaders: ['x-request-id', 'idempotent-replayed'],
    });
    graphql.route({
      url: '/graphql',
      method: ['GET', 'POST'],
      handler: createHandler({
        apollo,
        documents: trustedDocuments,
        run: createRunner({ schema, formatError }),
        createContext: createContextFactory(services, authenticate),
      }),
    });
  });
  return app;
}
