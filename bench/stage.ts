/** Servers, their databases, and what is in them before anything is measured. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import {
  automaticCodes,
  codesOf,
  isAutomatic,
  isTearline,
  smallCodes,
  type Codes,
  type Load,
  type ServerName,
  type Work,
} from './cases.js';
import {
  analyze,
  checkUses,
  makeCards,
  makeCoupons,
  makeLimits,
  makeReference,
  makeTenant,
  siblingOf,
  type Place,
} from './data.js';
import { introduction, writeManifest } from './documents.js';
import type { createProcesses } from './processes.js';
import { makeAutomatic, makeMixed, makeRuled } from './promotions.js';
import { fill, storedRedemptions } from './scale.js';

interface Preparing {
  readonly databaseUrl: string;
  readonly processes: ReturnType<typeof createProcesses>;
  readonly folder: string;
  /** Those that are needed. */
  readonly servers: ReadonlySet<ServerName>;
  readonly works: ReadonlySet<Work>;
  readonly scale: number;
  readonly profile: string | undefined;
  readonly say: (text: string) => void;
}

export interface Stage {
  placeOf(load: Load): { url: string; key: string; codes: Codes };
  /** The process that answers. */
  pidOf(server: ServerName): number;
  analyze(): Promise<void>;
  /** Throws unless what was answered is what is in the databases, and all that is counted there agrees. */
  check(redeemed: Partial<Record<ServerName, number>>): Promise<void>;
}

/** As `npm start` starts it. */
const usual = ['--enable-source-maps', '--max-semi-space-size=64'];

export async function prepare(preparing: Preparing): Promise<Stage> {
  const { databaseUrl, processes, folder, servers, works, scale, profile, say } = preparing;
  const trustedDocuments = join(folder, 'documents.json');
  writeManifest(trustedDocuments);
  const secret = randomBytes(32).toString('hex');
  const profiling = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${resolve(profile)}`];
  const databases: Partial<Record<ServerName, string>> = {};
  const places: Partial<Record<ServerName, Place & { readonly pid: number }>> = {};
  /** Of works that have a tenant of their own at their server. */
  const ownKeys: Partial<Record<Work, string>> = {};

  const envOf = (url: string) => ({
    DATABASE_URL: url,
    TEARLINE_SECRET: secret,
    TRUSTED_DOCUMENTS: trustedDocuments,
  });
  const tenantAt = (url: string) => makeTenant({ ...envOf(url), PATH: process.env['PATH'] });

  async function startTearline(server: ServerName): Promise<Place> {
    const url = server === 'tearline' ? databaseUrl : siblingOf(databaseUrl, server);
    const key = tenantAt(url);
    databases[server] = url;
    return (places[server] = {
      ...(await processes.startServer('../dist/main.js', envOf(url), [...usual, ...profiling])),
      key,
      databaseUrl: url,
    });
  }

  if (servers.has('tearline')) {
    const place = await startTearline('tearline');
    const placeFor = (work: Work) => ({ ...place, key: (ownKeys[work] = tenantAt(databaseUrl)) });
    await makeCoupons(place);
    await makeCards(place);
    await makeLimits(place, placeFor('apply-tenant-daily'));
    await makeRuled(place);
    await makeMixed(place);
    for (const work of [...works].filter(isAutomatic))
      await makeAutomatic(placeFor(work), automaticCodes[work]);
  }
  if (servers.has('small')) await makeCoupons(await startTearline('small'));
  if (servers.has('large')) {
    say(`Filling a database with ${scale.toLocaleString('en')} codes …`);
    const { seconds, bytes } = await fill(await startTearline('large'), scale);
    say(`It took ${seconds.toFixed(0)} s and is ${(bytes / 1e9).toFixed(1)} GB.`);
  }
  if (servers.has('raw')) {
    const url = (databases.raw = siblingOf(databaseUrl, 'reference'));
    await makeReference(url);
    places.raw = {
      ...(await processes.startServer('raw-server.ts', { DATABASE_URL: url })),
      key: '',
      databaseUrl: url,
    };
  }
  if (servers.has('constant')) {
    places.constant = {
      ...(await processes.startServer('constant-server.ts', {})),
      key: '',
      databaseUrl: '',
    };
    await introduce(places.constant.url);
  }

  const known = () => Object.entries(databases) as [ServerName, string][];

  return {
    placeOf(load) {
      const { server, work } = load;
      const { url, key } = places[server]!;
      return {
        url,
        key: ownKeys[work] ?? key,
        codes: codesOf(load, server === 'large' ? scale : smallCodes),
      };
    },
    pidOf: (server) => places[server]!.pid,
    async analyze() {
      for (const [, url] of known()) await analyze(url);
    },
    async check(redeemed) {
      for (const [server, url] of known()) {
        const stored = server === 'large' ? storedRedemptions(scale) : 0;
        await checkUses(url, stored + (redeemed[server] ?? 0));
        if (isTearline(server)) await reconcile(envOf(url), folder);
      }
    },
  };
}

/** Lets Apollo remember what it is asked for by its hash later. */
async function introduce(url: string): Promise<void> {
  await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...introduction('validate'),
      variables: { input: { code: 'CODE', order: { subtotal: { amount: '59.90', currency: 'GBP' } } } },
    }),
  });
}

/** As an operator does. Throws if anything differs. */
async function reconcile(env: NodeJS.ProcessEnv, cwd: string): Promise<void> {
  const command = fileURLToPath(new URL('../dist/cli/reconcile.js', import.meta.url));
  await promisify(execFile)(process.execPath, [command], {
    cwd,
    env: { ...env, PATH: process.env['PATH'] },
  }).catch((error: Error & { stdout?: string }) => {
    throw new Error(`What is counted differs from what was redeemed:\n${error.stdout ?? error.message}`);
  });
}
