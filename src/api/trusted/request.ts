import type { FastifyRequest } from 'fastify';

type Fields = Readonly<Record<string, unknown>>;

/** What a request says of its document. */
export interface Naming {
  readonly hash: string | undefined;
  readonly text: string | undefined;
  /** Of a POST, the body as it came. */
  readonly fields: Fields | null;
}

export const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const searchOf = (url: string): string => {
  const start = url.indexOf('?');
  return start < 0 ? '' : url.slice(start);
};

export function readNaming({ method, body, url }: FastifyRequest): Naming {
  if (method === 'GET') {
    const params = new URLSearchParams(searchOf(url));
    const hash = hashOfId(params.get('documentId')) ?? hashOfExtensions(parsed(params.get('extensions')));
    return { hash, text: params.get('query') ?? undefined, fields: null };
  }
  if (!isRecord(body)) return { hash: undefined, text: undefined, fields: null };
  const { documentId, extensions, query } = body;
  const hash = hashOfId(documentId) ?? hashOfExtensions(extensions);
  return { hash, text: typeof query === 'string' ? query : undefined, fields: body };
}

/** The request in Apollo's words, with the document's text if that is known. */
export function inApollosWords({ method, body, url }: FastifyRequest, text: string | undefined) {
  if (method === 'GET') return { body: undefined, search: searchInApollosWords(searchOf(url), text) };
  if (!isRecord(body)) return { body, search: '' };
  const { documentId, ...rest } = body;
  const hash = hashOfId(documentId);
  const extensions = hash === undefined ? {} : { extensions: withHash(body['extensions'], hash) };
  return { body: { ...rest, ...extensions, ...(text !== undefined && { query: text }) }, search: '' };
}

function searchInApollosWords(search: string, text: string | undefined): string {
  const params = new URLSearchParams(search);
  const hash = hashOfId(params.get('documentId'));
  if (hash !== undefined) {
    params.set('extensions', JSON.stringify(withHash(parsed(params.get('extensions')), hash)));
  }
  if (text !== undefined && !params.has('query')) params.set('query', text);
  return params.toString();
}

/** As the appendix "Persisted Documents" of GraphQL over HTTP has it. */
const hashOfId = (id: unknown): string | undefined =>
  typeof id === 'string' ? id.replace(/^sha256:/, '') : undefined;

/** As Apollo's clients, urql and others send it. */
function hashOfExtensions(extensions: unknown): string | undefined {
  const named = isRecord(extensions) ? extensions['persistedQuery'] : undefined;
  if (!isRecord(named) || named['version'] !== 1) return undefined;
  return typeof named['sha256Hash'] === 'string' ? named['sha256Hash'] : undefined;
}

/** Of extensions that are no object Apollo complains by itself. */
const withHash = (extensions: unknown, sha256Hash: string): unknown =>
  isRecord(extensions ?? {})
    ? { ...(extensions as Fields | null), persistedQuery: { version: 1, sha256Hash } }
    : extensions;

function parsed(json: string | null): unknown {
  try {
    return json === null ? undefined : JSON.parse(json);
  } catch {
    return undefined;
  }
}
