import type { FastifyRequest } from 'fastify';

type Fields = Readonly<Record<string, unknown>>;

/** What a request says of its document, and how it would say it with the document's text in it. */
export interface Naming {
  readonly hash: string | undefined;
  readonly text: string | undefined;
  /** Of a POST, the body as it came. */
  readonly fields: Fields | null;
  /** The request in Apollo's words. */
  asApollo(text: string | undefined): { readonly body: unknown; readonly search: string };
}

export const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const searchOf = (url: string): string => {
  const start = url.indexOf('?');
  return start < 0 ? '' : url.slice(start);
};

export const readNaming = ({ method, body, url }: FastifyRequest): Naming =>
  method === 'GET' ? namingOfSearch(searchOf(url)) : namingOfBody(body, url);

function namingOfBody(body: unknown, url: string): Naming {
  const fields = isRecord(body) ? body : {};
  const id = hashOfId(fields['documentId']);
  return {
    hash: id ?? hashOfExtensions(fields['extensions']),
    text: typeof fields['query'] === 'string' ? fields['query'] : undefined,
    fields: isRecord(body) ? body : null,
    asApollo: (query) => ({
      body: isRecord(body)
        ? {
            ...body,
            ...(query !== undefined && { query }),
            ...(id !== undefined && { extensions: withHash(body['extensions'], id) }),
          }
        : body,
      search: searchOf(url),
    }),
  };
}

function namingOfSearch(search: string): Naming {
  const params = new URLSearchParams(search);
  const extensions = parsed(params.get('extensions'));
  const id = hashOfId(params.get('documentId'));
  return {
    hash: id ?? hashOfExtensions(extensions),
    text: params.get('query') ?? undefined,
    fields: null,
    asApollo(query) {
      if (query !== undefined && !params.has('query')) params.set('query', query);
      if (id !== undefined) params.set('extensions', JSON.stringify(withHash(extensions, id)));
      return { body: undefined, search: `?${params.toString()}` };
    },
  };
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
