import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  allocate,
  allocateExactly,
  allocateWithin,
  exponentOf,
  formatAmount,
  formatMoney,
  isCurrency,
  maxMinor,
  money,
  parseAmount,
  leastShareOf,
  shareOf,
  smaller,
} from '../../src/lib/money.js';

const oneOfEachExponent = { JPY: 0, GBP: 2, KWD: 3, CLF: 4 } as const;
const currency = fc.constantFrom(...Object.keys(oneOfEachExponent));
const minor = fc.bigInt({ min: 0n, max: maxMinor });

describe('given a currency', () => {
  test.each(Object.entries(oneOfEachExponent))('%s has %i decimals', (code, exponent) => {
    expect(isCurrency(code)).toBe(true);
    expect(exponentOf(code)).toBe(exponent);
  });

  test.each([
    ['IQD', 3, 'where CLDR says 0'],
    ['ISK', 0, 'as ISO has it since 2007'],
    ['UGX', 0, ''],
    ['UYI', 0, 'an index'],
    ['MGA', 2, 'whose fifths count as hundredths'],
    ['HUF', 2, 'where CLDR rounds cash'],
    ['UYW', 4, 'which Intl does not know'],
    ['XCG', 2, 'which older versions of Node do not know'],
  ])('%s has %i decimals, %s', (code, exponent) => {
    expect(isCurrency(code)).toBe(true);
    expect(exponentOf(code)).toBe(exponent);
  });

  test.each([
    'gbp',
    'GB',
    'GBPX',
    '',
    ' GBP',
    '£',
    'ABC',
    '826',
    'DEM',
    'HRK',
    'XAU',
    'XXX',
    'XTS',
    'toString',
  ])('%j is none', (code) => {
    expect(isCurrency(code)).toBe(false);
  });
});

describe('given an amount, reading it', () => {
  test.each<[string, string, bigint]>([
    ['0', 'JPY', 0n],
    ['1', 'JPY', 1n],
    ['1500', 'JPY', 1_500n],
    ['1500.000', 'JPY', 1_500n],
    ['1000000000000000', 'JPY', maxMinor],
    ['0', 'GBP', 0n],
    ['0.00', 'GBP', 0n],
    ['0.05', 'GBP', 5n],
    ['0.5', 'GBP', 50n],
    ['5', 'GBP', 500n],
    ['19.99', 'GBP', 1_999n],
    ['19.990', 'GBP', 1_999n],
    ['19.9900000000', 'GBP', 1_999n],
    ['007.50', 'GBP', 750n],
    ['10000000000000.00', 'GBP', maxMinor],
    ['0.001', 'KWD', 1n],
    ['1.25', 'KWD', 1_250n],
    ['12.345', 'KWD', 12_345n],
    ['1000000000000', 'KWD', maxMinor],
    ['0.0001', 'CLF', 1n],
    ['3.1416', 'CLF', 31_416n],
    ['100000000000.0000', 'CLF', maxMinor],
  ])('%s %s is %s minor units', (amount, code, expected) => {
    expect(parseAmount(amount, code)).toBe(expected);
  });

  test.each([
    ['-1', 'negative'],
    ['-0', 'negative, though nothing'],
    ['+1', 'signed'],
    ['1e3', 'an exponent'],
    ['1E3', 'an exponent'],
    ['', 'empty'],
    [' ', 'a space'],
    [' 1', 'led by a space'],
    ['1 ', 'trailed by a space'],
    ['1\n', 'trailed by a line end'],
    ['.5', 'without a whole part'],
    ['5.', 'without a fraction'],
    ['1,50', 'with a comma'],
    ['1,000.00', 'grouped'],
    ['1_000', 'grouped as in programs'],
    ['1.2.3', 'two points'],
    ['0x10', 'hexadecimal'],
    ['Infinity', 'infinite'],
    ['NaN', 'not a number'],
    ['£1', 'with a sign of currency'],
    ['１２', 'full-width'],
    ['٣', 'Arabic-Indic'],
  ])('%j is refused: it is %s', (amount) => {
    expect(parseAmount(amount, 'GBP')).toBe(
      `Expected an amount that is not negative, such as "19.99", but got "${amount}".`,
    );
  });

  test.each([
    ['1.5', 'JPY', 0],
    ['19.999', 'GBP', 2],
    ['0.001', 'GBP', 2],
    ['1.2345', 'KWD', 3],
    ['1.23456', 'CLF', 4],
  ])('%s %s is refused as more exact than the currency', (amount, code, decimals) => {
    expect(parseAmount(amount, code)).toBe(
      `${code} has ${decimals} decimals, but the amount is "${amount}".`,
    );
  });

  test.each([
    ['1000000000000001', 'JPY', '1000000000000000'],
    ['9999999999999999', 'JPY', '1000000000000000'],
    ['10000000000000.01', 'GBP', '10000000000000.00'],
    ['1000000000000000', 'GBP', '10000000000000.00'],
    ['99999999999999999999', 'GBP', '10000000000000.00'],
    ['1000000000000.001', 'KWD', '1000000000000.000'],
    ['100000000000.0001', 'CLF', '100000000000.0000'],
  ])('%s %s is refused as too much, saying how much is not', (amount, code, most) => {
    expect(parseAmount(amount, code)).toBe(`Expected an amount of at most ${most}.`);
  });
});

describe('given minor units, writing them', () => {
  test.each<[bigint, string, string]>([
    [0n, 'JPY', '0'],
    [1_500n, 'JPY', '1500'],
    [0n, 'GBP', '0.00'],
    [5n, 'GBP', '0.05'],
    [50n, 'GBP', '0.50'],
    [1_999n, 'GBP', '19.99'],
    [-5n, 'GBP', '-0.05'],
    [-1_999n, 'GBP', '-19.99'],
    [1n, 'KWD', '0.001'],
    [12_345n, 'KWD', '12.345'],
    [1n, 'CLF', '0.0001'],
    [-7n, 'JPY', '-7'],
  ])('%s of %s is %s', (value, code, expected) => {
    expect(formatAmount(money(value, code))).toBe(expected);
    expect(formatMoney(money(value, code))).toBe(`${expected} ${code}`);
  });

  test('what is written reads as the same again', () => {
    fc.assert(
      fc.property(minor, currency, (value, code) => {
        expect(parseAmount(formatAmount(money(value, code)), code)).toBe(value);
      }),
    );
  });

  test('what is read is written as the same, with all decimals', () => {
    fc.assert(
      fc.property(currency, fc.bigInt({ min: 0n, max: 10n ** 9n }), fc.nat(9_999), (code, whole, part) => {
        const exponent = exponentOf(code);
        const fraction = String(part).padStart(4, '0').slice(0, exponent);
        const text = exponent ? `${whole}.${fraction}` : String(whole);

        expect(formatAmount(money(parseAmount(text, code) as bigint, code))).toBe(text);
      }),
    );
  });
});

describe('a share', () => {
  test.each<[bigint, bigint, bigint]>([
    [0n, 1_000n, 0n],
    [10_000n, 1_000n, 1_000n],
    [1_999n, 1_000n, 200n], // 199.9
    [1_994n, 1_000n, 199n], // 199.4
    [1_995n, 1_000n, 200n], // 199.5: half goes up
    [5n, 1_000n, 1n], // 0.5
    [4n, 1_000n, 0n], // 0.4
    [1n, 4_999n, 0n], // 0.4999
    [1n, 5_000n, 1n], // 0.5
    [333n, 3_333n, 111n], // 110.9889
    [100n, 1n, 0n], // 0.01
    [4_999n, 1n, 0n], // 0.4999
    [5_000n, 1n, 1n], // 0.5
    [1_999n, 10_000n, 1_999n],
    [maxMinor, 9_999n, 999_900_000_000_000n],
  ])('of %s at %s hundredths of a per cent is %s', (amount, basisPoints, expected) => {
    expect(shareOf(amount, basisPoints)).toBe(expected);
  });

  test('is off from the exact share by half a unit at most, and never above the amount', () => {
    fc.assert(
      fc.property(minor, fc.bigInt({ min: 1n, max: 10_000n }), (amount, basisPoints) => {
        const share = shareOf(amount, basisPoints);
        const tenThousandthsOff = share * 10_000n - amount * basisPoints;

        expect(tenThousandthsOff <= 5_000n && tenThousandthsOff > -5_000n).toBe(true);
        expect(share <= amount).toBe(true);
      }),
    );
  });
});

test.each([
  [0n, 4_900n, 0n],
  [5n, 4_900n, 3n], // 2.45
  [1n, 1n, 1n], // 0.0001
  [1_000n, 4_900n, 490n],
  [1_558n, 3_333n, 520n], // 519.2814
  [1_558n, 0n, 0n],
  [1_558n, 10_000n, 1_558n],
])('of %s at %s hundredths of a per cent at least %s is the share', (amount, basisPoints, expected) => {
  expect(leastShareOf(amount, basisPoints)).toBe(expected);
});

describe('splitting an amount', () => {
  test.each<[string, bigint, bigint[], bigint[]]>([
    ['evenly', 30n, [1n, 1n, 1n], [10n, 10n, 10n]],
    ['the rest of one to the first of equals', 10n, [1n, 1n, 1n], [4n, 3n, 3n]],
    ['the rest of two to the first two of equals', 11n, [1n, 1n, 1n], [4n, 4n, 3n]],
    ['the rest to the largest remainder', 10n, [100n, 250n, 650n], [1n, 3n, 6n]], // 1.0, 2.5, 6.5: the earlier
    ['the rest to a later, larger remainder', 10n, [333n, 333n, 334n], [3n, 3n, 4n]],
    ['in proportion', 1_000n, [1_000n, 3_000n], [250n, 750n]],
    ['nothing', 0n, [5n, 0n], [0n, 0n]],
    ['nothing over nothing', 0n, [0n, 0n], [0n, 0n]],
    ['nothing over no weights', 0n, [], []],
    ['nothing to what weighs nothing', 7n, [0n, 7n, 0n], [0n, 7n, 0n]],
    ['all of it', 60n, [10n, 20n, 30n], [10n, 20n, 30n]],
    ['one unit over many', 1n, [1n, 1n, 1n, 1n], [1n, 0n, 0n, 0n]],
    ['one less than all', 3n, [1n, 1n, 1n, 1n], [1n, 1n, 1n, 0n]],
    ['more than the weights come to', 10n, [1n, 2n], [3n, 7n]], // 3.33, 6.67
  ])('%s: %s over %s', (_, amount, weights, expected) => {
    expect(allocate(amount, weights)).toEqual(expected);
  });

  test.each<[string, bigint, bigint[]]>([
    ['something over nothing', 1n, [0n, 0n]],
    ['something over no weights', 1n, []],
    ['less than nothing', -1n, [1n]],
  ])('%s is a bug', (_, amount, weights) => {
    expect(() => allocate(amount, weights)).toThrow(
      'Broken belief: an amount is only split over weights that are not all zero',
    );
  });

  const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 40 });
  /** Weights, and an amount that does not exceed their sum: a discount, as `decide` splits it. */
  const split = weights.chain((given) => {
    const sum = given.reduce((a, b) => a + b, 0n);
    return fc.record({ weights: fc.constant(given), amount: fc.bigInt({ min: 0n, max: sum }) });
  });

  test('the parts add up to it, and each is within a unit of its share and within its weight', () => {
    fc.assert(
      fc.property(split, ({ weights, amount }) => {
        const sum = weights.reduce((a, b) => a + b, 0n);
        const parts = allocate(amount, weights);

        expect(parts).toHaveLength(weights.length);
        expect(parts.reduce((a, b) => a + b, 0n)).toBe(amount);
        parts.forEach((part, index) => {
          const weight = weights[index]!;
          expect(part >= 0n && part <= weight).toBe(true);
          const share = sum && (amount * weight) / sum;
          expect(part === share || part === share + 1n).toBe(true);
        });
      }),
    );
  });

  test('a heavier weight never gets less, and of equals an earlier never less', () => {
    fc.assert(
      fc.property(split, ({ weights, amount }) => {
        const parts = allocate(amount, weights);

        for (let later = 1; later < parts.length; later++) {
          for (let earlier = 0; earlier < later; earlier++) {
            const [a, b] = [weights[earlier]!, weights[later]!];
            if (a >= b) expect(parts[earlier]! >= parts[later]!).toBe(true);
            else expect(parts[later]! >= parts[earlier]!).toBe(true);
          }
        }
      }),
    );
  });

  test('weights in another order leave the same parts, whatever line they fall on', () => {
    const sorted = (parts: bigint[]) => parts.toSorted((a, b) => (a < b ? -1 : Number(a > b)));
    fc.assert(
      fc.property(split, ({ weights, amount }) => {
        expect(sorted(allocate(amount, weights.toReversed()))).toEqual(sorted(allocate(amount, weights)));
      }),
    );
  });
});

describe('splitting an amount that plain numbers hold', () => {
  const weight = fc.oneof(
    fc.bigInt({ min: 0n, max: 9n }),
    fc.bigInt({ min: 0n, max: 10n ** 8n }),
    // Some sums of these are on the one side of what numbers hold exactly, others on the other.
    fc.bigInt({ min: 9n * 10n ** 7n, max: 10n ** 8n }),
  );
  const weights = fc.array(weight, { minLength: 1, maxLength: 12 });

  test('gives the same parts as for any amount', () => {
    fc.assert(
      fc.property(weights, fc.bigInt({ min: 1n, max: 2n * 10n ** 8n }), (given, amount) => {
        const sum = given.reduce((a, b) => a + b, 0n);
        fc.pre(sum > 0n);
        expect(allocate(amount, given)).toEqual(allocateExactly(amount, sum, given));
      }),
      { numRuns: 2_000 },
    );
  });

  test.each<[string, bigint, bigint[]]>([
    ['just below the bound', 94_906_265n, [94_906_264n, 1n]],
    ['at the bound', 6_361n, [1_416_003_655_830n, 1n]],
    ['just above it', 94_906_266n, [94_906_265n, 2n]],
    ['far above it', 10n ** 15n - 1n, [10n ** 15n - 7n, 3n, 4n]],
  ])('%s as well', (_, amount, given) => {
    const sum = given.reduce((a, b) => a + b, 0n);
    expect(allocate(amount, given)).toEqual(allocateExactly(amount, sum, given));
  });
});

describe('splitting an amount within ceilings', () => {
  test.each<[string, bigint, bigint[], bigint[], bigint[]]>([
    ['as without where none is reached', 10n, [1n, 1n, 1n], [9n, 9n, 9n], [4n, 3n, 3n]],
    ['what is above one goes to the others', 10n, [2n, 1n, 1n], [3n, 9n, 9n], [3n, 4n, 3n]],
    ['and where that is too much for another, to the rest', 10n, [8n, 2n, 1n], [1n, 4n, 9n], [1n, 4n, 5n]],
    ['up to all of them', 6n, [9n, 1n, 0n], [1n, 5n, 0n], [1n, 5n, 0n]],
    ['nothing', 0n, [1n, 1n], [0n, 0n], [0n, 0n]],
  ])('%s: %s over %s within %s', (_, amount, weights, ceilings, expected) => {
    expect(allocateWithin(amount, weights, ceilings)).toEqual(expected);
  });

  test('the parts add up to it, and none exceeds its ceiling', () => {
    const part = fc.record({
      weight: fc.bigInt({ min: 1n, max: 1_000n }),
      ceiling: fc.bigInt({ min: 0n, max: 500n }),
    });
    const split = fc.array(part, { minLength: 1, maxLength: 20 }).chain((parts) => {
      const most = parts.reduce((sum, { ceiling }) => sum + ceiling, 0n);
      return fc.record({ parts: fc.constant(parts), amount: fc.bigInt({ min: 0n, max: most }) });
    });
    fc.assert(
      fc.property(split, ({ parts, amount }) => {
        const ceilings = parts.map(({ ceiling }) => ceiling);
        const weights = parts.map(({ weight }) => weight);
        const got = allocateWithin(amount, weights, ceilings);
        expect(got.reduce((a, b) => a + b, 0n)).toBe(amount);
        expect(got.filter((minor, index) => minor < 0n || minor > ceilings[index]!)).toEqual([]);
      }),
    );
  });
});

test('the smaller of two is the smaller', () => {
  expect([smaller(1n, 2n), smaller(2n, 1n), smaller(2n, 2n), smaller(-1n, 0n)]).toEqual([1n, 1n, 2n, -1n]);
});
