import type { Socket } from 'node:net';
import pg from 'pg';
import { Prisma } from '../generated/prisma/client.js';

const firstMark = '/* and begin */';
const lastMark = '/* and commit */';

/**
 * What the first statement of a transaction begins with, if it does no harm outside of one: BEGIN goes out with it. Where that
 * fails, which is hardly ever, nothing else is carried out.
 */
export const andBegin = Prisma.raw(firstMark);

/** What the last statement of a transaction begins with, where nothing is asked after it: its COMMIT goes out with it. */
export const andCommit = Prisma.raw(lastMark);

type Answer = Promise<pg.QueryResult>;

const nothing: pg.QueryResult = { command: '', rowCount: null, oid: 0, fields: [], rows: [] };

/** A connection that was not used for so long may be gone without a word: then BEGIN finds out, in the time that a start has. */
const provenMs = 1_000;

/** The part of pg's client that its types leave out. */
interface Wired {
  readonly connection: { readonly stream: Socket };
}

/** Those whose transaction has begun, and has been asked nothing yet. */
const begun = new Set<Connection>();
const connections = new WeakMap<object, Connection>();

/**
 * Finds out which connection a transaction has that has just begun and asked nothing, and whose connection is of this kind. Prisma does
 * not tell. If there is only one that it can be, that is it; else it stays unknown. Prisma must ask nothing between BEGIN and the
 * transaction's own first statement: see decision 23.
 */
export function findConnection(transaction: object): void {
  const [only, ...others] = begun;
  if (only && others.length === 0) only.belongTo(transaction);
}

/** The connection of a transaction, until it ends; undefined if that is not known. */
export function connectionOf(transaction: object): Connection | undefined {
  const connection = connections.get(transaction);
  return connection?.belongsTo(transaction) ? connection : undefined;
}

/**
 * A connection over which a transaction of two statements takes two round trips instead of four: BEGIN goes out with the
 * first, and COMMIT with the last, if they say so. PostgreSQL answers in the order in which it is asked, and after a
 * statement that has failed it takes COMMIT for ROLLBACK.
 */
export class Connection extends pg.Client {
  /** Whether BEGIN was asked for and has still to be sent. */
  private isBeginning = false;
  /** The answer to a COMMIT that nobody has asked for yet. */
  private committed: Answer | null = null;
  private lastAnswer: unknown;
  private askedAt = -Infinity;
  /** The transaction under way that is known to have this connection. */
  private transaction: object | null = null;

  belongTo(transaction: object): void {
    begun.delete(this);
    this.transaction = transaction;
    connections.set(transaction, this);
  }

  belongsTo(transaction: object): boolean {
    return this.transaction === transaction;
  }

  // Of the many ways to call it, Prisma's adapter and the statements that go past it take this one.
  override query(...asked: readonly unknown[]): never {
    const [config] = asked as [{ readonly text?: string } | undefined];
    return this.answerTo(config?.text ?? '', () => super.query(...(asked as never as [never]))) as never;
  }

  private answerTo(text: string, ask: () => unknown): unknown {
    const isProven = performance.now() - this.askedAt < provenMs;
    this.askedAt = performance.now();
    begun.delete(this);
    if (text === 'BEGIN') {
      this.transaction = null;
      this.committed = null;
      this.lastAnswer = undefined;
      this.isBeginning = isProven;
      if (!isProven) return this.begin(ask);
      begun.add(this);
      return Promise.resolve(nothing);
    }
    return text === 'COMMIT' || text === 'ROLLBACK'
      ? this.finish(text, ask)
      : (this.lastAnswer = this.send(text, ask));
  }

  /** One that fails has begun nothing, and nobody would say that it has ended. */
  private async begin(ask: () => unknown): Promise<unknown> {
    const answer = await ask();
    begun.add(this);
    return answer;
  }

  private send(text: string, ask: () => unknown): unknown {
    const { isBeginning } = this;
    this.isBeginning = false;
    if (isBeginning && !text.startsWith(firstMark)) return super.query('BEGIN').then(ask);
    const { stream } = (this as unknown as Wired).connection;
    const isLast = text.startsWith(lastMark);
    stream.cork();
    // What comes after it must not be carried out without it.
    if (isBeginning) super.query('BEGIN').catch((error: unknown) => stream.destroy(error as Error));
    const answer = ask();
    if (isLast) {
      this.committed = super.query('COMMIT');
      // Where nobody asks for it any more, whoever asked for the statement has been told.
      this.committed.catch(() => undefined);
    }
    stream.uncork();
    return answer;
  }

  private finish(text: string, ask: () => unknown): unknown {
    const { committed, lastAnswer, isBeginning } = this;
    this.transaction = null;
    this.committed = null;
    this.isBeginning = false;
    if (committed) return committed;
    if (isBeginning) return Promise.resolve(nothing);
    // Whoever gives up waiting for an answer must not write: that would look as if something were heard of the database.
    return text === 'ROLLBACK' && lastAnswer instanceof Promise ? lastAnswer.then(ask, ask) : ask();
  }
}
