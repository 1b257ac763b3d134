import { randomInt } from 'node:crypto';

/** SEED, or one by chance: it is printed, so that what chance has found can be run again. */
export function seedOf(what: string): number {
  const seed = Number(process.env['SEED'] ?? randomInt(2 ** 31));
  console.log(`SEED=${seed} # ${what}`);
  return seed;
}

/** The same in an order of chance's choosing: each order is as likely as any other. By Fisher and Yates. */
export function shuffled<T>(entries: readonly T[], random: () => number): T[] {
  const left = [...entries];
  return entries.map(() => left.splice(Math.floor(random() * left.length), 1)[0]!);
}

/** Numbers from 0 up to, and not, 1: the same for the same seed. By Mulberry32. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
