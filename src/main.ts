import cluster from 'node:cluster';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startApp, type App } from './app.js';
import { readConfig, type Config } from './config.js';
import { createLog, createRequestLog } from './platform/log.js';
import { startPostgres, type Postgres } from './platform/postgres.js';
import { readOrMakeSecret } from './platform/secret-file.js';
import { StartupError } from './platform/startup-error.js';
import { startProcesses, type Processes, type Report } from './processes.js';

/** What the server keeps when it runs on its own: database and secret. */
const folder = fileURLToPath(new URL('../.tearline', import.meta.url));

/**
 * A server that has not answered what was under way so long after it closed is stopped all the same. With the longest
 * DRAIN_SECONDS before that it is 25 seconds; orchestrators kill after 30.
 */
const answerMs = 10_000;

/** So much later those are given up that were started to serve beside each other, and have the same time to stop. */
const processesMs = 2_000;

async function main(): Promise<void> {
  // Promises, for whoever stops the server while it starts: what has been begun has to be waited for to be undone.
  let postgres: Promise<Postgres> | undefined;
  let app: Promise<App | Processes> | undefined;
  let isStopping = false;
  let stopMs = answerMs;

  const stop = once(async (exitCode: number) => {
    isStopping = true;
    let isWell = await inTime(
      orNothing(app).then((app) => app?.close()),
      stopMs,
    ).catch(complainOfStop);
    const running = await orNothing(postgres);
    await running?.stop().catch((error: unknown) => (isWell = complainOfStop(error)));
    process.exit(isWell ? exitCode : 1);
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));

  try {
    if (existsSync('.env')) process.loadEnvFile();
    const config = readConfig({ ...process.env, ...given(process.argv.slice(2)) });
    const isAlone = config.processes === 1;
    stopMs = config.drainSeconds * 1000 + answerMs + (isAlone ? 0 : processesMs);
    const log = createLog(config.logLevel);
    if (!config.databaseUrl) {
      say('Starting PostgreSQL …');
      postgres = startPostgres({ folder, durable: true });
    }
    const databaseUrl = config.databaseUrl ?? (await postgres!).url;
    const secret = config.secret ?? readOrMakeSecret(join(folder, 'secret'));
    if (isStopping) return;
    const options = { config, databaseUrl, secret, log };
    const requestLog = createRequestLog(config.logLevel);
    app = isAlone ? startApp({ ...options, requestLog }) : startProcesses(options);
    const { url, demoKey } = await app;
    if (cluster.isWorker) await report({ kind: 'LISTENING', url, demoKey });
    else say(greeting({ url, demoKey }, config));
  } catch (error) {
    // Whatever goes wrong while it is being stopped is nobody's news.
    if (!isStopping) await complain(error);
    await stop(1);
  }
}

const orNothing = <T>(promise: Promise<T> | undefined): Promise<T | undefined> =>
  Promise.resolve(promise).catch(() => undefined);

/** Whether it has ended before the time is over. */
async function inTime(work: Promise<void>, limitMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), limitMs)));
  const isDone = await Promise.race([work.then(() => true), limit]);
  clearTimeout(timer);
  return isDone;
}

/** What the command line says, by the names that the environment has for it. */
function given(args: string[]): Record<string, string> {
  try {
    const { processes } = parseArgs({ args, options: { processes: { type: 'string' } } }).values;
    return processes === undefined ? {} : { PROCESSES: processes };
  } catch (error) {
    throw new StartupError(
      `${(error as Error).message.split('. ')[0]}: there is \`--processes 4\`, and nothing else.`,
    );
  }
}

/** What to look at first. */
function greeting({ url, demoKey }: Pick<App, 'url' | 'demoKey'>, { port }: Config): string {
  const address = url.replace(/127\.0\.0\.1|0\.0\.0\.0|\[::1?\]/, 'localhost');
  const lines = ['', `Tearline runs.`, `  Playground  ${address}/`, `  Endpoint    ${address}/graphql`];
  if (!demoKey)
    return [...lines, '', 'Make a tenant and its key with: npm run tenant -- create "Name"', ''].join('\n');
  const query =
    '{ validateCoupon(input: { code: \\"SUMMER10\\", order: { subtotal: { amount: \\"59.90\\", currency: \\"GBP\\" } }, customerId: \\"customer-ada\\" }) { __typename ... on Valuation { discount { amount currency } total { amount currency } } ... on Error { message } } }';
  return [
    ...lines,
    `  Demo key    ${demoKey}`,
    '',
    'A first query to paste:',
    '',
    `curl -s ${address}/graphql -H 'content-type: application/json' -H 'x-api-key: ${demoKey}' \\`,
    `  -d '{"query":"${query}"}'`,
    '',
    `Ctrl-C stops it.${port === 4000 ? ' PORT and DATABASE_URL are honoured.' : ''}`,
    '',
  ].join('\n');
}

function explain(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'ETIMEDOUT' || code === 'EAI_AGAIN') {
    return `The database that DATABASE_URL names cannot be reached (${code}): check that it runs, and its host and port.`;
  }
  if (code === '28P01' || code === '28000')
    return 'The database that DATABASE_URL names refuses its user or password.';
  return `Tearline could not start: ${message}`;
}

function once<Argument>(work: (argument: Argument) => Promise<void>): (argument: Argument) => Promise<void> {
  let begun: Promise<void> | undefined;
  return (argument) => (begun ??= work(argument));
}

const say = (text: string) => process.stdout.write(`${text}\n`);

async function complain(error: unknown): Promise<void> {
  const sentence = error instanceof StartupError ? error.message : explain(error);
  if (cluster.isWorker) await report({ kind: 'FAILED', sentence });
  else process.stderr.write(`${sentence}\n`);
}

/** To the process that has started this one, which says it once for all. */
const report = (report: Report) =>
  new Promise<void>((resolve) => {
    if (process.connected) process.send!(report, undefined, undefined, () => resolve());
    else resolve();
  });

function complainOfStop(error: unknown): false {
  process.stderr.write(`Tearline did not stop in order: ${(error as Error).message}\n`);
  return false;
}

await main();
