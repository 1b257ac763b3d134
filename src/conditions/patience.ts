/**
 * How much may still be looked into. A bound on steps and not on time, so that the same question has the same answer
 * however busy the machine is. A step is one look at one requirement, one name or one line: some fifty nanoseconds.
 */
export interface Patience {
  /** Says that so many steps are done; whether there may be more. */
  readonly spend: (steps: number) => boolean;
  readonly left: () => number;
  /** Says that something was left out for want of steps. */
  readonly cut: () => void;
  /** Whether anything was: what was not found then may be there all the same. */
  readonly isCut: () => boolean;
}

/** For one question that nobody else waits for. */
export const stepsOfOne = 100_000;

export function createPatience(steps: number): Patience {
  let left = steps;
  let isCut = false;
  return {
    spend(done) {
      left -= done;
      return left >= 0;
    },
    left: () => Math.max(0, left),
    cut() {
      isCut = true;
    },
    isCut: () => isCut || left <= 0,
  };
}
