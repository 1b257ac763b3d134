import { GraphQLClient } from 'graphql-request';
import { getSdk, type Sdk } from './generated.js';
import { byHash } from './trusted.js';

export * from './generated.js';
/** What a call is rejected with when the server answers GraphQL's own `errors`, such as for a missing right. */
export { ClientError } from 'graphql-request';

/** A key, or a user token. Given as a function, the token is asked for anew with each call. */
export type Credential =
  | { readonly apiKey: string; readonly token?: never }
  | { readonly token: string | (() => string); readonly apiKey?: never };

export type TearlineOptions = Credential & {
  /** The endpoint, such as `https://coupons.example.com/graphql`. */
  readonly url: string;
  /** Stands in for the global `fetch`. */
  readonly fetch?: typeof fetch;
};

/**
 * Tearline's API: one function for each operation, each with the types of its variables and its answer. Operations are
 * sent by the hash of their text, so a key may be held to trusted documents.
 */
export function createTearline({ url, apiKey, token, ...options }: TearlineOptions): Sdk {
  const headers = (): Record<string, string> =>
    apiKey === undefined
      ? { Authorization: `Bearer ${typeof token === 'function' ? token() : token}` }
      : { 'X-API-Key': apiKey };
  return getSdk(new GraphQLClient(url, { headers, fetch: byHash(options.fetch ?? fetch) }));
}
