import { execFileSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { StartupError } from '../startup-error.js';
import { accountForPostgres, isRoot, run, type Account } from './account.js';
import { findBinaries } from './binaries.js';

/** Where PostgreSQL runs, and as whom. */
export interface Place {
  readonly account: Account;
  /** Holds `bin`, `lib` and `share`. */
  readonly native: string;
  /** Holds the data, the password and the log; belongs to the account. */
  readonly home: string;
  /** What is in `home` is of a folder that has been deleted since. */
  readonly isLeftOver: boolean;
}

/** For what root's PostgreSQL cannot reach where it is: nobody else can enter /root, or a clone of mode 700. */
const sharedFolder = '/var/lib/tearline';

/** `folder` is ours (`.tearline`); in it, `postgres` is the home or a symlink to it. */
export async function findPlace(folder: string): Promise<Place> {
  makeFolder(folder);
  const within = join(realpathSync(folder), 'postgres');
  const { native, version } = findBinaries();
  if (!isRoot) return { account: {}, native, home: ownHome(within), isLeftOver: false };
  const account = existsSync(within) ? accountOf(within) : accountForPostgres();
  const runnable = (await canRun(account, native)) ? native : await copyOf(native, version, account);
  return { account, native: runnable, ...(await homeFor(account, within)) };
}

function ownHome(within: string): string {
  if (existsSync(within) && statSync(within).uid !== process.getuid?.()) {
    throw new StartupError(
      `${within} belongs to another user: run Tearline as that user, or delete the folder to start afresh.`,
    );
  }
  makeFolder(within);
  return realpathSync(within);
}

async function homeFor(account: Account, within: string): Promise<Pick<Place, 'home' | 'isLeftOver'>> {
  if (existsSync(within)) {
    const home = realpathSync(within);
    if (await canEnter(account, home)) return { home, isLeftOver: false };
    throw new StartupError(
      `The user that PostgreSQL runs as cannot enter ${home}, where its data is: open the folders above it, or delete ${within} to start afresh.`,
    );
  }
  if (await canEnterNewFolder(account, dirname(within))) {
    rmSync(within, { force: true }); // a symlink that leads nowhere
    makeFolder(within, account);
    return { home: within, isLeftOver: false };
  }
  const home = join(sharedFolder, createHash('sha256').update(within).digest('hex').slice(0, 16));
  const isLeftOver = existsSync(home);
  makeSharedFolder();
  makeFolder(home, account);
  rmSync(within, { force: true });
  symlinkSync(home, within);
  return { home: realpathSync(home), isLeftOver };
}

/** Data that is there already is run by whom it belongs to. */
function accountOf(home: string): Account {
  const { uid, gid } = statSync(home);
  return uid === 0 ? accountForPostgres() : { uid, gid };
}

/** Found by trying: modes tell little of access lists, mounts and shared libraries. */
const canRun = async (account: Account, native: string) =>
  (await run(account, join(native, 'bin/postgres'), ['--version'], '/')).exitCode === 0;

const canEnter = async (account: Account, folder: string) =>
  (await run(account, '/bin/sh', ['-c', 'cd -- "$0" && test -w .', folder], '/')).exitCode === 0;

async function canEnterNewFolder(account: Account, parent: string): Promise<boolean> {
  const trial = join(parent, `trial-${randomUUID()}`);
  makeFolder(trial, account);
  try {
    return await canEnter(account, trial);
  } finally {
    rmSync(trial, { recursive: true });
  }
}

/** One for all clones. Made under another name first, so that it is whole as soon as it is there. */
async function copyOf(packaged: string, version: string, account: Account): Promise<string> {
  const copy = join(sharedFolder, `postgres-${version}`);
  if (!existsSync(copy)) {
    makeSharedFolder();
    const draft = `${copy}.${randomUUID()}`;
    cpSync(packaged, draft, { recursive: true, verbatimSymlinks: true });
    execFileSync('chmod', ['-R', 'a+rX', draft]);
    try {
      renameSync(draft, copy);
    } catch (error) {
      rmSync(draft, { recursive: true });
      if (!existsSync(copy)) throw error;
    }
  }
  if (await canRun(account, copy)) return copy;
  throw new StartupError(
    `PostgreSQL does not run as root, and another user cannot run it from ${copy}: start Tearline as an ordinary user, or set DATABASE_URL.`,
  );
}

function makeSharedFolder(): void {
  makeFolder(sharedFolder);
  chmodSync(sharedFolder, 0o755);
}

function makeFolder(path: string, account?: Account): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw new StartupError(
      `Tearline keeps its database in ${path}, which it cannot create: ${(error as Error).message}.`,
      { cause: error },
    );
  }
  if (account?.uid === undefined || account.gid === undefined) return;
  chownSync(path, account.uid, account.gid);
  chmodSync(path, 0o700);
}
