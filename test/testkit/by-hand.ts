import type { doPeriodically, PeriodicOptions } from '../../src/platform/periodic.js';

/** What servers do from time to time, they do when the test says so, and at no other time. */
export function byHand() {
  const chores: PeriodicOptions[] = [];
  const periodically: typeof doPeriodically = (chore) => {
    chores.push(chore);
    return { stop: () => Promise.resolve() };
  };
  return {
    periodically,
    /** All of it once, all at once. */
    doAll: () => Promise.all(chores.map(({ work }) => work(() => false))),
  };
}
