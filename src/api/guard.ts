import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode, type OperationDefinitionNode } from 'graphql';
import { isStorableDeep } from '../lib/json.js';
import type { Context } from './context.js';
import { retryAfterOf, statusOf } from './errors.js';
import {
  hasWrongVariables,
  judge,
  refuse,
  requireAllowed,
  unstorableText,
  type Judgement,
} from './judgement.js';

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
          const judgement = judgements.get(operation) ?? judge(schema, document, operation, variables);
          judgements.set(operation, judgement);
          requireAllowed(judgement, variables, contextValue);
        },
        // Errors that are not data have a status of their own, also where a nullable field took them up.
        async willSendResponse({ response }) {
          if (response.body.kind !== 'single' || response.body.singleResult.data === undefined) return;
          const { errors = [] } = response.body.singleResult;
          const status = statusOf(errors);
          if (!status) return;
          response.http.status = status;
          if (status === 503) response.http.headers.set('retry-after', retryAfterOf(errors));
        },
      };
    },
  };
}
