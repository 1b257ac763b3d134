/**
 * How much may still be looked into. A bound on steps and not on time, so that the same question has the same answer
 * however busy the machine is. A step is one look at one requirement, one name or one line: some fifty nanoseconds.
 */
export interface Patience {
  /** Says that so many steps are done; whether there may be more. */
  readonly spend: (steps: number) => boolean;
  readonly left: () => number;
}

/** For one question that nobody else waits for. */
export const stepsOfOne = 100_000;

export function createPatience(steps: number): Patience {
  let left = steps;
  return {
    spend(done) {
      left -= done;
      return left >= 0;
    },
    left: () => Math.max(0, left),
  };
}
