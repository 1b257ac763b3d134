import { afterAll, describe, expect, test } from 'vitest';
import { longText } from '../../src/platform/database-text.js';
import { openDatabase } from '../../src/platform/database.js';
import { createTestDatabase } from '../testkit/database.js';

const { prisma: db, close } = openDatabase(await createTestDatabase(), {
  poolSize: 1,
  onError: () => undefined,
});
afterAll(close);

const text = `${'ein Grüßchen "an\\alle" 🎁\n'.repeat(10_000)}`;
const echo = (sent: string, other = 'as it is') =>
  db.$queryRaw<{ sent: string; other: string }[]>`SELECT ${sent}::text AS sent, ${other}::text AS other`;

describe('given a long text', () => {
  test('when it is a parameter, then it arrives as it is, and so do the others', async () => {
    expect(await echo(longText(text))).toEqual([{ sent: text, other: 'as it is' }]);
  });

  test('when it is one in a transaction, beside another, then each arrives in its place', async () => {
    const got = await db.$transaction(
      (tx) => tx.$queryRaw`SELECT ${longText('one')}::text AS one, ${longText(text)}::text AS two`,
    );
    expect(got).toEqual([{ one: 'one', two: text }]);
  });

  test('when it was sent already, then it is not sent again, and the statement is refused', async () => {
    const parameter = longText(text);
    await echo(parameter);
    await expect(echo(parameter)).rejects.toThrow('invalid byte sequence');
  });

  test('when more are given up than can wait, then the last can still be sent', async () => {
    for (let given = 0; given < 2_000; given++) longText('never sent');
    const last = longText('the last');
    expect(await echo(last)).toMatchObject([{ sent: 'the last' }]);
  });
});
