/**
 * The load generator, a process of its own. It is told of one load after the other, and answers each with what it
 * measured once the last reply is in: nothing is under way when it stops, so the database can be counted after.
 */
import { Client } from 'undici';
import type { Load } from './cases.js';
import { dialogueWith, type Dialogue, type Request } from './requests.js';

export interface Assignment extends Load {
  readonly url: string;
  readonly headers: Record<string, string>;
  /** Before anything is measured, for compilers and caches. Its replies are checked and counted all the same. */
  readonly warmUpSeconds: number;
  readonly seconds: number;
}

export interface Measured {
  readonly perSecond: number;
  readonly p99Ms: number;
  /** Different redemptions that were answered, warming up included. */
  readonly redemptions: number;
}

const replySecondsMax = 20;

async function measure(assignment: Assignment): Promise<Measured> {
  const { server, work, clients, url, warmUpSeconds, seconds } = assignment;
  const dialogue = dialogueWith(server, work);
  const from = performance.now() + warmUpSeconds * 1000;
  const until = from + seconds * 1000;
  const durations: number[] = [];
  const redemptions = new Set<string>();

  async function shop(): Promise<void> {
    const client = new Client(url, {
      headersTimeout: replySecondsMax * 1000,
      bodyTimeout: replySecondsMax * 1000,
    });
    try {
      for (let sentAt = performance.now(); sentAt < until;) {
        const id = await ask(client, dialogue, assignment.headers);
        const answeredAt = performance.now();
        if (answeredAt >= from && answeredAt < until) durations.push(answeredAt - sentAt);
        if (id !== null) {
          if (redemptions.has(id)) throw new Error(`Redemption ${id} was answered twice.`);
          redemptions.add(id);
        }
        sentAt = answeredAt;
      }
    } finally {
      await client.close();
    }
  }

  await Promise.all(Array.from({ length: clients }, shop));
  durations.sort((a, b) => a - b);
  return {
    perSecond: durations.length / seconds,
    p99Ms: durations[Math.floor(durations.length * 0.99)] ?? Number.NaN,
    redemptions: redemptions.size,
  };
}

async function ask(
  client: Client,
  { next, read }: Dialogue,
  headers: Record<string, string>,
): Promise<string | null> {
  const { status, text } = await post(client, next(), headers);
  if (status !== 200) throw new Error(`Expected 200, but got ${status} ${text}`);
  return read(text);
}

/** `dispatch` and not `request`: no stream and no signal for each reply, so that less of the machine goes to the load. */
function post(client: Client, { path, body }: Request, headers: Record<string, string>) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    let status = 0;
    let text = '';
    client.dispatch(
      { path, method: 'POST', headers, body },
      {
        onRequestStart() {},
        onResponseStart: (_, statusCode) => void (status = statusCode),
        onResponseData: (_, chunk) => void (text += chunk.toString()),
        onResponseEnd: () => resolve({ status, text }),
        onResponseError: (_, error) => reject(error),
      },
    );
  });
}

process.on('message', (assignment: Assignment) => {
  measure(assignment).then(
    (measured) => process.send!({ measured }),
    (error: unknown) => process.send!({ failed: String(error) }),
  );
});
// Who started it is gone: then nobody wants to know.
process.on('disconnect', () => process.exit());
