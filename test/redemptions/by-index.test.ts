import { expect, test } from 'vitest';
import { lockFacts } from '../../src/evaluation/actions/loading.js';
import { readFacts } from '../../src/evaluation/actions/reading.js';
import type { Scope } from '../../src/platform/scope.js';
import { inTransaction } from '../../src/platform/transaction.js';
import { succeeded } from '../testkit/outcome.js';
import { openTown, percent } from './shop.js';

const openShop = await openTown();

/** How often each table has been read from its beginning to its end. */
async function readWhole({ db }: Scope): Promise<Map<string, bigint>> {
  const rows = await db.$queryRaw<{ relname: string; seq_scan: bigint }[]>`
    SELECT relname, seq_scan FROM pg_stat_xact_user_tables WHERE seq_scan > 0`;
  return new Map(rows.map(({ relname, seq_scan: times }) => [relname, times]));
}

test.each([true, false])(
  'given tables that are small, when a decision looks things up, then it reads none of them whole (lock: %s)',
  async (lock) => {
    const { scope, coupon, campaign, template, limit, apply } = await openShop();
    const { id: campaignId } = await campaign();
    const made = await coupon('CODE', {
      campaignId,
      discount: percent('10'),
      maxUses: 9,
      perCustomerLimit: 3,
    });
    const templateId = await template(made);
    await limit({ target: { templateId }, ceiling: { uses: 9 } });
    await limit({ target: { tenant: true }, ceiling: { uses: 9 } });
    await apply('CODE', { customerId: 'ada', idempotencyKey: 'k1', reference: { id: 'o1' } });
    await coupon('OTHER');
    await apply('OTHER', { reference: { id: 'o1' } });
    const asker = {
      ...{ code: 'CODE', identities: ['id:ada'], channel: null, attributes: {} },
      ...{ reference: { type: 'ORDER', id: 'o1' }, idempotencyKey: 'k1' },
    };

    // Now PostgreSQL knows how small they are.
    await scope.db.$executeRaw`ANALYZE`;
    const { facts, read } = await inTransaction(scope, async (inside) => {
      // It also counts what the connection did in the last second.
      const before = await readWhole(inside);
      const facts = lock
        ? await lockFacts(inside, [asker])
        : succeeded(await readFacts(inside, { identities: asker.identities, askers: [asker] }));
      const after = await readWhole(inside);
      return { facts, read: [...after].filter(([table, times]) => before.get(table) !== times) };
    });

    const found = facts.couponFor('CODE')!;
    expect(facts.heldFor(found.id, asker.reference)?.use.uses).toBe(1n);
    expect(facts.hadBy(asker.reference).map(({ coupon: { code } }) => code)).toEqual(['CODE', 'OTHER']);
    expect(facts.limitsOf(found).map(({ target }) => target.kind)).toEqual(['TEMPLATE', 'TENANT']);
    expect(facts.customerUses(found.id, 'id:ada')).toBe(1);
    expect(facts.answerTo('k1')).toBeDefined();
    expect(read).toEqual([]);
  },
);
