import { GraphQLError } from 'graphql';
import { expect, test } from 'vitest';
import { createErrorFormatter, retryAfterOf, statusOf } from '../../src/api/errors.js';
import { createRate } from '../../src/lib/rate.js';
import { Overloaded } from '../../src/platform/lane.js';

const noBug = (error: unknown) => expect.fail(`a bug: ${String(error)}`);
const format = createErrorFormatter(noBug);
const told = (thrown: Error) => {
  const error = new GraphQLError(thrown.message, { originalError: thrown, path: ['applyCoupon'] });
  return format(error.toJSON(), error);
};

test('given lanes that have answered nothing yet, when too many wait, then all are told to come again in ten seconds', () => {
  const overloaded = told(new Overloaded(5_000, createRate(performance.now())));

  expect(overloaded).toMatchObject({ extensions: { code: 'OVERLOADED', retryAfterSeconds: 10 } });
  expect(statusOf([overloaded])).toBe(503);
  expect(retryAfterOf([overloaded])).toBe('10');
});

test.each([
  [[], '1'],
  [[{ message: 'It was not found.', extensions: { code: 'NOT_FOUND' } }], '1'],
  [[2, 7, 3].map((retryAfterSeconds) => ({ message: 'Later.', extensions: { retryAfterSeconds } })), '7'],
])('given the errors %j, then it is to be sent again after %s seconds', (errors, seconds) => {
  expect(retryAfterOf(errors)).toBe(seconds);
});
