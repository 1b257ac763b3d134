import { randomUUID } from 'node:crypto';
import { createBoundedMap } from '../lib/bounded-map.js';

/** More than ever wait to be sent: what is left of a statement that was given up is dropped in time. */
const waitingMax = 1_000;
const waiting = createBoundedMap<string, string>(waitingMax);
/** No text of anybody's begins with it: theirs contain no NUL, and nobody can guess the rest. */
const mark = `\0${randomUUID()}:`;
let made = 0;

/**
 * Stands for a long text as the parameter of a statement. Prisma writes each parameter into a request to itself, copies that
 * and reads it out again, which takes longer than all else that a long one needs: so it is handed this, and the connection
 * sends the text. Good for one statement.
 */
export function longText(text: string): string {
  const parameter = `${mark}${made++}`;
  waiting.set(parameter, text);
  return parameter;
}

const isLong = (value: unknown): value is string => typeof value === 'string' && value.startsWith(mark);

/** The values of a statement as they are to be sent. */
export function withLongTexts(values: readonly unknown[]): readonly unknown[] {
  if (!values.some(isLong)) return values;
  return values.map((value) => {
    if (!isLong(value)) return value;
    const text = waiting.get(value);
    waiting.delete(value);
    // Where it stands for nothing, it goes out as it is: PostgreSQL refuses it.
    return text ?? value;
  });
}
