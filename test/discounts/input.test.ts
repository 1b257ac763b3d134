import { describe, expect, test } from 'vitest';
import { discountInput } from '../../src/discounts/input.js';
import { isFailure } from '../../src/lib/outcome.js';
import { parseInput } from '../../src/lib/input.js';

const gbp = (amount: string) => ({ amount, currency: 'GBP' });
const eur = (amount: string) => ({ amount, currency: 'EUR' });

/** Where an input is wrong, and how. */
function problems(sent: object) {
  const parsed = parseInput(discountInput, sent);
  return isFailure(parsed) ? parsed.problems.map(({ path, message }) => [path.join('.'), message]) : [];
}

const tiers = (...given: object[]) => ({ tiered: { by: 'QUANTITY', tiers: given } });
const byAmount = (...given: object[]) => ({ tiered: { by: 'AMOUNT', tiers: given } });
const free = { buy: { quantity: 1 }, get: { quantity: 1 } };
const reward = { itemId: '1', name: 'Points', type: 'points' };

describe('given an input that cannot be meant, it is said where and why', () => {
  test.each<[string, object, string, string]>([
    ['no amount', { fixed: {} }, 'fixed.amount', 'Expected `amount` or `amounts`.'],
    [
      'both an amount and a table',
      { fixed: { amount: gbp('1'), amounts: [gbp('1')] } },
      'fixed.amounts',
      'Expected none beside `amount`.',
    ],
    ['an empty table', { fixed: { amounts: [] } }, 'fixed.amounts', 'Expected at least one amount.'],
    [
      'a currency twice',
      { fixed: { amounts: [gbp('1'), eur('1'), gbp('2')] } },
      'fixed.amounts',
      'Expected one amount for each currency.',
    ],
    [
      'nothing in one of the currencies',
      { fixed: { amounts: [gbp('1'), eur('0')] } },
      'fixed.amounts.1.amount',
      'Expected an amount above zero.',
    ],
    [
      'two ceilings',
      { percentage: { percent: '1', maximum: gbp('1'), maximums: [eur('1')] } },
      'percentage.maximums',
      'Expected none beside `maximum`.',
    ],
    [
      'units of what does not count them',
      { percentage: { percent: '1', units: 2 } },
      'percentage.units',
      'Expected none: only CHEAPEST and MOST_EXPENSIVE count units.',
    ],
    [
      'no unit',
      { percentage: { percent: '1', target: 'CHEAPEST', units: 0 } },
      'percentage.units',
      'Expected at least 1.',
    ],
    [
      'too many units',
      { percentage: { percent: '1', target: 'CHEAPEST', units: 1_000_001 } },
      'percentage.units',
      'Expected at most 1000000.',
    ],
    [
      'free shipping with less for shipping',
      { fixed: { amount: gbp('1'), target: 'SHIPPING', freeShipping: true } },
      'fixed.freeShipping',
      'Expected false: the discount itself is taken off shipping.',
    ],
    [
      'a country that is none',
      { freeShipping: { countries: ['GB', 'UK'] } },
      'freeShipping.countries.1',
      'Expected a country of ISO 3166-1 in two letters, but got "UK".',
    ],
    [
      'a nameless reward',
      { reward: { ...reward, name: ' ' } },
      'reward.name',
      'Expected 1 to 200 characters.',
    ],
    [
      'a reward that carries too much',
      { reward: { ...reward, payload: { text: 'x'.repeat(17_000) } } },
      'reward.payload',
      'Expected JSON of up to 16 kB.',
    ],
    [
      'nothing to buy',
      { buyXGetY: { ...free, buy: { quantity: 0 } } },
      'buyXGetY.buy.quantity',
      'Expected at least 1.',
    ],
    [
      'too much to get',
      { buyXGetY: { ...free, get: { quantity: 10_001 } } },
      'buyXGetY.get.quantity',
      'Expected at most 10000.',
    ],
    ['no time at all', { buyXGetY: { ...free, repeat: 0 } }, 'buyXGetY.repeat', 'Expected at least 1.'],
    [
      'items without a name',
      { buyXGetY: { ...free, get: { quantity: 1, items: { skus: [] } } } },
      'buyXGetY.get.items',
      'Expected at least one name.',
    ],
    ['no tier', tiers(), 'tiered.tiers', 'Expected at least one tier.'],
    [
      'a tier from nowhere',
      tiers({ percent: '1' }),
      'tiered.tiers.0',
      'Expected either an amount or a quantity to reach.',
    ],
    [
      'a tier for nothing',
      tiers({ fromQuantity: 1 }),
      'tiered.tiers.0',
      'Expected either per cent or an amount to take off.',
    ],
    [
      'a tier for both',
      tiers({ fromQuantity: 1, percent: '1', amount: gbp('1') }),
      'tiered.tiers.0',
      'Expected either per cent or an amount to take off.',
    ],
    [
      'a tier by the other measure',
      byAmount({ fromQuantity: 1, percent: '1' }),
      'tiered.tiers.0',
      'Expected an amount to reach.',
    ],
    [
      'a tier by the other measure',
      tiers({ fromAmount: gbp('1'), percent: '1' }),
      'tiered.tiers.0',
      'Expected a quantity to reach.',
    ],
    [
      'tiers of two sorts',
      tiers({ fromQuantity: 1, percent: '1' }, { fromQuantity: 2, amount: gbp('1') }),
      'tiered.tiers.1',
      'Expected either per cent in all tiers, or amounts in all of them.',
    ],
    [
      'the same tier twice',
      tiers({ fromQuantity: 2, percent: '1' }, { fromQuantity: 2, percent: '2' }),
      'tiered.tiers.1',
      'Expected more to reach than for the tier before.',
    ],
    [
      'a higher tier that is worth no more',
      tiers({ fromQuantity: 2, percent: '2' }, { fromQuantity: 3, percent: '2' }),
      'tiered.tiers.1',
      'Expected more to take off than in the tier before.',
    ],
    [
      'a higher tier that asks for no more in one of its currencies',
      byAmount(
        { fromAmounts: [gbp('1'), eur('1')], percent: '1' },
        { fromAmounts: [eur('1'), gbp('2')], percent: '2' },
      ),
      'tiered.tiers.1',
      'Expected more to reach than for the tier before.',
    ],
    [
      'a tier with other currencies',
      byAmount({ fromAmount: gbp('1'), percent: '1' }, { fromAmount: eur('2'), percent: '2' }),
      'tiered.tiers.1',
      'Expected the same currencies in all amounts.',
    ],
    [
      'a tier whose two amounts have other currencies',
      byAmount({ fromAmount: gbp('1'), amount: eur('1') }),
      'tiered.tiers.0',
      'Expected the same currencies in all amounts.',
    ],
    ['no price', { fixedPrice: {} }, 'fixedPrice.price', 'Expected `price` or `prices`.'],
    [
      'a group of none',
      { fixedPrice: { price: gbp('1'), groupSize: 0 } },
      'fixedPrice.groupSize',
      'Expected at least 1.',
    ],
  ])('%s', (_, sent, path, message) => {
    expect(problems(sent)).toEqual([[path, message]]);
  });
});

describe('given as many as are allowed, one more is refused', () => {
  const currencies =
    'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD';
  const some = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
  test.each<[string, number, (count: number) => object]>([
    [
      'amounts',
      50,
      (count) => ({
        fixed: {
          amounts: currencies
            .split(' ')
            .slice(0, count)
            .map((currency) => ({ amount: '1', currency })),
        },
      }),
    ],
    ['tiers', 50, (count) => tiers(...some(count).map((n) => ({ fromQuantity: n, percent: String(n) })))],
    [
      'names',
      500,
      (count) => ({ buyXGetY: { ...free, buy: { quantity: 1, items: { skus: some(count).map(String) } } } }),
    ],
    ['countries', 250, (count) => ({ freeShipping: { countries: some(count).map(() => 'GB') } })],
  ])('of %s there are %i', (_, most, sent) => {
    expect(problems(sent(most))).toEqual([]);
    expect(problems(sent(most + 1))).toHaveLength(1);
  });
});
