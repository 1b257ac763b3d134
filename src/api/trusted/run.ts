import {
  getOperationAST,
  OperationTypeNode,
  type DocumentNode,
  type GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { isStorableDeep } from '../../lib/json.js';
import type { Context } from '../context.js';
import { retryAfterOf, statusOf } from '../errors.js';
import { hasWrongVariables, judge, requireAllowed, type Judgement } from '../judgement.js';
import { createExecutor, type Executor } from './compile.js';

interface RunnerOptions {
  readonly schema: GraphQLSchema;
  readonly formatError: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;
}

interface Asked {
  readonly document: DocumentNode;
  readonly operationName: string | null | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: Context;
}

interface Answer {
  readonly status: number;
  readonly json: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Carries out an operation of a document that is known to be valid, and gives its answer as Apollo would. Null if it is
 * one to refuse: then nothing has been done, and what is wrong with it is for Apollo to say.
 */
export function createRunner({ schema, formatError }: RunnerOptions) {
  const judgements = new WeakMap<OperationDefinitionNode, Judgement>();
  const executors = new WeakMap<Judgement, Executor>();

  function judgementOf({ document, operationName, variables, context }: Asked): Judgement | null {
    const operation = getOperationAST(document, operationName);
    // The schema has no subscriptions, and still none is refused when documents are validated.
    if (!operation || operation.operation === OperationTypeNode.SUBSCRIPTION) return null;
    if (!isStorableDeep(variables)) return null;
    const known = judgements.get(operation);
    // Where nothing depends on them, executing is what finds out whether they fit.
    if (!known?.isCostFixed && hasWrongVariables(schema, operation, variables)) return null;
    const judgement = known ?? judge(schema, document, operation, variables);
    judgements.set(operation, judgement);
    return isAllowed(judgement, variables, context) ? judgement : null;
  }

  function executorFor(judgement: Judgement): Executor {
    const executor = executors.get(judgement) ?? createExecutor(judgement);
    executors.set(judgement, executor);
    return executor;
  }

  const format = (error: GraphQLError) => formatError(enriched(error), error);

  return async function run(asked: Asked): Promise<Answer | null> {
    const judgement = judgementOf(asked);
    if (!judgement) return null;
    const { data, errors } = await executorFor(judgement)(asked.variables, asked.context);
    if (data === undefined) return null;
    if (!errors) return { status: 200, json: JSON.stringify({ data }) + '\n', headers: none };
    const formatted = errors.map(format);
    const status = statusOf(formatted) ?? 200;
    const headers = status === 503 ? { 'retry-after': retryAfterOf(formatted) } : none;
    return { status, json: JSON.stringify({ errors: formatted, data }) + '\n', headers };
  };
}

const none = {};

function isAllowed(...asked: Parameters<typeof requireAllowed>): boolean {
  try {
    requireAllowed(...asked);
    return true;
  } catch {
    return false;
  }
}

/** What is thrown without a code is a bug. */
const enriched = (error: GraphQLError): GraphQLFormattedError => ({
  ...error.toJSON(),
  extensions: { code: 'INTERNAL_SERVER_ERROR', ...error.extensions },
});
