import { execFileSync, spawn } from 'node:child_process';
import { StartupError } from '../startup-error.js';

/** The operating system's user that PostgreSQL runs as; empty: whoever runs this process. */
export interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

export const isRoot = process.getuid?.() === 0;

const userName = 'postgres';

/** PostgreSQL refuses to run as root, so that root needs another user to run it as. */
export function accountForPostgres(): Account {
  if (!isRoot) return {};
  return lookUp() ?? create();
}

function lookUp(): Account | undefined {
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

const id = (flag: string) =>
  Number(execFileSync('id', [flag, userName], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));

function create(): Account {
  try {
    execFileSync(
      'useradd',
      ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', userName],
      { stdio: 'pipe' },
    );
    return { uid: id('-u'), gid: id('-g') };
  } catch (error) {
    throw new StartupError(
      `PostgreSQL does not run as root, and the user "${userName}" to run it as could not be created: ` +
        'start Tearline as an ordinary user, or set DATABASE_URL.',
      { cause: error },
    );
  }
}

export interface Ended {
  readonly exitCode: number;
  readonly output: string;
}

/** Runs a program to its end. The folder it works in has to be one that the account can enter. */
export function run(account: Account, program: string, args: readonly string[], cwd: string): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { ...account, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (error) => resolve({ exitCode: -1, output: error.message }));
    child.on('close', (exitCode) =>
      resolve({ exitCode: exitCode ?? -1, output: Buffer.concat(chunks).toString('utf8').trim() }),
    );
  });
}
