import { createHints, type Sought } from '../../src/conditions/finder.js';

/** What is found out by a request that asks for nothing else. */
export const found = (sought: Sought) => createHints(() => Promise.resolve()).ask(sought);
