import { persistedExchange } from '@urql/exchange-persisted';
import { cacheExchange, createClient, fetchExchange, type Client, type ClientOptions } from 'urql';

export * from './generated.js';
export { Provider } from 'urql';

/** A key that a storefront may hold, or its customer's token. Given as a function, the token is asked for anew each time. */
export type Credential =
  | { readonly apiKey: string; readonly token?: never }
  | { readonly token: string | (() => string); readonly apiKey?: never };

/** The endpoint, such as `https://coupons.example.com/graphql`, the credential, and any other option of urql. */
export type TearlineClientOptions = Credential &
  Partial<Omit<ClientOptions, 'url' | 'fetchOptions' | 'preferGetMethod'>> & { readonly url: string };

/**
 * Sends the SHA-256 of an operation's text instead of the text, so a key may be held to trusted documents. A server that
 * does not know it is sent the text once. It stands before `fetchExchange` where you give `exchanges` of your own.
 */
export const byHash = persistedExchange({
  enableForMutation: true,
  // Codes and carts do not belong into addresses.
  preferGetForPersistedQueries: false,
});

/** The client to put into `Provider`. */
export function createTearlineClient({ apiKey, token, ...options }: TearlineClientOptions): Client {
  const headers = (): Record<string, string> =>
    apiKey === undefined
      ? { Authorization: `Bearer ${typeof token === 'function' ? token() : token}` }
      : { 'X-API-Key': apiKey };
  return createClient({
    exchanges: [cacheExchange, byHash, fetchExchange],
    // What a code is worth may change at any moment: what was answered before is shown, and asked again.
    requestPolicy: 'cache-and-network',
    ...options,
    fetchOptions: () => ({ headers: headers() }),
    // Codes and carts do not belong into addresses, which are logged; the server refuses them there.
    preferGetMethod: false,
  });
}
