import dns from 'node:dns';
import { Agent, request } from 'undici';
import { isPublicAddress, objectionTo } from '../lib/target.js';

/** What came of sending something: a value, since a receiver that is down is nothing exceptional. */
export type Reply =
  | { readonly isOk: true }
  | {
      readonly isOk: false;
      /** A sentence that tenants may read: it names no address that they did not give. */
      readonly problem: string;
      /** How long the receiver asks to be left alone; null if it does not say. */
      readonly retryAfterMs: number | null;
    };

export interface Outbound {
  /** Says yes if the receiver answers 2xx in time. `headers` in small letters. */
  postJson(url: string, body: object, headers: Readonly<Record<string, string>>): Promise<Reply>;
  close(): Promise<void>;
}

interface OutboundOptions {
  readonly allowPrivateTargets: boolean;
  /** For everything: resolving, connecting, sending, and the whole answer. */
  readonly timeLimitMs?: number;
  /** How the addresses of a name are found, where not all of them are allowed. */
  readonly lookup?: typeof dns.lookup;
}

const responseBytesMax = 64 * 1024;
const retryAfterMaxMs = 24 * 60 * 60 * 1_000;

class Refused extends Error {
  readonly code = 'REFUSED';
}

/** The addresses that are checked here are those connected to: a name cannot change its meaning in between. */
const publicOnly = (lookup: typeof dns.lookup): typeof dns.lookup =>
  ((
    hostname: string,
    options: object,
    callback: (error: Error | null, address?: unknown, family?: number) => void,
  ) =>
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error);
      const [first] = addresses;
      if (!first || addresses.some(({ address }) => !isPublicAddress(address)))
        return callback(new Refused());
      if ('all' in options && options.all) return callback(null, addresses);
      callback(null, first.address, first.family);
    })) as unknown as typeof dns.lookup;

/** HTTP to receivers that tenants name: bounded in time and size, no redirects, nothing inside our own network. */
export function createOutbound({
  allowPrivateTargets,
  timeLimitMs = 15_000,
  lookup = dns.lookup,
}: OutboundOptions): Outbound {
  const agent = new Agent({
    connect: { timeout: timeLimitMs, ...(!allowPrivateTargets && { lookup: publicOnly(lookup) }) },
    headersTimeout: timeLimitMs,
    bodyTimeout: timeLimitMs,
    keepAliveTimeout: 4_000,
  });
  return {
    async postJson(url, body, headers) {
      const objection = objectionTo(url, allowPrivateTargets);
      if (objection) return no(`The address is refused: ${objection}`);
      const signal = AbortSignal.timeout(timeLimitMs);
      try {
        const response = await request(url, {
          dispatcher: agent,
          method: 'POST',
          headers: {
            'user-agent': 'Tearline',
            accept: 'application/json',
            ...headers,
            'content-type': 'application/json',
          },
          body: JSON.stringify(body),
          signal,
        });
        // The status is the answer. The body is only read, up to a bound, to keep the connection.
        await response.body.dump({ limit: responseBytesMax, signal }).catch(() => response.body.destroy());
        if (response.statusCode >= 200 && response.statusCode < 300) return { isOk: true };
        return no(
          `The receiver answered ${response.statusCode}.`,
          retryAfterMs(response.headers['retry-after']),
        );
      } catch (error) {
        return no(
          signal.aborted ? `The receiver did not answer within ${timeLimitMs / 1_000} s.` : problemOf(error),
        );
      }
    },
    close: () => agent.destroy(),
  };
}

export const no = (problem: string, wait: number | null = null): Reply => ({
  isOk: false,
  problem,
  retryAfterMs: wait,
});

function retryAfterMs(header: string | string[] | undefined): number | null {
  if (typeof header !== 'string') return null;
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1_000 : Date.parse(header) - Date.now();
  return ms > 0 ? Math.min(ms, retryAfterMaxMs) : null;
}

const problems: Readonly<Record<string, string>> = {
  REFUSED: 'The address is refused: its name leads into a private network.',
  ENOTFOUND: "The receiver's name is not known.",
  EAI_AGAIN: "The receiver's name could not be looked up.",
  ECONNREFUSED: 'The receiver refused the connection.',
  ECONNRESET: 'The receiver cut the connection.',
  EPIPE: 'The receiver cut the connection.',
  UND_ERR_SOCKET: 'The receiver cut the connection.',
  EHOSTUNREACH: 'The receiver cannot be reached.',
  ENETUNREACH: 'The receiver cannot be reached.',
  ETIMEDOUT: 'The receiver did not answer in time.',
  ESOCKET: 'The connection failed.',
  UND_ERR_CONNECT_TIMEOUT: 'The receiver did not answer in time.',
  UND_ERR_HEADERS_TIMEOUT: 'The receiver did not answer in time.',
  UND_ERR_HEADERS_OVERFLOW: 'The receiver answered with too many headers.',
};

/** Never the error's own message: it may name addresses inside our network. */
export function problemOf(error: unknown): string {
  const { code, errors } = (error ?? {}) as { code?: string; errors?: unknown[] };
  if (code && problems[code]) return problems[code];
  // Several addresses were tried, and each failed.
  if (errors?.length) return problemOf(errors[0]);
  if (code && /CERT|TLS|SSL|SELF_SIGNED|ERR_TLS/.test(code))
    return "The receiver's certificate is not accepted.";
  return 'The connection failed.';
}
