/**
 * The load generator, a process of its own. It is told of one load after the other, and answers each with what it
 * measured once the last reply is in: nothing is under way when it stops, so the database can be counted after.
 */
import { connect, type Connection } from './connection.js';
import { dialogueOf, refuse, type Asking, type Dialogue, type Exchange, type Notes } from './requests.js';

interface Group extends Asking {
  readonly clients: number;
}

export interface Assignment {
  readonly measured: Group;
  readonly beside: Group | null;
  /** Before anything is measured, for compilers and caches. Its replies are checked and counted all the same. */
  readonly warmUpSeconds: number;
  readonly seconds: number;
}

export interface Measured {
  readonly perSecond: number;
  /** Null of what is too short to be measured one by one. */
  readonly p99Ms: number | null;
  /** Searches that were not proven to have found the best, warming up included. */
  readonly unproven: number;
  /** Different redemptions that were answered, warming up included. */
  readonly redemptions: number;
  readonly requests: number;
  /** What the generator itself costs, for each request. */
  readonly cpuMicros: number;
}

const replySecondsMax = 20;

async function measure({ measured, beside, warmUpSeconds, seconds }: Assignment): Promise<Measured> {
  const groups = beside ? [measured, beside] : [measured];
  const durations: number[] = [];
  const redemptions = new Set<string>();
  const notes: Notes = { unproven: 0 };
  let requests = 0;
  let fail: (error: Error) => void = () => undefined;
  const failure = new Promise<never>((_, reject) => (fail = reject));
  failure.catch(() => undefined); // Also if it comes before anybody waits for it.

  const shops = await Promise.race([
    failure,
    Promise.all(
      groups.flatMap((group) => {
        const dialogue = dialogueOf(group, notes);
        return Array.from({ length: group.clients }, async (_, client) => ({
          client,
          dialogue,
          isMeasured: group === measured,
          connection: await connect(group.url, fail),
        }));
      }),
    ),
  ]);

  const from = performance.now() + warmUpSeconds * 1000;
  const until = from + seconds * 1000;
  const patience = setTimeout(
    () => fail(new Error(`A reply took more than ${replySecondsMax} seconds.`)),
    (warmUpSeconds + seconds + replySecondsMax) * 1000,
  );
  const cpuBefore = process.cpuUsage();

  const shop = ({ client, dialogue, isMeasured, connection }: Shop) =>
    inTurn(connection, () => (performance.now() < until ? dialogue(client) : null), {
      onReply: () => requests++,
      onDone(sentAt, answeredAt, id) {
        if (isMeasured && answeredAt >= from && answeredAt < until) durations.push(answeredAt - sentAt);
        if (id === null) return;
        if (redemptions.has(id)) throw new Error(`Redemption ${id} was answered twice.`);
        redemptions.add(id);
      },
    });

  try {
    await Promise.race([failure, Promise.all(shops.map(shop))]);
  } finally {
    clearTimeout(patience);
    for (const { connection } of shops) connection.close();
  }
  const { user, system } = process.cpuUsage(cpuBefore);
  durations.sort((a, b) => a - b);
  return {
    perSecond: durations.length / seconds,
    p99Ms: durations[Math.floor(durations.length * 0.99)] ?? 0,
    unproven: notes.unproven,
    redemptions: redemptions.size,
    requests,
    cpuMicros: (user + system) / requests,
  };
}

interface Shop {
  readonly client: number;
  readonly dialogue: Dialogue;
  readonly isMeasured: boolean;
  readonly connection: Connection;
}

interface Listener {
  onReply(): void;
  /** A piece of work is done, in as many requests as it takes. */
  onDone(sentAt: number, answeredAt: number, id: string | null): void;
}

/** Callbacks and not promises, since this is what the generator does all the time. What they throw, the connection tells. */
function inTurn(connection: Connection, next: () => Exchange | null, listener: Listener): Promise<void> {
  return new Promise((resolve) => {
    let sentAt = 0;

    function begin(): void {
      const exchange = next();
      if (!exchange) return resolve();
      sentAt = performance.now();
      carryOut(exchange);
    }

    function carryOut({ message, read }: Exchange): void {
      connection.ask(message, (status, body) => {
        if (status !== 200) refuse(`${status} ${body}`);
        listener.onReply();
        const outcome = read(body);
        if (outcome !== null && typeof outcome === 'object') return carryOut(outcome);
        listener.onDone(sentAt, performance.now(), outcome);
        begin();
      });
    }

    begin();
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
