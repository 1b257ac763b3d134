import type { Socket } from 'node:net';
import pg from 'pg';
import { Prisma } from '../generated/prisma/client.js';

const mark = '/* and commit */';

/** What the last statement of a transaction begins with, where nothing is asked after it: its COMMIT goes out with it. */
export const andCommit = Prisma.raw(mark);

type Answer = Promise<pg.QueryResult>;

const begun: pg.QueryResult = { command: 'BEGIN', rowCount: null, oid: 0, fields: [], rows: [] };

/** A connection that was not used for so long may be gone without a word: then BEGIN finds out, in the time that a start has. */
const provenMs = 1_000;

/** The part of pg's client that its types leave out. */
interface Wired {
  readonly connection: { readonly stream: Socket };
}

/**
 * A connection over which a transaction of two statements takes two round trips instead of four: BEGIN goes out with the
 * first, and COMMIT with the last. PostgreSQL answers in the order in which it is asked. Where BEGIN fails the connection
 * is gone, and so does what follows; after a statement that has failed it takes COMMIT for ROLLBACK.
 */
export class Connection extends pg.Client {
  /** The answer to a COMMIT that nobody has asked for yet. */
  private committed: Answer | null = null;
  private askedAt = -Infinity;
  private lastAnswer: unknown;

  // Of the many ways to call it, Prisma's adapter takes this one for what belongs to a transaction.
  override query(...asked: readonly unknown[]): never {
    const [config] = asked as [{ readonly text?: string } | undefined];
    return this.answerTo(config?.text ?? '', () => super.query(...(asked as [never]))) as never;
  }

  private answerTo(text: string, ask: () => unknown): unknown {
    const { stream } = (this as unknown as Wired).connection;
    const isProven = performance.now() - this.askedAt < provenMs;
    this.askedAt = performance.now();
    if (text === 'BEGIN' && isProven) {
      stream.cork();
      void this.sendAhead(text);
      return Promise.resolve(begun);
    }
    if (this.committed && (text === 'COMMIT' || text === 'ROLLBACK')) {
      const { committed } = this;
      this.committed = null;
      return committed;
    }
    // Whoever gives up waiting for an answer must not write: that would look as if something were heard of the database.
    if (text === 'ROLLBACK' && this.lastAnswer instanceof Promise) {
      // Where nothing was asked in the transaction, its BEGIN has not gone out yet.
      uncork(stream);
      return this.lastAnswer.then(ask, ask);
    }
    const isLast = text.startsWith(mark);
    if (isLast) stream.cork();
    this.lastAnswer = ask();
    if (isLast) this.committed = this.sendAhead('COMMIT');
    uncork(stream);
    return this.lastAnswer;
  }

  private sendAhead(text: string): Answer {
    const answer = super.query(text);
    // Whoever asks for it is told. Where that is nobody, what is asked next fails too.
    answer.catch(() => undefined);
    return answer;
  }
}

function uncork(stream: Socket): void {
  while (stream.writableCorked > 0) stream.uncork();
}
