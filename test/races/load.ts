import { setTimeout as pause } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { createClient, type Client, type Reply } from '../testkit/client.js';
import type { ServerProcess } from '../testkit/processes.js';
import { apply, nameOf } from './requests.js';

/** What a customer was told: the answer to a key, in full. */
export interface Told {
  readonly code: string;
  readonly redemptionId: string | null;
  readonly answer: string;
}

export interface Load {
  /** By idempotency key: the requests that have been answered for good. */
  readonly told: ReadonlyMap<string, Told>;
  /** How often each kind of answer came that says to send it again, and each way in which a connection broke. */
  readonly retried: Readonly<Record<string, number>>;
  /** Answers that nobody should get. */
  readonly unexpected: readonly string[];
  /** How many got a use. */
  acknowledged(): number;
  /** Everyone gets the answer that they wait for, and then nobody asks for more. */
  stop(): Promise<void>;
}

interface LoadOptions {
  readonly servers: readonly ServerProcess[];
  readonly key: string;
  /** Used in turns. */
  readonly codes: readonly string[];
  readonly customers?: number;
}

/**
 * Customers as they should be: each sends a request with a key of its own, and when no answer comes, or one that says
 * so, sends it again to the next server with the same key, until it is answered.
 */
export function startLoad({ servers, key, codes, customers = 24 }: LoadOptions): Load {
  const told = new Map<string, Told>();
  const retried: Record<string, number> = {};
  const unexpected: string[] = [];
  let isStopping = false;
  let acknowledged = 0;
  let sent = 0;

  async function customer(index: number): Promise<void> {
    while (!isStopping) {
      const number = sent++;
      const code = codes[number % codes.length]!;
      const idempotencyKey = `${codes[0]}-${number}`;
      const reply = await untilAnswered(
        servers,
        index,
        key,
        (client) => apply(client, code, { idempotencyKey }),
        (why) => (retried[why] = (retried[why] ?? 0) + 1),
      );
      const redemptionId = reply.data?.applyCoupon.redemption?.id ?? null;
      if (redemptionId !== null) acknowledged++;
      else if (nameOf(reply) !== 'UsageLimitReachedError') unexpected.push(nameOf(reply));
      told.set(idempotencyKey, { code, redemptionId, answer: JSON.stringify(reply.data) });
    }
  }

  const all = Promise.all(Array.from({ length: customers }, (_, index) => customer(index)));
  const stop = async () => {
    isStopping = true;
    await all;
  };
  onTestFinished(() => void (isStopping = true)); // also one that has failed
  return {
    told,
    retried,
    unexpected,
    acknowledged: () => acknowledged,
    stop,
  };
}

/** Sends a request to one server after the other until it is answered for good. */
export async function untilAnswered(
  servers: readonly Pick<ServerProcess, 'url'>[],
  first: number,
  key: string,
  send: (client: Client) => Promise<Reply>,
  onRetry: (why: string) => void = () => undefined,
): Promise<Reply> {
  for (let attempt = 0; ; attempt++) {
    const server = servers[(first + attempt) % servers.length]!;
    const reply = await send(createClient(server.url(), key)).catch(brokenBy);
    if (typeof reply !== 'string' && !isRetryable(reply)) return reply;
    onRetry(typeof reply === 'string' ? reply : `${reply.status} ${reply.errors![0]!.extensions.code}`);
    await pause(Math.min(20 * 2 ** attempt, 500));
  }
}

/** The two refusals that promise that the same request may be sent again. */
const isRetryable = ({ status, errors }: Reply): boolean =>
  status === 503 && ['OUTCOME_UNKNOWN', 'OVERLOADED'].includes(errors?.[0]?.extensions.code ?? '');

/** How a connection ended without an answer: by its code, such as ECONNREFUSED. Anything else is a bug of the test. */
function brokenBy(error: unknown): string {
  const { cause } = error as { cause?: { code?: string } };
  if (cause?.code === undefined) throw error;
  return cause.code;
}
