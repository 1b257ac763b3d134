import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** CPU time that a process and those that it has started have taken so far, in microseconds; null where Linux is not. */
export function cpuMicrosOf(pid: number): number | null {
  if (process.platform !== 'linux') return null;
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => statOf(name) ?? []);
  return all
    .filter((one) => one.pid === pid || one.parent === pid)
    .reduce((sum, { micros }) => sum + micros, 0);
}

const ticksPerSecond = process.platform === 'linux' ? Number(execFileSync('getconf', ['CLK_TCK'])) : NaN;

/** Undefined if the process has ended meanwhile. */
function statOf(pid: string): { pid: number; parent: number; micros: number } | undefined {
  try {
    // The second field is the program's name in parentheses, which may hold anything.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
    const [, parent, , , , , , , , , , user, system, userOfEnded, systemOfEnded] = fields.map(Number);
    return { pid: Number(pid), parent: parent!, micros: ((user! + system! + userOfEnded! + systemOfEnded!) / ticksPerSecond) * 1e6 };
  } catch {
    return undefined;
  }
}
