import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';

/**
 * What becomes of what goes over a link: it passes; nothing passes, either way, and nobody is told; what is sent arrives,
 * and nothing comes back; it passes byte by byte; connections are reset, and new ones are refused; a COMMIT arrives and
 * its answer does not, or it does not arrive itself, and the connection is reset.
 */
export type LinkMode = 'pass' | 'pause' | 'deaf' | 'drip' | 'cut' | 'lose answer' | 'lose commit';

/** A way to PostgreSQL that can be disturbed. */
export interface Link {
  /** Of the database, by this way. */
  readonly url: string;
  /** How often a connection was reset at a COMMIT. */
  readonly lost: () => number;
  /** From now on. What was held back goes on when it may pass again. */
  set(mode: LinkMode): void;
  close(): Promise<void>;
}

export async function startLink(databaseUrl: string): Promise<Link> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let mode: LinkMode = 'pass';
  let lost = 0;
  let wake: (() => void)[] = [];
  const change = () => new Promise<void>((resolve) => wake.push(resolve));

  const server = createServer((client) => {
    if (mode === 'cut') return void client.resetAndDestroy();
    const database = connect(Number(target.port), target.hostname);
    const pair = [client, database];
    let isAnswerLost = false;
    const lose = () => {
      lost += 1;
      for (const socket of pair) socket.resetAndDestroy();
    };
    for (const socket of pair) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        // What is paused or deaf does not hear of the other's end, as where a cable is pulled.
        if (mode !== 'pause' && mode !== 'deaf') pair.forEach((other) => other.destroy());
      });
    }

    async function carry(from: Socket, to: Socket): Promise<void> {
      for await (const chunk of from as AsyncIterable<Buffer>) {
        if (from === client && isCommit(chunk)) {
          if (mode === 'lose commit') return lose();
          if (mode === 'lose answer') isAnswerLost = true;
        } else if (from === database && isAnswerLost) return lose();
        while (mode === 'pause' || (mode === 'deaf' && from === database)) await change();
        if (mode !== 'drip') to.write(chunk);
        else {
          for (const byte of chunk) {
            to.write(Buffer.of(byte));
            await turn();
          }
        }
      }
      to.end();
    }
    for (const [from, to] of [[client, database] as const, [database, client] as const])
      void carry(from, to).catch(() => to.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  const { port } = server.address() as AddressInfo;
  return {
    url: Object.assign(new URL(databaseUrl), { port: String(port) }).href,
    lost: () => lost,
    set(next) {
      mode = next;
      if (mode === 'cut') for (const socket of sockets) socket.resetAndDestroy();
      const waiting = wake;
      wake = [];
      for (const go of waiting) go();
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** As src/platform/database.ts names a prepared COMMIT: its text goes over the wire once for each connection. */
const nameOfCommit = createHash('sha256').update('COMMIT').digest('base64url').slice(0, 24);
const isCommit = (chunk: Buffer): boolean => chunk.includes('COMMIT') || chunk.includes(nameOfCommit);
