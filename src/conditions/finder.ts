import { sizeOfCondition, type Condition } from './core.js';
import type { Change } from './change.js';
import { compile } from './compile.js';
import { asSure, changesFor, type Changes } from './hints.js';
import { jsonOfCondition } from './json.js';
import { createPatience, type Patience } from './patience.js';
import { Seen } from './seen.js';
import type { Situation } from './situation.js';

/** Finds out what would help, as long as patience lasts. */
export interface Finder {
  /** As `changesFor`; what was asked before is remembered. */
  readonly changesFor: (condition: Condition, situation: Situation) => Changes;
  /** Changes that were found, or stricter ones: as `asSure`. */
  readonly asSure: (
    condition: Condition,
    situation: Situation,
    changes: readonly Change[],
    isUsable: (changes: readonly Change[]) => boolean,
  ) => Changes;
  /** Says that so many steps were done beside. */
  readonly spend: Patience['spend'];
}

/** Something that is found out only where it is asked for, since that may take long. */
export interface Sought {
  /** How many clauses it is about. */
  readonly size: number;
  /** Null where nothing would help, whatever was tried. */
  readonly find: ((finder: Finder) => Changes) | null;
}

/** What would help, or why there is nothing to tell. */
export type Hint =
  | { readonly changes: readonly Change[]; readonly without: null }
  | { readonly changes: null; readonly without: NoChanges };

/**
 * Why there are no changes: they were not looked for, as none would help; or were, in all ways that are known; or the search
 * for them came to its bound.
 */
export type NoChanges = 'NOT_SOUGHT' | 'NONE_FOUND' | 'BOUND_REACHED';

export const noHint = (without: NoChanges): Hint => ({ changes: null, without });

export const nothingSought: Sought = { size: 0, find: null };

export const soughtFor = (condition: Condition, situation: Situation): Sought => ({
  size: sizeOfCondition(condition),
  find: ({ changesFor }) => changesFor(condition, situation),
});

/** Finds out, for one request, whatever hints it asks for. */
export interface Hints {
  /**
   * Answered when its turn comes: of what is asked at the same time the small goes first, so that the large, if it uses
   * up the patience, leaves nothing but the large without an answer. What is asked twice has one answer.
   */
  readonly ask: (sought: Sought) => Promise<Hint>;
}

/** For all hints of a request together, those of thirty codes on the longest cart: some hundred and fifty milliseconds. */
const stepsOfRequest = 400_000;

/** After so many, others have their turn: two milliseconds or so. */
const stepsOfTurn = 5_000;

// To read a clause, so as to tell whether the same was asked before.
const stepsOfClause = 5;

interface Asked {
  readonly size: number;
  readonly answer: (finder: Finder, patience: Patience) => void;
}

/** What was found for a condition, and whether it was all that there may be. */
interface Known {
  readonly changes: Changes;
  readonly isCut: boolean;
}

/** @param pause - lets others have their turn */
export function createHints(pause: () => Promise<unknown>): Hints {
  const hints = new WeakMap<Sought, Promise<Hint>>();
  const known = new WeakMap<Situation, Map<string, Known>>();
  const seen = new WeakMap<Situation, Seen>();
  let left = stepsOfRequest;
  let waiting: Asked[] = [];
  let isAtWork = false;

  const seenOf = (situation: Situation) => remembered(seen, situation, () => new Seen(situation));

  function finderWith(patience: Patience): Finder {
    return {
      spend: patience.spend,
      asSure: (condition, situation, changes, isUsable) =>
        asSure(compile(condition).simple, seenOf(situation), changes, patience, isUsable),
      changesFor(condition, situation) {
        if (!patience.spend(sizeOfCondition(condition) * stepsOfClause)) return null;
        const content = JSON.stringify(jsonOfCondition(condition));
        const answers = remembered(known, situation, () => new Map<string, Known>());
        const { changes, isCut } = remembered(answers, content, () => ({
          changes: changesFor(condition, situation, patience, seenOf(situation)),
          isCut: patience.isCut(),
        }));
        if (isCut) patience.cut();
        return changes;
      },
    };
  }

  async function work(): Promise<void> {
    isAtWork = true;
    // Until all is asked that is asked at the same time.
    await pause();
    let atPause = left;
    for (;;) {
      const [next, ...others] = waiting.sort((a, b) => a.size - b.size);
      if (!next) break;
      waiting = others;
      // No question takes it all: what is asked later has a chance as well.
      const patience = createPatience(left / 2);
      next.answer(finderWith(patience), patience);
      left = left / 2 + patience.left();
      if (atPause - left < stepsOfTurn) continue;
      await pause();
      atPause = left;
    }
    isAtWork = false;
  }

  const hintFor = ({ size, find }: Sought): Promise<Hint> => {
    if (!find) return Promise.resolve(noHint('NOT_SOUGHT'));
    return new Promise((resolve, reject) => {
      const answer: Asked['answer'] = (finder, patience) => {
        try {
          const changes = find(finder);
          const without = patience.isCut() ? 'BOUND_REACHED' : 'NONE_FOUND';
          resolve(changes ? { changes, without: null } : noHint(without));
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      };
      waiting.push({ size, answer });
      if (!isAtWork) void work();
    });
  };

  return { ask: (sought) => remembered(hints, sought, () => hintFor(sought)) };
}

interface Memory<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): unknown;
}

function remembered<Key, Value>(memory: Memory<Key, Value>, key: Key, find: () => Value): Value {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const value = find();
  memory.set(key, value);
  return value;
}
