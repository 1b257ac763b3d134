import { createHash } from 'node:crypto';

/**
 * What clients send as a trusted document: everything, where the tests run that way, since the servers that they start
 * take this very map. Undefined where they run the other way.
 */
export const trustedTexts = process.env['TEST_WAY'] === 'trusted' ? new Map<string, string>() : undefined;

/** How an operation is named in a request. */
function documentIn(query: string): object {
  if (!trustedTexts) return { query };
  const sha256Hash = createHash('sha256').update(query).digest('hex');
  trustedTexts.set(sha256Hash, query);
  return { extensions: { persistedQuery: { version: 1, sha256Hash } } };
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  // What a test reads from an answer it says itself; a wrong path fails the test.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly data: any;
  readonly errors:
    readonly { readonly message: string; readonly extensions: { readonly code: string } }[] | undefined;
}

export interface Client {
  /** Sends an operation and answers whatever came back. */
  send(
    query: string,
    variables?: object,
    headers?: Record<string, string>,
    operationName?: string,
  ): Promise<Reply>;
  /** Sends an operation that must not be refused; answers its data. */
  ask(query: string, variables?: object, headers?: Record<string, string>): Promise<Reply['data']>;
}

/** A client of the plainest kind. Without a key it sends no credential. */
export function createClient(url: string, key?: string): Client {
  const send: Client['send'] = async (query, variables = {}, headers = {}, operationName) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key && { 'x-api-key': key }), ...headers },
      body: JSON.stringify({ ...documentIn(query), variables, operationName }),
    });
    const text = await response.text();
    try {
      const { data, errors } = JSON.parse(text) as Pick<Reply, 'data' | 'errors'>;
      return { status: response.status, headers: response.headers, data, errors };
    } catch {
      throw new Error(`Expected JSON, but got ${response.status} ${text}`);
    }
  };
  return {
    send,
    async ask(query, variables, headers) {
      const { data, errors, status } = await send(query, variables, headers);
      if (errors)
        throw new Error(`${status} ${JSON.stringify(errors)} for ${query} with ${JSON.stringify(variables)}`);
      return data;
    },
  };
}
