import type { ApolloServerPlugin } from '@apollo/server';
import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Context } from './context.js';

/**
 * The header `Idempotency-Key` stands for a whole request. With several mutations in it, the second of a kind would be
 * taken for a repeat of the first, so such a request is answered with 400 before anything runs.
 */
export const headerKey = (): ApolloServerPlugin<Context> => ({
  async requestDidStart() {
    return {
      async didResolveOperation({ document, operation, request }) {
        if (!request.http?.headers.get('idempotency-key')) return;
        if (operation?.operation !== OperationTypeNode.MUTATION) return;
        if (fieldsAtTop(document, operation).size < 2) return;
        throw new GraphQLError(
          'The header Idempotency-Key stands for one mutation: with several in a request, give each input an `idempotencyKey` of its own.',
          { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } },
        );
      },
    };
  },
});

/** By the names that they are answered under. */
function fieldsAtTop(document: DocumentNode, operation: OperationDefinitionNode): Set<string> {
  const fields = new Set<string>();
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) fields.add((selection.alias ?? selection.name).value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet);
      else {
        const named = document.definitions.find(
          (definition) =>
            definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === selection.name.value,
        );
        if (named?.kind === Kind.FRAGMENT_DEFINITION) collect(named.selectionSet);
      }
    }
  };
  collect(operation.selectionSet);
  return fields;
}
