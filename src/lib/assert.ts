/** For what cannot be unless the program is wrong. The sentence says what was believed. */
export function assert(condition: unknown, belief: string): asserts condition {
  if (!condition) throw new Error(`Broken belief: ${belief}`);
}

/** Ends a `switch` over a union: a new member does not compile until it is handled. */
export function unreachable(value: never): never {
  throw new Error(`Unknown kind: ${JSON.stringify(value)}`);
}
