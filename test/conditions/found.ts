import { createHints, type Sought } from '../../src/conditions/finder.js';

/** What is found out by a request that asks for nothing else. */
export const hintFor = (sought: Sought) => createHints(() => Promise.resolve()).ask(sought);

export const found = async (sought: Sought) => (await hintFor(sought)).changes;
