import type { ApolloServerPlugin } from '@apollo/server';
import {
  getNamedType,
  getVariableValues,
  GraphQLError,
  OperationTypeNode,
  typeFromAST,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { getComplexity, type ComplexityEstimator } from 'graphql-query-complexity';
import { isStorableDeep, maxJsonDepth } from '../lib/json.js';
import { requireRight } from '../platform/rights.js';
import type { Right } from '../platform/scope.js';
import type { Context } from './context.js';
import { statusOfCode } from './errors.js';
import { extentOf } from './extent.js';
import { rightsNeeded } from './rights-needed.js';

/** No page and no code of ours comes near these; whoever does is not asking but attacking. */
export const limits = { tokens: 2_500, depth: 15, aliases: 30, directives: 20, rootFields: 20, cost: 10_000 };

const refuse = (code: string, message: string) =>
  new GraphQLError(message, { extensions: { code, http: { status: 400 } } });

const pageSizeUnlessSaid = 20;

/** A field costs 1 and what it holds; a page costs that for each entry that was asked for. */
const estimator: ComplexityEstimator = ({ args, field, childComplexity }) => {
  const isPage = field.args.some(({ name }) => name === 'first');
  const size = isPage ? Number(args.first ?? args.last ?? pageSizeUnlessSaid) : 1;
  return 1 + childComplexity * Math.max(1, size);
};

interface Asked {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/** What is wrong with the document itself, whatever its variables. */
function refusalOfDocument({ document, operation }: Asked): GraphQLError | null {
  const { depth, aliases, directives, hasUnstorableText } = extentOf(document, operation);
  if (hasUnstorableText) return unstorableText();
  if (depth > limits.depth) return refuse('QUERY_TOO_DEEP', `Expected a depth of at most ${limits.depth}.`);
  if (aliases > limits.aliases) {
    return refuse('QUERY_TOO_MANY_ALIASES', `Expected at most ${limits.aliases} aliases.`);
  }
  if (directives > limits.directives) {
    return refuse('QUERY_TOO_MANY_DIRECTIVES', `Expected at most ${limits.directives} directives.`);
  }
  if (operation.selectionSet.selections.length > limits.rootFields) {
    return refuse('QUERY_TOO_WIDE', `Expected at most ${limits.rootFields} fields at the top.`);
  }
  return null;
}

function refusalOfCost({ schema, document, operation }: Asked, variables: object): GraphQLError | null {
  const cost = getComplexity({
    schema,
    query: document,
    variables: { ...variables },
    estimators: [estimator],
    ...(operation.name && { operationName: operation.name.value }),
  });
  if (cost <= limits.cost) return null;
  return refuse(
    'QUERY_TOO_COSTLY',
    `The query costs ${cost}; expected at most ${limits.cost}. Ask for smaller pages.`,
  );
}

const unstorableText = () =>
  refuse(
    'BAD_USER_INPUT',
    `Text must not contain NUL or broken characters, and JSON nests at most ${maxJsonDepth} deep.`,
  );

/** Only sizes of pages, and conditions of `@skip` and `@include`, sway what a query costs. */
const isCostFixed = ({ schema, operation }: Asked): boolean =>
  !operation.variableDefinitions?.some(({ type }) => {
    // Apollo has validated the document: its types are there.
    const { name } = getNamedType(typeFromAST(schema, type as never)!);
    return name === 'Int' || name === 'Boolean';
  });

interface Judgement {
  readonly refusal: GraphQLError | null;
  readonly isCostFixed: boolean;
  /** Of all fields that are selected, however deep. */
  readonly rights: ReadonlySet<Right>;
}

function judge(asked: Asked, variables: object): Judgement {
  const isFixed = isCostFixed(asked);
  const refusal = refusalOfDocument(asked) ?? (isFixed ? refusalOfCost(asked, variables) : null);
  return { refusal, isCostFixed: isFixed, rights: rightsNeeded(asked) };
}

const hasWrongVariables = (
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: object,
): boolean => Boolean(getVariableValues(schema, variableDefinitions, { ...variables }).errors);

/** Before anything is done: a mutation must not be carried out and then answered with 403 for what it selects. */
function requireRights(context: Context, rights: ReadonlySet<Right>): void {
  if (context.isKnown) for (const right of rights) requireRight(context.scope, right);
}

/**
 * Limits on what one request may ask, answered with 400 before anything runs. Apollo keeps the documents it has parsed,
 * so what is known of an operation is kept as well, for as long as its document.
 */
export function createGuard(): ApolloServerPlugin<Context> {
  const judgements = new WeakMap<OperationDefinitionNode, Judgement>();
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, document, operation, request, contextValue }) {
          const variables = request.variables ?? {};
          if (!isStorableDeep(variables)) throw unstorableText();
          if (operation?.operation === OperationTypeNode.SUBSCRIPTION) {
            throw refuse('BAD_USER_INPUT', 'There are no subscriptions.');
          }
          // What cannot be executed, Apollo refuses right after this, with a sentence of its own.
          if (!operation || hasWrongVariables(schema, operation, variables)) return;
          const asked = { schema, document, operation };
          const judgement = judgements.get(operation) ?? judge(asked, variables);
          judgements.set(operation, judgement);
          const refusal =
            judgement.refusal ?? (judgement.isCostFixed ? null : refusalOfCost(asked, variables));
          if (refusal) throw refusal;
          requireRights(contextValue, judgement.rights);
        },
        // Errors that are not data have a status of their own, also where a nullable field took them up.
        async willSendResponse({ response }) {
          if (response.body.kind !== 'single' || response.body.singleResult.data === undefined) return;
          const codes = response.body.singleResult.errors?.map(({ extensions }) => extensions?.code) ?? [];
          const code = Object.keys(statusOfCode).find((known) => codes.includes(known));
          if (!code) return;
          response.http.status = statusOfCode[code]!;
          if (response.http.status === 503) response.http.headers.set('retry-after', '1');
        },
      };
    },
  };
}
