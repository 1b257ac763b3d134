import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { createSchema } from './api/schema.js';
import { createServer } from './api/server.js';
import { createTrustedDocuments } from './api/trusted/documents.js';
import { readTrustedDocuments } from './api/trusted/manifest.js';
import { systemScope, type Services } from './platform/services.js';
import type { Config } from './config.js';
import { makeDemo } from './demo/demo.js';
import { createAuthenticator } from './keys/actions.js';
import { createDatabaseClock } from './platform/clock.js';
import { onOwnConnection } from './platform/connection.js';
import { openDatabase } from './platform/database.js';
import { createIds } from './platform/ids.js';
import { lanesOf, watchLanes } from './platform/lane.js';
import type { Log } from './platform/log.js';
import { createMetrics } from './platform/metrics.js';
import { created, migrate } from './platform/migrate.js';
import { doPeriodically } from './platform/periodic.js';
import { StartupError } from './platform/startup-error.js';
import { createVault } from './platform/vault.js';
import { deliveryQueue } from './fans/actions/deliveries.js';
import { createMailer } from './platform/mail.js';
import { createOutbound } from './platform/outbound.js';
import { createQueue } from './platform/queue.js';
import { startPruner, startSealer, startSweeper, startWorker } from './worker.js';

interface AppOptions {
  readonly config: Config;
  readonly databaseUrl: string;
  readonly secret: string;
  readonly log: Log;
  /** For a line for each request; `log` if not given. */
  readonly requestLog?: Log;
  /** Texts that may be asked for by their hashes; those of our clients and of the configuration, if not given. */
  readonly trustedDocuments?: ReadonlyMap<string, string>;
  /** When to do what is done from time to time; `doPeriodically`, if not given. */
  readonly periodically?: typeof doPeriodically;
}

export interface App {
  /** Where it listens, without a slash at its end. */
  readonly url: string;
  /** The key of the demo tenant, where it is made. */
  readonly demoKey: string | undefined;
  readonly services: Services;
  /** Says for the time configured that it is about to stop, then takes nothing new, answers what is under way, and stops. */
  close(): Promise<void>;
}

/** Puts the parts together and starts server and worker on a database that is there. */
export async function startApp({ config, databaseUrl, secret, log, ...given }: AppOptions): Promise<App> {
  const metrics = createMetrics();
  const schema = createSchema(metrics.countOutcome);
  // Before anything is opened that would have to be closed again.
  const trustedDocuments = createTrustedDocuments({
    schema,
    texts: given.trustedDocuments ?? readTrustedDocuments(config.trustedDocuments),
    isSchemaPublic: !config.isProduction,
  });
  await migrate({
    url: databaseUrl,
    // Its own is always new at first; a name in DATABASE_URL may be misspelt.
    onCreated: (name) => void (config.databaseUrl && log.warn(created(name))),
  });
  const onError = (error: Error) => log.warn({ err: error }, 'the database connection failed');
  const database = openDatabase(databaseUrl, { poolSize: config.databasePoolSize, onError });
  metrics.watchDatabase({
    lanes: () => lanesOf(database.prisma),
    connections: () => database.connections(),
  });
  watchLanes(database.prisma, { onBatch: metrics.countBatch });
  const clock = await createDatabaseClock(database.prisma);

  const { allowPrivateTargets, publicUrl } = config;
  const queue = createQueue({ url: databaseUrl, queueNames: [deliveryQueue], onError });
  const services: Services = {
    db: database.prisma,
    vault: createVault(secret),
    now: clock.now,
    newId: createIds(clock.now),
    queue,
    allowPrivateTargets,
  };
  const mailer = createMailer({
    smtpUrl: config.smtpUrl,
    from: config.mailFrom,
    log: config.isProduction ? null : (line) => log.info(line),
  });
  const outbound = createOutbound({ allowPrivateTargets });
  startWorker({
    queue,
    scopeFor: (tenantId) => systemScope(services, tenantId),
    outbound,
    mailer,
    publicUrl,
  });
  await queue.start();
  const demoKey = config.demo ? await makeDemo(services) : undefined;

  const authenticate = createAuthenticator({
    ...services,
    inBackground: (work) => void work.catch(onError),
  });
  let isOpen = true;
  const server = await createServer({
    schema,
    services,
    authenticate,
    log,
    requestLog: given.requestLog ?? log,
    metrics,
    isOpen: () => isOpen,
    pingDatabase: () => ping(databaseUrl),
    isSchemaPublic: !config.isProduction,
    demoKey,
    trustedDocuments,
  });
  const chore = { services, log, periodically: given.periodically ?? doPeriodically };
  const chores = [
    startSweeper(chore, metrics.noteOverdue),
    startSealer(chore),
    startPruner(chore, config.idempotencyDays),
  ];
  const stop = async () => {
    await server.close();
    await Promise.all([queue.stop(), ...chores.map((one) => one.stop())]);
    mailer.close();
    await outbound.close();
    clock.stop();
    await database.close();
  };
  // What has been opened is closed, so that the sentence that says why is all there is to read.
  const url = await listen(server, config).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return {
    url,
    demoKey,
    services,
    async close() {
      isOpen = false;
      // Whoever sends requests here has to hear of it before they are refused.
      if (config.drainSeconds > 0) await delay(config.drainSeconds * 1000);
      await stop();
    },
  };
}

/** On a connection of its own, so that a pool that is used up does not look like a database that is gone. */
const ping = (databaseUrl: string): Promise<void> =>
  onOwnConnection(
    databaseUrl,
    { name: 'tearline-ping', connectMs: 2_000, queryMs: 2_000 },
    async (client) => {
      await client.query('SELECT 1');
    },
  );

async function listen(server: FastifyInstance, { host, port }: Config): Promise<string> {
  try {
    return await server.listen({ host, port });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      throw new StartupError(
        `Port ${port} is taken: stop what listens there, or set PORT to another number.`,
      );
    }
    if (code === 'EACCES')
      throw new StartupError(`Port ${port} may not be used by this user: set PORT to one above 1023.`);
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'EADDRNOTAVAIL') {
      throw new StartupError(
        `HOST is "${host}", which is no address of this machine (${code}): set it to 127.0.0.1 for this machine alone, or to 0.0.0.0 to let others in.`,
      );
    }
    throw error;
  }
}
