import type { ApolloServerPlugin } from '@apollo/server';
import {
  GraphQLError,
  Kind,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { getComplexity, type ComplexityEstimator } from 'graphql-query-complexity';
import { isStorableDeep } from '../lib/json.js';
import type { Context } from './context.js';
import { statusOfCode } from './errors.js';

/** No page and no code of ours comes near these; whoever does is not asking but attacking. */
export const limits = { tokens: 2_500, depth: 15, aliases: 30, directives: 20, rootFields: 20, cost: 10_000 };

const refuse = (code: string, message: string) =>
  new GraphQLError(message, { extensions: { code, http: { status: 400 } } });

/** A field costs 1 and what it holds; a page costs that for each entry that was asked for. */
const estimator: ComplexityEstimator = ({ args, childComplexity }) => {
  const size = Number(args.first ?? args.last ?? ('after' in args || 'before' in args ? 20 : 1));
  return 1 + childComplexity * Math.max(1, size);
};

interface Extent {
  readonly depth: number;
  readonly aliases: number;
}

/** How deep a selection goes and how many aliases it has, through its fragments, each of which is measured once. */
function measure(document: DocumentNode, operation: OperationDefinitionNode): Extent {
  const fragments = new Map(
    document.definitions
      .filter(
        (definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION,
      )
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const measured = new Map<string, Extent>();

  const ofFragment = (name: string): Extent => {
    const known = measured.get(name);
    if (known) return known;
    const extent = of(fragments.get(name)!.selectionSet);
    measured.set(name, extent);
    return extent;
  };
  const of = (set: SelectionSetNode): Extent =>
    set.selections.reduce<Extent>(
      (most, selection) => {
        if (selection.kind === Kind.FIELD) {
          // Introspection is bounded by Apollo's own limit on recursive selections.
          if (selection.name.value.startsWith('__')) return most;
          const inner = selection.selectionSet ? of(selection.selectionSet) : { depth: 0, aliases: 0 };
          const aliases = most.aliases + inner.aliases + (selection.alias ? 1 : 0);
          return { depth: Math.max(most.depth, inner.depth + 1), aliases };
        }
        const inner =
          selection.kind === Kind.FRAGMENT_SPREAD
            ? ofFragment(selection.name.value)
            : of(selection.selectionSet);
        return { depth: Math.max(most.depth, inner.depth), aliases: most.aliases + inner.aliases };
      },
      { depth: 0, aliases: 0 },
    );
  return of(operation.selectionSet);
}

function countDirectives(document: DocumentNode): number {
  let count = 0;
  visit(document, { Directive: () => void count++ });
  return count;
}

/** Text that PostgreSQL cannot keep is refused before anything looks at it. */
function hasUnstorableText(document: DocumentNode, variables: unknown): boolean {
  if (!isStorableDeep(variables)) return true;
  let found = false;
  visit(document, { StringValue: ({ value }) => void (found ||= !isStorableDeep(value)) });
  return found;
}

/** Limits on what one request may ask, answered with 400 before anything runs. */
export const guard: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      // Apollo refuses a request before this, unless it has found one operation.
      async didResolveOperation({ schema, document, operation, operationName, request }) {
        const variables = request.variables ?? {};
        if (hasUnstorableText(document, variables)) {
          throw refuse('BAD_USER_INPUT', 'Text must not contain NUL or broken characters.');
        }
        const { depth, aliases } = measure(document, operation!);
        if (depth > limits.depth)
          throw refuse('QUERY_TOO_DEEP', `Expected a depth of at most ${limits.depth}.`);
        if (aliases > limits.aliases) {
          throw refuse('QUERY_TOO_MANY_ALIASES', `Expected at most ${limits.aliases} aliases.`);
        }
        if (countDirectives(document) > limits.directives) {
          throw refuse('QUERY_TOO_MANY_DIRECTIVES', `Expected at most ${limits.directives} directives.`);
        }
        if (operation!.selectionSet.selections.length > limits.rootFields) {
          throw refuse('QUERY_TOO_WIDE', `Expected at most ${limits.rootFields} fields at the top.`);
        }
        const cost = getComplexity({
          schema,
          query: document,
          variables,
          estimators: [estimator],
          ...(operationName && { operationName }),
        });
        if (cost > limits.cost) {
          throw refuse(
            'QUERY_TOO_COSTLY',
            `The query costs ${cost}; expected at most ${limits.cost}. Ask for smaller pages.`,
          );
        }
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
