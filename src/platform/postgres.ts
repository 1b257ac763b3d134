import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { initialise, passwordOf, portOf, start, stop, superuser } from './postgres/cluster.js';
import { isOwned, own } from './postgres/owner.js';
import { findPlace, type Place } from './postgres/place.js';

export interface PostgresOptions {
  /** What it keeps is in `postgres` there, or wherever the symlink of that name leads. */
  readonly folder: string;
  /** False for tests: a power cut may then cost the data. */
  readonly durable: boolean;
  /** A free one if none is given. */
  readonly port?: number;
}

export interface Postgres {
  /** As superuser, with its password. The database in it, `tearline`, is made by the first migration. */
  readonly url: string;
  readonly port: number;
  /** The process id of the postmaster. */
  readonly pid: number;
  /** After this it may be started again on the same folder; also after the postmaster was killed. */
  stop(): Promise<void>;
  /** Stops it and deletes all it kept. */
  destroy(): Promise<void>;
}

/**
 * Runs a real PostgreSQL, from an npm package, for this process alone. What a killed process has left running is
 * stopped first, and recovered.
 */
export async function startPostgres({
  folder,
  durable,
  port: fixedPort,
}: PostgresOptions): Promise<Postgres> {
  const place = await findPlace(folder);
  const ownership = own(`${place.home}.owner`);
  try {
    await stop(place);
    if (place.isLeftOver) empty(place.home);
    await initialise(place, durable);
    const { port, pid } = await start(place, durable, fixedPort);
    return {
      url: urlOf(place, port),
      port,
      pid,
      async stop() {
        await stop(place);
        ownership.release();
      },
      async destroy() {
        await stop(place);
        remove(place, folder);
        ownership.release();
      },
    };
  } catch (error) {
    ownership.release();
    throw error;
  }
}

/** The url of the one that another process runs on this folder; undefined if none does. */
export async function findRunningPostgres(folder: string): Promise<string | undefined> {
  const place = await findPlace(folder);
  const port = isOwned(`${place.home}.owner`) ? portOf(place) : undefined;
  return port === undefined ? undefined : urlOf(place, port);
}

const urlOf = (place: Place, port: number): string =>
  `postgresql://${superuser}:${passwordOf(place)}@127.0.0.1:${port}/tearline`;

/** For a folder whose process was killed: stops what still runs on it, and deletes all it kept. */
export async function destroyPostgres(folder: string): Promise<void> {
  const place = await findPlace(folder);
  const ownership = own(`${place.home}.owner`);
  try {
    await stop(place);
    remove(place, folder);
  } finally {
    ownership.release();
  }
}

function empty(home: string): void {
  for (const name of readdirSync(home)) rmSync(join(home, name), { recursive: true });
}

function remove(place: Place, folder: string): void {
  rmSync(place.home, { recursive: true, force: true });
  rmSync(join(folder, 'postgres'), { force: true });
}
