export interface Turnstile {
  /** Lets one pass, who tells on leaving whether it went well; or says how long to stay away. */
  enter(key: string): ((wentWell: boolean) => void) | { readonly stayAwayMs: number };
}

interface Gate {
  inside: number;
  /** How many were turned away and have not come back: an estimate, for telling later ones when to come. */
  waiting: number;
  isFailing: boolean;
  lastStayMs: number;
}

const minStayAwayMs = 50;
const maxStayAwayMs = 10 * 60_000;

/**
 * So many at once per receiver, and only one at a receiver that failed last: one that hangs holds up its own
 * deliveries and leaves the rest of the slots to others. Who is turned away is told when its turn may come, so that a
 * long line is not asked over and over.
 */
export function createTurnstile({ atOnce }: { readonly atOnce: number }): Turnstile {
  const gates = new Map<string, Gate>();
  return {
    enter(key) {
      const gate = gates.get(key) ?? { inside: 0, waiting: 0, isFailing: false, lastStayMs: 0 };
      const limit = gate.isFailing ? 1 : atOnce;
      if (gate.inside >= limit) {
        gate.waiting += 1;
        const turn = (gate.waiting * gate.lastStayMs) / limit;
        return { stayAwayMs: Math.min(maxStayAwayMs, Math.max(minStayAwayMs, turn)) };
      }
      gates.set(key, gate);
      gate.inside += 1;
      gate.waiting = Math.max(0, gate.waiting - 1);
      const enteredAt = performance.now();
      return (wentWell) => {
        gate.inside -= 1;
        gate.isFailing = !wentWell;
        gate.lastStayMs = performance.now() - enteredAt;
        // What stands still and was well is not worth remembering.
        if (gate.inside === 0 && gate.waiting === 0 && wentWell) gates.delete(key);
      };
    },
  };
}
