export interface Turnstile {
  /** Lets one pass, who tells on leaving whether it went well; or says how long to stay away. */
  enter(key: string, who: string): ((wentWell: boolean) => void) | { readonly stayAwayMs: number };
}

interface Gate {
  inside: number;
  /** Who was turned away and has not passed yet. */
  readonly turnedAway: Set<string>;
  isFailing: boolean;
  lastStayMs: number;
}

const minStayAwayMs = 50;
const maxStayAwayMs = 60_000;
/** The line is only remembered to guess its length; those that passed by another process stay in it. */
const maxRemembered = 10_000;

/**
 * So many at once per receiver, and only one at a receiver that failed last: one that hangs holds up its own
 * deliveries and leaves the rest of the slots to others. Who is turned away is told when its turn may come, so that a
 * long line is not asked over and over.
 */
export function createTurnstile({ atOnce }: { readonly atOnce: number }): Turnstile {
  const gates = new Map<string, Gate>();
  return {
    enter(key, who) {
      const gate = gates.get(key) ?? { inside: 0, turnedAway: new Set(), isFailing: false, lastStayMs: 0 };
      gates.set(key, gate);
      const limit = gate.isFailing ? 1 : atOnce;
      if (gate.inside >= limit) {
        if (gate.turnedAway.size >= maxRemembered) gate.turnedAway.clear();
        gate.turnedAway.add(who);
        const turnMs = (gate.turnedAway.size * gate.lastStayMs) / limit;
        return { stayAwayMs: Math.min(maxStayAwayMs, Math.max(minStayAwayMs, turnMs)) };
      }
      gate.inside += 1;
      gate.turnedAway.delete(who);
      const enteredAt = performance.now();
      return (wentWell) => {
        gate.inside -= 1;
        gate.isFailing = !wentWell;
        gate.lastStayMs = performance.now() - enteredAt;
        // Nothing worth remembering: the next to come finds it as it was in the beginning.
        if (wentWell && gate.inside === 0 && gate.turnedAway.size === 0) gates.delete(key);
      };
    },
  };
}
