/** What servers answer to the hash of a document that they do not know, and those that know of no hashes. */
const unknown = 'PERSISTED_QUERY_NOT_FOUND';
const unsupported = 'PERSISTED_QUERY_NOT_SUPPORTED';

/**
 * Sends the SHA-256 of an operation's text instead of the text. A server that does not know it is sent the text once,
 * and from then on may know it; one that takes no hashes is only sent texts.
 */
export function byHash(inner: typeof fetch): typeof fetch {
  const hashes = new Map<string, Promise<string>>();
  let isSupported = true;

  const hashOf = (text: string): Promise<string> => {
    const hash = hashes.get(text) ?? sha256(text);
    hashes.set(text, hash);
    return hash;
  };

  return async (url, init) => {
    // Browsers hash only on pages that came over HTTPS, or from the same machine.
    const canHash = isSupported && typeof globalThis.crypto?.subtle === 'object';
    if (!canHash || typeof init?.body !== 'string') return inner(url, init);

    const { query, ...rest } = JSON.parse(init.body) as { readonly query: string };
    const extensions = { persistedQuery: { version: 1, sha256Hash: await hashOf(query) } };
    const send = (body: object) => inner(url, { ...init, body: JSON.stringify(body) });

    const answer = await send({ ...rest, extensions });
    const code = await codeOf(answer);
    if (code === unknown) return send({ ...rest, query, extensions });
    if (code !== unsupported) return answer;
    isSupported = false;
    return inner(url, init);
  };
}

async function sha256(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The code of the one error with which a request is refused. An answer with data is not looked into. */
async function codeOf(answer: Response): Promise<string | undefined> {
  const text = await answer.clone().text();
  if (!text.startsWith('{"errors":')) return undefined;
  try {
    const { errors } = JSON.parse(text) as { errors: { extensions?: { code?: string } }[] };
    return errors[0]?.extensions?.code;
  } catch {
    return undefined;
  }
}
