import type { Failure } from '../lib/outcome.js';

export interface ApiKeyNotFound extends Failure<'ApiKeyNotFound'> {
  readonly apiKeyId: string;
}
export const apiKeyNotFound = (apiKeyId: string): ApiKeyNotFound => ({
  failure: 'ApiKeyNotFound',
  message: `There is no API key "${apiKeyId}".`,
  apiKeyId,
});
