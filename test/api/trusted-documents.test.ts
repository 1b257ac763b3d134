import { ApolloServer } from '@apollo/server';
import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { readTrustedDocuments } from '../../src/api/trusted/manifest.js';
import { byHash } from '../../clients/sdk/src/trusted.js';
import { startTestServer } from '../testkit/server.js';

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** A manifest as an operator would give it. */
function manifestOf(texts: Record<string, string> | string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'tearline-manifest-')), 'manifest.json');
  writeFileSync(file, typeof texts === 'string' ? texts : JSON.stringify(texts));
  return file;
}

const documents = {
  tenant: 'query Tenant { tenant { id } }',
  node: 'query Node($id: ID!) { node(id: $id) { id } }',
  two: 'query One { one: __typename } query Two { two: __typename }',
  make: 'mutation Make { createCampaign(input: { name: "Spring" }) { __typename } }',
  useTwice: `mutation UseTwice($first: ApplyCouponInput!, $second: ApplyCouponInput!) {
    first: applyCoupon(input: $first) { __typename }
    second: applyCoupon(input: $second) { __typename }
  }`,
};
const own = Object.values(documents).map((text, place) => [
  place === 0 ? `sha256:${hashOf(text)}` : hashOf(text),
  text,
]);
const TRUSTED_DOCUMENTS = manifestOf(Object.fromEntries(own) as Record<string, string>);

// With the manifest that a server has by itself, whichever way the other tests go.
const server = await startTestServer({ TRUSTED_DOCUMENTS }, { trustedDocuments: undefined });
const { createApiKey } = await server.client.ask(
  'mutation { createApiKey(input: { name: "Shop", rights: [ADMIN], trustedDocumentsOnly: true }) { ... on CreateApiKeySuccess { secret apiKey { trustedDocumentsOnly } } } }',
);
const held: string = createApiKey.secret;

const by = (text: string, more: object = {}) => ({
  extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(text) } },
  ...more,
});

async function post(body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': held, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return read(response);
}

async function get(params: Record<string, string>, headers: Record<string, string> = {}) {
  const preflighted = { 'apollo-require-preflight': 'yes', 'x-api-key': held };
  return read(
    await fetch(`${server.url}/graphql?${new URLSearchParams(params).toString()}`, {
      headers: { ...preflighted, ...headers },
    }),
  );
}

interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: { readonly message: string; readonly extensions: { readonly code: string } }[];
}

async function read(response: Response) {
  const { data, errors } = (await response.json()) as Answer;
  return { status: response.status, headers: response.headers, data, code: errors?.[0]?.extensions.code };
}

const tenant = { status: 200, data: { tenant: { id: server.tenant.id } } };

describe('a key that is held to trusted documents', () => {
  test('says so', () => expect(createApiKey.apiKey).toEqual({ trustedDocumentsOnly: true }));

  test.each([
    ['Apollo’s hash', by(documents.tenant)],
    ['a documentId', { documentId: `sha256:${hashOf(documents.tenant)}` }],
    ['the hash and its text', by(documents.tenant, { query: documents.tenant })],
    ['the hash and nulls', by(documents.tenant, { query: null, variables: null, operationName: null })],
  ])('is answered when it names one by %s', async (_, body) => {
    expect(await post(body)).toMatchObject(tenant);
    expect(await post(body)).toMatchObject(tenant); // the second goes another way
  });

  test.each([
    ['a text of its own', { query: '{ __typename }' }],
    ['the text of a trusted one, but no hash', { query: documents.tenant }],
    ['the hash of a trusted one with a text of its own', by(documents.tenant, { query: '{ __typename }' })],
    ['a hash that nobody knows', by('{ campaigns { edges { cursor } } }')],
    ['a documentId that nobody knows', { documentId: 'sha256:00' }],
    ['several at once', [by(documents.tenant)]],
    ['introspection', { query: '{ __schema { queryType { name } } }' }],
  ])('is refused with %s', async (_, body) => {
    expect(await post(body)).toMatchObject({ status: 403, code: 'TRUSTED_DOCUMENT_REQUIRED' });
  });

  test('is refused a text that another key has made known', async () => {
    const text = '{ campaigns { edges { cursor } } }';
    const free = { 'x-api-key': server.tenant.adminKey };
    expect(await post(by(text, { query: text }), free)).toMatchObject({ status: 200 });
    expect(await post(by(text), free)).toMatchObject({ status: 200 });

    expect(await post(by(text))).toMatchObject({ status: 403, code: 'TRUSTED_DOCUMENT_REQUIRED' });
  });

  test('asks by GET as well, for queries', async () => {
    const extensions = JSON.stringify(by(documents.tenant).extensions);
    expect(await get({ extensions })).toMatchObject(tenant);
    expect(await get({ documentId: `sha256:${hashOf(documents.tenant)}` })).toMatchObject(tenant);
    expect(await get({ query: '{ __typename }' })).toMatchObject({ status: 403 });
  });
});

describe('a request that names a trusted document', () => {
  // What Apollo answers to the text, this answers to the hash.
  test.each([
    ['without a credential', by(documents.tenant), { 'x-api-key': '' }],
    ['with an unknown key', by(documents.tenant), { 'x-api-key': 'tearline_no' }],
    ['without a variable', by(documents.node), {}],
    ['with a variable of the wrong kind', by(documents.node, { variables: { id: {} } }), {}],
    ['with variables that are no object', by(documents.node, { variables: 'id' }), {}],
    ['with text that cannot be stored', by(documents.node, { variables: { id: 'a\0' } }), {}],
    ['with two operations and no name', by(documents.two), {}],
    ['with one of two operations', by(documents.two, { operationName: 'Two' }), {}],
    ['with a name of none', by(documents.two, { operationName: 'Three' }), {}],
    ['with a name that is no text', by(documents.two, { operationName: 3 }), {}],
    ['as a plain form', by(documents.tenant), { 'content-type': 'text/plain' }],
    ['accepting only HTML', by(documents.tenant), { accept: 'text/html' }],
    ['accepting the newer type', by(documents.tenant), { accept: 'application/graphql-response+json' }],
  ])('%s is answered as its text is', async (_, body, headers) => {
    const query = Object.values(documents).find(
      (text) => hashOf(text) === body.extensions.persistedQuery.sha256Hash,
    );
    const free = { 'x-api-key': server.tenant.adminKey, ...headers };
    const { extensions: _extensions, ...rest } = body as ReturnType<typeof by> & object;

    const expected = await post({ query, ...rest }, free);

    for (const answer of [await post(body, free), await post(body, free)]) {
      const told = ({ headers: all, ...same }: typeof answer) => ({
        ...same,
        headers: ['content-type', 'cache-control', 'allow'].map((name) => all.get(name)),
      });
      expect(told(answer)).toEqual(told(expected));
    }
  });

  test.each([
    ['a mutation by GET', { extensions: JSON.stringify(by(documents.make).extensions) }, {}, 405],
    [
      'a GET that any page could make',
      { documentId: hashOf(documents.tenant) },
      { 'apollo-require-preflight': '' },
      400,
    ],
  ])('is refused as %s', async (_, params, headers, status) => {
    expect((await get(params, headers)).status).toBe(status);
    expect((await server.client.ask('{ campaigns { edges { cursor } } }')).campaigns.edges).toEqual([]);
  });

  test('does without Apollo, unless it is to be refused', async () => {
    await post(by(documents.tenant));
    const apollo = vi.spyOn(ApolloServer.prototype, 'executeHTTPGraphQLRequest');

    for (const body of [by(documents.tenant), by(documents.node, { variables: { id: 'x' } })])
      await post(body);
    expect(apollo).not.toHaveBeenCalled();
    await post(by(documents.node));
    expect(apollo).toHaveBeenCalledOnce();
  });

  test('is told when a hash is unknown or not that of the text', async () => {
    const free = { 'x-api-key': server.tenant.adminKey };
    expect(await post(by('{ a }'), free)).toMatchObject({ code: 'PERSISTED_QUERY_NOT_FOUND' });
    expect(await post({ documentId: 'sha256:00' }, free)).toMatchObject({
      code: 'PERSISTED_QUERY_NOT_FOUND',
    });
    expect(await post(by(documents.tenant, { query: '{ __typename }' }), free)).toMatchObject({
      status: 400,
    });
    expect(await post([by(documents.tenant)], free)).toMatchObject({ status: 400 });
  });

  test('carries out no mutation after one that has thrown', async () => {
    const free = { 'x-api-key': server.tenant.adminKey };
    await server.client.ask(
      'mutation { createCoupon(input: { code: "TEN", discount: { percentage: { percent: "10" } } }) { __typename } }',
    );
    const uses = async () =>
      (await server.client.ask('{ couponByCode(code: "TEN") { usesCount } }')).couponByCode.usesCount;
    const use = { code: 'TEN', order: { subtotal: { amount: '10.00', currency: 'GBP' } } };

    const used = { query: documents.useTwice, variables: { first: use, second: use } };
    expect(await post(by(documents.useTwice, used), free)).toMatchObject({ status: 200 });
    expect(await uses()).toBe(2);

    const variables = { first: { ...use, idempotencyKey: ' ' }, second: use };
    for (const body of [{ query: documents.useTwice }, by(documents.useTwice)]) {
      const refused = { status: 400, code: 'BAD_USER_INPUT', data: null };
      expect(await post({ ...body, variables }, free)).toMatchObject(refused);
      expect(await uses()).toBe(2);
    }
  });

  test('repeats a mutation with the same key from memory', async () => {
    const headers = { 'idempotency-key': 'spring' };
    const [first, again] = [await post(by(documents.make), headers), await post(by(documents.make), headers)];
    expect([first.data, again.data]).toEqual(
      Array(2).fill({ createCampaign: { __typename: 'CreateCampaignSuccess' } }),
    );
    expect([first, again].map((answer) => answer.headers.get('idempotent-replayed'))).toEqual([null, 'true']);
  });
});

describe('our SDK', () => {
  const ask = async (send: typeof fetch, query = documents.tenant) => {
    const headers = { 'content-type': 'application/json', 'x-api-key': held };
    const body = JSON.stringify({ query, variables: {} });
    return read(await send(`${server.url}/graphql`, { method: 'POST', headers, body }));
  };

  test('sends what the server knows by its hash', async () => {
    expect(await ask(byHash(fetch))).toMatchObject(tenant);
    expect(await ask(byHash(fetch), '{ __typename }')).toMatchObject({ status: 403 });
  });

  test.each([
    ['PERSISTED_QUERY_NOT_FOUND', ['hash', 'hash and text', 'hash', 'hash and text']],
    ['PERSISTED_QUERY_NOT_SUPPORTED', ['hash', 'text', 'text']],
  ])('sends the text to a server that answers %s', async (code, expected) => {
    const sent: string[] = [];
    const older = byHash(async (_, init) => {
      const { query, extensions } = JSON.parse(init?.body as string) as Record<string, unknown>;
      sent.push([extensions && 'hash', query && 'text'].filter(Boolean).join(' and '));
      return Response.json(
        query ? { data: { id: 'x' } } : { errors: [{ message: code, extensions: { code } }] },
      );
    });

    for (const answer of [await ask(older), await ask(older)]) expect(answer.data).toEqual({ id: 'x' });
    expect(sent).toEqual(expected);
  });
});

describe('documents of the operator’s own', () => {
  const start = (file: string) =>
    startTestServer({ TRUSTED_DOCUMENTS: file }, { trustedDocuments: undefined });

  test.each([
    ['is not there', '/nowhere/manifest.json', 'no such file'],
    ['is no JSON', manifestOf('{'), 'a JSON object with a text for each SHA-256 was expected'],
    [
      'has names for hashes',
      manifestOf({ Tenant: documents.tenant }),
      'a text for each SHA-256 was expected',
    ],
    ['has a hash of something else', manifestOf({ [hashOf('x')]: documents.tenant }), 'is not that of its'],
  ])('are refused when the file %s', (_, file, why) => {
    expect(() => readTrustedDocuments(file)).toThrow(why);
  });

  test.each([
    ['a field that is not there', '{ nothing }', 'Cannot query field "nothing"'],
    ['a slip of the pen', '{ tenant', 'Syntax Error'],
  ])('keep the server from starting with %s', async (_, text, why) => {
    await expect(start(manifestOf({ [hashOf(text)]: text }))).rejects.toThrow(
      `The trusted document ${hashOf(text)} is not valid: ${why}`,
    );
  });
});
