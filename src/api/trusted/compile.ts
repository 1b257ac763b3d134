import { execute, type ExecutionResult } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Context } from '../context.js';
import type { Judgement } from '../judgement.js';
import { fittingCheck, takesNested } from './fitting.js';

/** Carries out an operation. Variables that do not fit it are told of by errors, without data. */
export type Executor = (
  variables: Readonly<Record<string, unknown>>,
  context: Context,
) => Promise<ExecutionResult> | ExecutionResult;

/**
 * Makes code of an operation of a valid document, which takes a fraction of the time that interpreting it does. What the
 * compiler cannot do is still interpreted: inputs that hold others of their own type, and variables that it would let pass
 * although they do not fit. So are several mutations: it would carry out those after one that has thrown.
 */
export function createExecutor({ schema, document, operation, isSeveralMutations }: Judgement): Executor {
  const interpret: Executor = (variableValues, contextValue) =>
    execute({ schema, document, variableValues, contextValue });
  if (isSeveralMutations || takesNested(schema, operation)) return interpret;
  const compiled = compileQuery(schema, document, operation.name?.value);
  if (!isCompiledQuery(compiled)) return interpret;
  const fits = fittingCheck(schema, operation);
  return (variables, context) =>
    fits(variables) ? compiled.query(undefined, context, variables) : interpret(variables, context);
}
