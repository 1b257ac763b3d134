import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * When the process began, in words of no meaning but equality; undefined if there is none. A process id alone says
 * little: after a crash or in a restarted container the same number belongs to somebody else.
 */
export function birthOf(pid: number): string | undefined {
  if (process.platform !== 'linux') return ps(pid, 'lstart');
  // The second field is the program's name in parentheses, which may hold anything; the 22nd is the time of start.
  const fields = proc(pid, 'stat')?.split(') ').at(-1)?.split(' ');
  const isZombie = fields?.[0] === 'Z';
  return isZombie ? undefined : fields?.[19];
}

/** The command line of the process, empty if there is none. */
export function commandOf(pid: number): string {
  const command =
    process.platform === 'linux' ? proc(pid, 'cmdline')?.replaceAll('\0', ' ') : ps(pid, 'command');
  return command ?? '';
}

function proc(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
}

function ps(pid: number, column: string): string | undefined {
  try {
    const columns = execFileSync('ps', ['-ww', '-p', String(pid), '-o', `${column}=`], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return columns.trim() || undefined;
  } catch {
    return undefined;
  }
}
