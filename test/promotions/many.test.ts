import { describe, expect, test } from 'vitest';
import { idOf, uuidOf } from '../../src/lib/id.js';
import { formatAmount } from '../../src/lib/money.js';
import { mostCandidates } from '../../src/promotions/candidates.js';
import { savingMinor } from '../../src/promotions/core.js';
import { fixed, percent, sum } from '../redemptions/shop.js';
import { succeeded } from '../testkit/outcome.js';
import { openMall, refusal } from './shop.js';

const openShop = await openMall();
const order = sum('100');
const best = { goal: 'BEST_FOR_CUSTOMER' };

/** A shop with so many automatic promotions of one kind, named P0, P1 and so on. */
async function shopWith(count: number, fields: object) {
  const shop = await openShop();
  const { id } = await shop.automatic('P0', fields);
  const copies = await shop.scope.db.$queryRaw<{ readonly id: string }[]>`
    INSERT INTO coupons
    SELECT (jsonb_populate_record(coupon, jsonb_build_object('id', gen_random_uuid(), 'code', 'P' || n, 'code_key', 'p' || n))).*
    FROM coupons coupon, generate_series(1, ${count - 1}::int) n
    WHERE coupon.id = ${uuidOf(id)}::uuid
    RETURNING id`;
  const ids = [id, ...copies.map((copy) => idOf('coupon', copy.id))];
  const previewed = async (options: object = {}) => {
    const { combination, search } = succeeded(await shop.previewAll([], { order, ...options }));
    return {
      codes: combination.applied.map(({ coupon }) => coupon.code),
      saved: formatAmount({ minor: savingMinor(combination), currency: 'GBP' }),
      search,
    };
  };
  return { shop, ids, previewed };
}

describe('Given more automatic promotions than are chosen among', () => {
  test('when most are for a segment that the customer is not in, then those for everybody come', async () => {
    const { shop, ids, previewed } = await shopWith(mostCandidates + 1, { stacking: { priority: 5 } });
    await shop.segment('staff', {}, [{ id: 'ada' }]);
    for (let from = 0; from < ids.length; from += 100) {
      await shop.rule({ customerSegment: 'staff' }, { couponIds: ids.slice(from, from + 100) });
    }
    await shop.automatic('EVERYONE10');

    for (const goal of ['PRIORITY', 'BEST_FOR_CUSTOMER'] as const) {
      expect(await previewed({ goal })).toMatchObject({ codes: ['EVERYONE10'], saved: '10.00' });
      expect(await shop.settled([], { goal, order })).toEqual(['EVERYONE10 10.00']);
    }
    expect((await previewed(best)).search).toMatchObject({ isExact: true, gap: { minor: 0n } });
  });

  test('when most are used up, then those that are not come', async () => {
    const { shop, previewed } = await shopWith(mostCandidates + 1, {
      ...{ maxUses: 1, discount: fixed('0.01'), stacking: { priority: 5 } },
    });
    succeeded(await shop.applyAll([], { order }));
    await shop.automatic('HALF', { discount: percent('50') });

    for (const goal of ['PRIORITY', 'BEST_FOR_CUSTOMER'] as const) {
      expect(await previewed({ goal })).toMatchObject({ codes: ['P99', 'HALF'], saved: '50.01' });
    }
    expect(await shop.settled([], { order, ...best })).toEqual(['P99 0.01', 'HALF 50.00']);
    expect(await shop.settled([], { order, ...best })).toEqual(['HALF 50.00']);
  });

  test('when more can be used, then the best is chosen among those that take most off', async () => {
    const { shop, previewed } = await shopWith(mostCandidates, {
      ...{ discount: percent('1'), stacking: { group: 'ONE', priority: 5 } },
    });
    await shop.automatic('HALF', { discount: percent('50') });

    const { codes, saved, search } = await previewed(best);

    expect({ codes, saved }).toEqual({ codes: ['P0', 'HALF'], saved: '50.50' });
    // One of them is left out, and takes no more than 1.00.
    expect(search).toMatchObject({ isExact: false });
    expect(search!.gap.minor).toBeGreaterThanOrEqual(100n);
    expect(search!.gap.minor).toBeLessThan(200n);
    expect(await shop.settled([], { order, ...best })).toEqual(['P0 1.00', 'HALF 49.50']);
  });

  test('when all of those left out could be used together, then the gap is no less than what they would take off', async () => {
    const { shop, previewed } = await shopWith(mostCandidates + 2, { discount: fixed('0.01') });
    await shop.automatic('LAST', { discount: fixed('0.02') });

    const { saved, search } = await previewed(best);

    expect(saved).toBe('2.01');
    expect(search).toMatchObject({ isExact: false, gap: { minor: 3n } });
  });

  test('when they take everything, then nothing can be better by any amount', async () => {
    const { previewed } = await shopWith(mostCandidates + 1, { discount: fixed('1') });

    expect(await previewed(best)).toMatchObject({ saved: '100.00', search: { gap: { minor: 0n } } });
  });

  test('when the cheapest is sought, then it is exact only where nothing is to be kept', async () => {
    const { shop, previewed } = await shopWith(mostCandidates + 1, { discount: fixed('0.01') });
    await shop.coupon('TEN');
    const goal = 'CHEAPEST_FOR_MERCHANT';

    expect(await previewed({ goal })).toMatchObject({
      ...{ codes: [], saved: '0.00', search: { isExact: true, gap: { minor: 0n } } },
    });
    const { search } = succeeded(await shop.previewAll(['TEN'], { order, goal }));
    expect(search).toMatchObject({ isExact: false, gap: { minor: 1_000n } });
  });

  test('when the order is used already, then there is nothing to choose among', async () => {
    const { shop } = await shopWith(mostCandidates + 1, { discount: fixed('0.01') });
    const reference = { type: 'ORDER', id: 'o1' };
    succeeded(await shop.applyAll([], { order: sum('50'), reference }));

    expect(await shop.previewAll([], { reference, order, ...best })).toMatchObject({
      failure: 'ReferenceAlreadyRedeemed',
    });
    await shop.coupon('TEN');
    const { search } = succeeded(await shop.previewAll(['TEN'], { reference, order, ...best }));
    expect(search).toMatchObject({ isExact: true });
  });
});

describe('Given a search that takes longer than somebody waits', () => {
  test('when a preview or a validation has a time limit, then it ends with the best so far, and says by how much it may be missed', async () => {
    const { shop } = await shopWith(20, { discount: percent('3') });
    await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        shop.automatic(`F${n}`, { discount: fixed(`${3 + n}.37`), stacking: { priority: 1 } }),
      ),
    );
    const { clock } = shop.scope;
    // A clock that goes on by a millisecond whenever somebody looks at it.
    const ticking = {
      ...shop.scope,
      now: () => {
        clock.forward(1);
        return clock.now();
      },
    };
    const asked = (options: object) =>
      shop.previewAll([], { order, ...best, automatic: true, ...options }, ticking);

    const short = succeeded(await asked({ timeLimitMs: 1 }));
    const long = succeeded(await asked({}));
    await shop.coupon('TEN');
    const options = { order, ...best, timeLimitMs: 1 };
    const { together } = succeeded(await shop.validateAll(['TEN'], options, ticking));

    expect(short.search).toMatchObject({ isExact: false });
    expect(short.search!.visited).toBeLessThan(long.search!.visited);
    expect(together.search).toMatchObject({ isExact: false });
    expect(together.search!.visited).toBeLessThan(long.search!.visited);
    expect(savingMinor(long.combination)).toBeLessThanOrEqual(
      savingMinor(short.combination) + short.search!.gap.minor,
    );
  });

  test.each([0, 5_001, 1.5])('when the limit is %s, then it is refused', async (timeLimitMs) => {
    const shop = await openShop();

    expect(refusal(await shop.previewAll([], { timeLimitMs }))).toBe('InvalidInput');
    expect(refusal(await shop.validateAll(['TEN'], { timeLimitMs }))).toBe('InvalidInput');
  });
});
