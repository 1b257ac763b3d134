import { expect, test } from 'vitest';
import { sandboxPreview, sandboxValidate } from '../../src/sandbox/actions.js';
import { createTemplate } from '../../src/templates/actions.js';
import { cart, gbp, giftCard, openTown, percent } from '../redemptions/shop.js';
import { succeeded } from '../testkit/outcome.js';
import type { TestScope } from '../testkit/scope.js';

const openShop = await openTown();

/** Every table's rows, by when each was last written: a row that is written as it was has changed as well. */
async function writtenIn({ db }: TestScope): Promise<Record<string, string>> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
    WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`;
  const rows: Record<string, string> = {};
  for (const { name } of tables) {
    const [found] = await db.$queryRawUnsafe<[{ rows: string }]>(
      `SELECT coalesce(string_agg(ctid::text || xmin::text || xmax::text, ' ' ORDER BY ctid), '') AS rows FROM ${name}`,
    );
    rows[name] = found.rows;
  }
  return rows;
}

/** A scope in a transaction that PostgreSQL lets neither write nor lock. */
const readOnly = <T>(scope: TestScope, work: (scope: TestScope) => Promise<T>): Promise<T> =>
  (
    scope.db as unknown as { $transaction: (work: (db: TestScope['db']) => Promise<T>) => Promise<T> }
  ).$transaction(async (db) => {
    await db.$executeRaw`SET TRANSACTION READ ONLY`;
    return work({ ...scope, db });
  });

test('Given a shop with everything that counts, when it is tried out, then nothing is written and nothing locked', async () => {
  const { scope, coupon, campaign, limit, apply, reserve } = await openShop();
  const { id: campaignId } = await campaign();
  await coupon('SPRING', { campaignId, maxUses: 10, perCustomerLimit: 3 });
  await coupon('CARD', { discount: giftCard('500') });
  await coupon('ALWAYS', { trigger: 'AUTOMATIC', discount: percent('5') });
  await coupon('SOON', { isDraft: true, trigger: 'AUTOMATIC' });
  await limit({ target: { campaignId }, per: 'CUSTOMER', ceiling: { uses: 5 } });
  await limit({ measure: 'DISCOUNT', ceiling: { money: gbp('1000') } });
  succeeded(await apply('SPRING', { customerId: 'ada' }));
  succeeded(await reserve('checkout-1', ['SPRING', 'CARD'], { customerId: 'ada' }));

  const terms = { discount: giftCard('20'), campaignId };
  const template = succeeded(await createTemplate(scope, { name: 'Cards', codePattern: '{RAND:9}', terms }));

  const order = cart({ MUG: [2, '10'] }, '5');
  const input = {
    codes: ['SPRING', 'CARD', 'ALWAYS', 'SOON', 'never'],
    definitions: [{ code: 'NEW', discount: percent('10'), campaignId }],
    templateIds: [template.id],
    rules: [{ name: 'Web only', conditionJson: { channel: 'web' } }],
  };
  const of = { order, customerId: 'ada', channel: 'web' };
  const before = await writtenIn(scope);

  const codes = succeeded(await readOnly(scope, (scope) => sandboxValidate(scope, { ...input, ...of })));
  const { orders } = succeeded(
    await readOnly(scope, (scope) =>
      sandboxPreview(scope, {
        ...input,
        orders: [{ ...of, name: 'mugs' }],
        goal: 'BEST_FOR_CUSTOMER',
      }),
    ),
  );

  expect(codes.map(({ ifActive }) => ifActive.valuation !== null)).toEqual([
    true,
    true,
    true,
    true,
    false,
    true,
    true,
  ]);
  expect(orders[0]!.promoted.combination.applied.length).toBe(5);
  expect(await writtenIn(scope)).toEqual(before);
});
