/**
 * A rolling window moves in sixty steps, so that what was used is kept as sixty sums and not as a list of uses. A use
 * leaves the window once the whole of its step has: it counts for a sixtieth longer at most, and never shorter.
 */
const stepsOfWindow = 60;

/** What was used in each step of a rolling window, by the second at which the step began. */
export type Steps = Readonly<Record<string, bigint>>;

export const stepSeconds = (seconds: number) => Math.max(1, Math.floor(seconds / stepsOfWindow));

/** The step that an instant lies in. */
export const stepAt = (seconds: number, at: Date): string => {
  const step = stepSeconds(seconds);
  return String(Math.floor(at.getTime() / 1_000 / step) * step);
};

/** Those of the steps that have not left the window at an instant, and in which something was used. */
export function stepsWithin(seconds: number, steps: Steps, now: Date): [start: string, used: bigint][] {
  const begin = now.getTime() / 1_000 - seconds;
  const step = stepSeconds(seconds);
  return Object.entries(steps).filter(([start, used]) => Number(start) + step > begin && used !== 0n);
}

/** What leaves the window by itself. */
interface Leaving {
  /** From this instant on it does not count, in milliseconds. */
  readonly at: number;
  readonly amount: bigint;
}

/** What leaves the window, the first first: made one by one, since mostly the first is asked for. */
export function* leavingsOf(seconds: number, steps: Steps): Generator<Leaving> {
  const length = stepSeconds(seconds) + seconds;
  const starts = Object.keys(steps).map(Number);
  for (const start of starts.sort((a, b) => a - b)) {
    yield { at: (start + length) * 1_000, amount: steps[start]! };
  }
}
