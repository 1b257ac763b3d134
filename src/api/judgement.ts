import {
  getNamedType,
  getVariableValues,
  GraphQLError,
  isNonNullType,
  Kind,
  OperationTypeNode,
  separateOperations,
  typeFromAST,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableNode,
} from 'graphql';
import { getComplexity, type ComplexityEstimator } from 'graphql-query-complexity';
import { maxJsonDepth } from '../lib/json.js';
import { requireRight } from '../platform/rights.js';
import type { Right } from '../platform/scope.js';
import type { Context } from './context.js';
import { extentOf } from './extent.js';
import { rightsNeeded } from './rights-needed.js';

/** No page and no code of ours comes near these; whoever does is not asking but attacking. */
export const limits = { tokens: 2_500, depth: 15, aliases: 30, directives: 20, rootFields: 20, cost: 12_000 };

export const refuse = (code: string, message: string) =>
  new GraphQLError(message, { extensions: { code, http: { status: 400 } } });

export const unstorableText = () =>
  refuse(
    'BAD_USER_INPUT',
    `Text must not contain NUL or broken characters, and JSON nests at most ${maxJsonDepth} deep.`,
  );

/** An operation of a document; the document has no other, and only the fragments that the operation uses. */
export interface Asked {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/** What is known of an operation once it has been asked for with variables that fit. */
export interface Judgement extends Asked {
  /** Why it is refused, whatever its variables. */
  readonly refusal: GraphQLError | null;
  /** Whether its variables have no say in what it costs, nor in whether that can be told. */
  readonly isCostFixed: boolean;
  /** Of all fields that are selected, however deep. */
  readonly rights: ReadonlySet<Right>;
  readonly isSeveralMutations: boolean;
}

export function judge(
  schema: GraphQLSchema,
  whole: DocumentNode,
  operation: OperationDefinitionNode,
  variables: object,
): Judgement {
  const document = separateOperations(whole)[operation.name?.value ?? '']!;
  const asked = { schema, document, operation };
  const extent = extentOf(document, operation);
  const isFixed = isCostFixed(asked);
  return {
    ...asked,
    refusal: refusalOfExtent(extent) ?? (isFixed ? refusalOfCost(asked, variables) : null),
    isCostFixed: isFixed,
    rights: rightsNeeded(schema, document),
    isSeveralMutations: operation.operation === OperationTypeNode.MUTATION && extent.rootFields > 1,
  };
}

function refusalOfExtent(extent: ReturnType<typeof extentOf>): GraphQLError | null {
  if (extent.hasUnstorableText) return unstorableText();
  if (extent.depth > limits.depth) {
    return refuse('QUERY_TOO_DEEP', `Expected a depth of at most ${limits.depth}.`);
  }
  if (extent.aliases > limits.aliases) {
    return refuse('QUERY_TOO_MANY_ALIASES', `Expected at most ${limits.aliases} aliases.`);
  }
  if (extent.directives > limits.directives) {
    return refuse('QUERY_TOO_MANY_DIRECTIVES', `Expected at most ${limits.directives} directives.`);
  }
  if (extent.rootFields > limits.rootFields) {
    return refuse('QUERY_TOO_WIDE', `Expected at most ${limits.rootFields} fields at the top.`);
  }
  return null;
}

/** Only sizes of pages, and conditions of `@skip` and `@include`, sway what a query costs; a null may leave it without a cost. */
const isCostFixed = (asked: Asked): boolean =>
  !mayHoldWrongNull(asked) &&
  !asked.operation.variableDefinitions?.some(({ type }) => {
    // The document has been validated: its types are there.
    const { name } = getNamedType(typeFromAST(asked.schema, type as never)!);
    return name === 'Int' || name === 'Boolean';
  });

/**
 * Whether a variable that may be null stands where nothing may be null. A document is valid with that if there is a default for
 * what is not given; a null that is given is found out no sooner than when the field is reached.
 */
function mayHoldWrongNull({ schema, document, operation }: Asked): boolean {
  const nullable = new Set(
    operation.variableDefinitions
      ?.filter(({ type }) => type.kind !== Kind.NON_NULL_TYPE)
      .map(({ variable }) => variable.name.value),
  );
  if (nullable.size === 0) return false;
  let isFound = false;
  const types = new TypeInfo(schema);
  const look = ({ name }: VariableNode) =>
    void (isFound ||= nullable.has(name.value) && isNonNullType(types.getInputType()));
  visit(document, visitWithTypeInfo(types, { Variable: look }));
  return isFound;
}

const pageSizeUnlessSaid = 20;

/** A field costs 1 and what it holds; a page costs that for each entry that was asked for. */
const estimator: ComplexityEstimator = ({ args, field, childComplexity }) => {
  const isPage = field.args.some(({ name }) => name === 'first');
  const size = isPage ? Number(args.first ?? args.last ?? pageSizeUnlessSaid) : 1;
  return 1 + childComplexity * Math.max(1, size);
};

function refusalOfCost({ schema, document }: Asked, variables: object): GraphQLError | null {
  try {
    const cost = getComplexity({
      schema,
      query: document,
      variables: { ...variables },
      estimators: [estimator],
    });
    if (cost <= limits.cost) return null;
    return tooCostly(`The query costs ${cost}; expected at most ${limits.cost}. Ask for smaller pages.`);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    // What has a place is an argument without a value that it could have; what has none, the end of the estimator's patience.
    if (error.nodes) return refuse('BAD_USER_INPUT', error.message);
    return tooCostly('The query spreads its fragments too often for its cost to be told.');
  }
}

const tooCostly = (message: string) => refuse('QUERY_TOO_COSTLY', message);

const severalMutations = () =>
  refuse(
    'BAD_USER_INPUT',
    'The header Idempotency-Key stands for one mutation: with several in a request, give each input an `idempotencyKey` of its own.',
  );

/**
 * Why a request is refused before anything is done: a mutation must not be carried out and then answered with 403 for
 * what it selects. The variables have to fit the operation.
 */
export function requireAllowed(judgement: Judgement, variables: object, context: Context): void {
  const refusal = judgement.refusal ?? (judgement.isCostFixed ? null : refusalOfCost(judgement, variables));
  if (refusal) throw refusal;
  if (!context.isKnown) return;
  for (const right of judgement.rights) requireRight(context.scope, right);
  if (context.scope.idempotencyKey !== null && judgement.isSeveralMutations) throw severalMutations();
}

export const hasWrongVariables = (
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: object,
): boolean => Boolean(getVariableValues(schema, variableDefinitions, { ...variables }).errors);
