import { ApolloServerErrorCode, unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { Malformed } from '../lib/malformed.js';
import { asksForRetry, isOutcomeUnknown, wasNotBegun } from '../platform/database-errors.js';
import { Overloaded } from '../platform/lane.js';

/** HTTP statuses of the errors that are not data. Where several came together, the first found here counts. */
const statusOfCode: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  BAD_USER_INPUT: 400,
  OVERLOADED: 503,
  OUTCOME_UNKNOWN: 503,
  INTERNAL_SERVER_ERROR: 500,
};

/** The status of an answer with these errors; undefined if none of them has one. */
export function statusOf(errors: readonly GraphQLFormattedError[]): number | undefined {
  const codes = errors.map(({ extensions }) => extensions?.['code']);
  return statusOfCode[Object.keys(statusOfCode).find((known) => codes.includes(known)) ?? ''];
}

/** When to come again, as the header of a 503 says it: in seconds, after the longest that any of the errors asks for. */
export const retryAfterOf = (errors: readonly GraphQLFormattedError[]): string =>
  String(Math.max(1, ...errors.map(({ extensions }) => Number(extensions?.['retryAfterSeconds'] ?? 1))));

/** What callers are told of something thrown. What they cannot know anything about is masked, and logged by id. */
export function createErrorFormatter(onBug: (error: unknown) => string) {
  return (formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError => {
    const error = unwrapResolverError(thrown);
    const { path, locations } = formatted;
    const place = { ...(path && { path }), ...(locations && { locations }) };
    const answer = (code: string, message: string, facts: object = {}): GraphQLFormattedError => ({
      message,
      ...place,
      extensions: { code, ...facts },
    });

    if (error instanceof Malformed) return answer(ApolloServerErrorCode.BAD_USER_INPUT, error.message);
    if (error instanceof Overloaded || wasNotBegun(error)) {
      const retryAfterSeconds = error instanceof Overloaded ? Math.ceil(error.retryAfterMs / 1_000) : 1;
      const message = 'Too many requests are waiting. Send it again in a moment.';
      return answer('OVERLOADED', message, { retryAfterSeconds });
    }
    if (asksForRetry(error)) {
      const message = 'Others were at the same for too long. Nothing was done; send it again in a moment.';
      return answer('OVERLOADED', message, { retryAfterSeconds: 1 });
    }
    if (isListOfErrorsFull(error)) {
      const message = 'More is wrong with the variables; this is as much as is told at once.';
      return answer(ApolloServerErrorCode.BAD_USER_INPUT, message);
    }
    if (formatted.extensions?.code !== ApolloServerErrorCode.INTERNAL_SERVER_ERROR) {
      const { stacktrace: _, http: __, ...extensions } = formatted.extensions ?? {};
      return { ...formatted, extensions };
    }
    if (isOutcomeUnknown(error)) {
      const message =
        'The database did not answer, so it is not known whether this was done. Send it again with the same idempotency key.';
      return answer('OUTCOME_UNKNOWN', message, { retryAfterSeconds: 1 });
    }
    const reportId = onBug(error);
    return answer(
      'INTERNAL_SERVER_ERROR',
      `Something went wrong on our side. It was logged as ${reportId}.`,
      { reportId },
    );
  };
}

/**
 * What GraphQL.js ends its list with where more is wrong with the variables than it tells of. Unlike those before it,
 * this one names no variable, which is what Apollo knows them by: it would be taken for a bug.
 */
const isListOfErrorsFull = (error: unknown): boolean =>
  error instanceof GraphQLError &&
  error.path === undefined &&
  error.message.startsWith('Too many errors processing variables');
