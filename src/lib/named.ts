import { isFailure, type Failure, type SuccessOf } from './outcome.js';

/** A failure as GraphQL shows it: its name plus `Error`, its facts, and its code. */
export type Named<F> =
  F extends Failure<infer Name> ? F & { readonly __typename: `${Name}Error`; readonly code: never } : never;

const codeOf = (name: string): string => name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();

/**
 * The one translation from an action's outcome to a GraphQL union: failures by their names, the success by what
 * `success` makes of it. A failure that the union lacks, or that lacks a fact the schema promises, does not compile.
 */
export function named<T, const S extends { readonly __typename: string }>(
  outcome: T,
  success: (value: SuccessOf<T>) => S,
): S | Named<Extract<T, Failure>> {
  if (!isFailure(outcome)) return success(outcome as SuccessOf<T>);
  const { failure } = outcome as Failure;
  return { ...outcome, __typename: `${failure}Error`, code: codeOf(failure) } as unknown as Named<
    Extract<T, Failure>
  >;
}

/** Failures where GraphQL takes any error, each by its own name. */
export const namedAll = (failures: readonly Failure[]) =>
  failures.map((failure) => named(failure, neverFine)) as never[];

const neverFine = (): never => {
  throw new Error('A failure is none.');
};
