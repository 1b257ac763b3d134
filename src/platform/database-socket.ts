import { Socket } from 'node:net';

/**
 * PostgreSQL ends each statement of ours after 15 seconds, and what is idle is closed sooner: after so long a silence
 * it, or the way there, is gone without a word. Nobody else would tell for a quarter of an hour.
 */
const silenceMsMax = 20_000;

/** What a connection to PostgreSQL is made over. It is closed when nothing has come or gone for too long, unless that is 0. */
export function socketToDatabase(silenceMs: number = silenceMsMax): Socket {
  const socket = new Socket();
  socket.setTimeout(silenceMs, () =>
    socket.destroy(
      new Error(`Connection terminated: nothing was heard of the database for ${silenceMs} ms.`),
    ),
  );
  return socket;
}
