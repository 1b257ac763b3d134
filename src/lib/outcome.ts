/**
 * An expected failure is a value: a name, a sentence, and its facts. The name is also the name of its GraphQL type,
 * less the ending `Error`. Exceptions are for bugs and broken machines.
 */
export interface Failure<Name extends string = string> {
  readonly failure: Name;
  readonly message: string;
}

export const isFailure = <T>(outcome: T): outcome is Extract<T, Failure> =>
  typeof outcome === 'object' && outcome !== null && 'failure' in outcome;

/** What a function answers when it does not fail. */
export type SuccessOf<T> = Exclude<T, Failure>;
