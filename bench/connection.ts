import { connect as connectSocket } from 'node:net';

export interface Connection {
  /** One request at a time. */
  ask(message: string, onReply: (status: number, body: string) => void): void;
  close(): void;
}

/**
 * HTTP/1.1 as far as it is needed here: the load shares the machine with what it measures, so it should cost little.
 * Bodies are ASCII, and as long as their headers say.
 */
export function connect(url: string, onError: (error: Error) => void): Promise<Connection> {
  const { hostname, port } = new URL(url);
  let received = '';
  let bodyStart = 0;
  let end = 0;
  let answer: ((status: number, body: string) => void) | undefined;

  function take(text: string): void {
    received = received === '' ? text : received + text;
    if (end === 0) {
      const headEnd = received.indexOf('\r\n\r\n');
      if (headEnd < 0) return;
      bodyStart = headEnd + 4;
      end = bodyStart + lengthIn(received, headEnd);
    }
    if (received.length < end) return;
    const whole = received;
    const onReply = answer;
    if (whole.length > end || !onReply) throw new Error(`Nobody asked for this: ${whole}`);
    const start = bodyStart;
    received = '';
    end = 0;
    answer = undefined;
    onReply(Number(whole.slice(statusStart, statusStart + 3)), whole.slice(start));
  }

  return new Promise((resolve, reject) => {
    let isClosed = false;
    const fail = (error: Error) => {
      socket.destroy();
      reject(error);
      if (!isClosed) onError(error);
    };
    const socket = connectSocket({
      host: hostname,
      port: Number(port),
      noDelay: true,
      onread: {
        buffer: Buffer.allocUnsafe(bufferBytes),
        callback(count, buffer) {
          try {
            take((buffer as Buffer).toString('latin1', 0, count));
          } catch (error) {
            fail(error as Error);
          }
          return true;
        },
      },
    });
    socket.on('error', fail);
    socket.on('close', () => fail(new Error('The server hung up.')));
    socket.on('connect', () =>
      resolve({
        ask(message, onReply) {
          answer = onReply;
          socket.write(message, 'latin1');
        },
        close() {
          isClosed = true;
          socket.destroy();
        },
      }),
    );
  });
}

const bufferBytes = 64 * 1024;
const statusStart = 'HTTP/1.1 '.length;
const contentLength = /\r\ncontent-length: (\d+)/i;

function lengthIn(text: string, headEnd: number): number {
  const found = contentLength.exec(text.slice(0, headEnd));
  if (!found) throw new Error(`No length is said in ${text}`);
  return Number(found[1]);
}
