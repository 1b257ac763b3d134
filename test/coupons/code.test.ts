import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { code, codeKey, keysOfTyped, meantBy, randomCode } from '../../src/coupons/code.js';

describe('the key of a code', () => {
  test.each<[string, string, string]>([
    ['as it is', 'SUMMER-10', 'SUMMER-10'],
    ['in small letters', 'summer_10', 'SUMMER_10'],
    ['in mixed case', 'SuMmEr.10', 'SUMMER.10'],
    ['with spaces around', '  SUMMER10\t\n', 'SUMMER10'],
    ['with spaces inside', 'SUM MER 10', 'SUMMER10'],
    ['with a no-break space', 'SUMMER\u00A010', 'SUMMER10'],
    ['with a zero-width space', 'SUM\u200BMER10', 'SUMMER10'],
    ['with a zero-width joiner', 'SUM\u200DMER10', 'SUMMER10'],
    ['with a soft hyphen', 'SUM\u00ADMER10', 'SUMMER10'],
    ['with a byte order mark', '\uFEFFSUMMER10', 'SUMMER10'],
    ['with a word joiner', 'SUM\u2060MER10', 'SUMMER10'],
    ['with marks of direction, as copied from a contact', '\u202ASUMMER10\u202C', 'SUMMER10'],
    ['with isolates, as copied from a chat', '\u2068SUMMER10\u2069', 'SUMMER10'],
    ['with a variation selector', 'SUMMER10\uFE0F', 'SUMMER10'],
    ['in full-width letters', 'ＳＵＭＭＥＲ１０', 'SUMMER10'],
    ['in small full-width letters', 'ｓｕｍｍｅｒ１０', 'SUMMER10'],
    ['in mathematical letters', '𝐒𝐔𝐌𝐌𝐄𝐑10', 'SUMMER10'],
    ['with a ligature', 'oﬃce', 'OFFICE'],
    ['with a superscript', 'X²', 'X2'],
    ['with an accent apart', 'CAFE\u0301', 'CAF\u00C9'],
    ['with an accent parted by a space', 'cafe \u0301', 'CAF\u00C9'],
    ['with a sharp s', 'straße', 'STRASSE'],
    ['with a capital sharp s', 'STRAẞE', 'STRASSE'],
    ['with a final sigma', 'ΟΔΟΣ', 'ΟΔΟΣ'],
    ['with a final sigma, small', 'οδος', 'ΟΔΟΣ'],
    ['with a letter whose capital comes apart', 'ΐ', 'Ϊ\u0301'],
    ['with a Turkish capital dotted I, which is not I', 'İ', 'İ'],
    ['with the same in small letters, of any locale but the Turkish', 'i\u0307', 'İ'],
    ['with a Turkish small dotless i, which is I', 'ı', 'I'],
    ['with look-alikes of another script, which are others', 'АВС', 'АВС'],
    ['empty', '', ''],
    ['only of what is not seen', ' \u200B\u3164', ''],
  ])('%s', (_, written, expected) => {
    expect(codeKey(written, false)).toBe(expected);
  });

  test.each<[string, string, string]>([
    ['in any case: as it is', 'SuMmEr', 'SuMmEr'],
    ['with spaces', ' Su Mm\u200Ber ', 'SuMmer'],
    ['in full-width letters', 'ＳｕＭ', 'SuM'],
    ['with a sharp s', 'straße', 'straße'],
    ['with an accent parted by a space', 'e \u0301', 'é'],
  ])('if the case matters, %s', (_, written, expected) => {
    expect(codeKey(written, true)).toBe(expected);
  });

  // Whatever a person may type, and above all what Unicode treats in its own way.
  const typed = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'aAßẞİıiIσςΣΐΰﬃＡａǰé \u0301\u0307\u200B\u3164') }),
  );

  test('has itself as its key', () => {
    fc.assert(
      fc.property(typed, fc.boolean(), (text, isCaseSensitive) => {
        const key = codeKey(text, isCaseSensitive);
        expect(codeKey(key, isCaseSensitive)).toBe(key);
      }),
      { numRuns: 500 },
    );
  });

  test('is that of its spaced, small, capital and full-width spellings', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abcXYZ019-_.äßÉσΣж') });
    fc.assert(
      fc.property(letters, (text) => {
        const fullWidth = text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
        for (const spelling of [
          text.toLowerCase(),
          text.toUpperCase(),
          fullWidth,
          [...text].join(' \u200B'),
          text.normalize('NFD'),
        ]) {
          expect(codeKey(spelling, false)).toBe(codeKey(text, false));
        }
      }),
    );
  });

  test('of every letter there is, is that of its small and its capital one', () => {
    const others: string[] = [];
    for (let point = 0; point < 0x11_0000; point++) {
      if (point >= 0xd800 && point < 0xe000) continue;
      const letter = String.fromCodePoint(point);
      const key = codeKey(letter, false);
      const isSame =
        codeKey(letter.toLowerCase(), false) === key &&
        codeKey(letter.toUpperCase(), false) === key &&
        codeKey(key, false) === key;
      if (!isSame) others.push(letter);
    }
    expect(others).toEqual([]);
  });
});

test('what is typed can stand for two keys: as it is, and in capitals', () => {
  expect(keysOfTyped(' Sum mer ')).toEqual(['Summer', 'SUMMER']);
});

describe('given coupons with alike codes, what is typed means', () => {
  const folded = { name: 'folded', codeKey: 'SUMMER', isCaseSensitive: false };
  const exact = { name: 'Summer', codeKey: 'Summer', isCaseSensitive: true };
  const capitals = { name: 'SUMMER', codeKey: 'SUMMER', isCaseSensitive: true };
  const small = { name: 'summer', codeKey: 'summer', isCaseSensitive: true };
  type Candidate = typeof folded;

  test.each<[string, Candidate[], string | undefined]>([
    ['Summer', [folded], 'folded'],
    ['SUMMER', [folded], 'folded'],
    [' sum mer', [folded], 'folded'],
    ['Summer', [exact], 'Summer'],
    ['Sum mer', [exact], 'Summer'],
    ['summer', [exact], undefined],
    ['SUMMER', [exact], undefined],
    ['Summer', [folded, exact], 'Summer'],
    ['Summer', [exact, folded], 'Summer'],
    ['summer', [folded, exact], 'folded'],
    ['summer', [exact, capitals, small], 'summer'],
    ['SUMMER', [exact, small, capitals], 'SUMMER'],
    ['sUMMER', [exact, small, capitals], undefined],
    ['winter', [folded, exact], undefined],
    ['', [folded, exact], undefined],
    ['Summer', [], undefined],
  ])('%j among %j: %s', (typed, candidates, expected) => {
    expect(meantBy(typed, candidates)?.name).toBe(expected);
  });
});

describe('a code as a retailer writes it', () => {
  test.each<[string, string, string]>([
    ['of one character', 'A', 'A'],
    ['of 64', 'A'.repeat(64), 'A'.repeat(64)],
    ['of 64 outside of the basic plane', '𐐀'.repeat(64), '𐐀'.repeat(64)],
    ['in its own case', 'Summer', 'Summer'],
    ['with all the signs', 'a-b_c.d', 'a-b_c.d'],
    ['in other scripts', 'ЛЕТО夏ß٣', 'ЛЕТО夏ß٣'],
    ['with spaces around', ' SUMMER ', 'SUMMER'],
    ['in full-width letters, made plain', 'ＳＵＭ', 'SUM'],
    ['with an accent apart, put together', 'CAFE\u0301', 'CAF\u00C9'],
    ['like a number', '007', '007'],
  ])('%s is taken', (_, written, expected) => {
    expect(code.parse(written)).toBe(expected);
  });

  test.each([
    ['empty', ''],
    ['blank', '   '],
    ['too long', 'A'.repeat(65)],
    ['too long once it is made plain', 'ﬃ'.repeat(22)],
    ['with a space inside', 'SUM MER'],
    ['with a line end inside', 'SUM\nMER'],
    ['with a zero-width space', 'SUM\u200BMER'],
    ['a letter that is not seen', '\u3164'],
    ['with a letter that is not seen', 'A\u115FB'],
    ['with a slash', 'A/B'],
    ['with a per cent sign', '10%'],
    ['with a plus', 'A+B'],
    ['with an ampersand', 'A&B'],
    ['with quotes', '"A"'],
    ['with an emoji', 'SUN☀️'],
    ['with NUL', 'A\0'],
    ['with half a character', 'A\ud800'],
    ['with an accent on nothing', '\u0301A'],
  ])('%s is refused', (_, written) => {
    const { success, error } = code.safeParse(written);
    expect(success).toBe(false);
    expect(error!.issues.map(({ message }) => message)).toEqual([
      'Expected 1 to 64 letters, digits and the signs - _ .',
    ]);
  });

  test('never has an empty key, and is found again by what was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }), (written) => {
        const { data } = code.safeParse(written);
        if (data === undefined) return;
        for (const isCaseSensitive of [true, false]) {
          const coupon = { codeKey: codeKey(data, isCaseSensitive), isCaseSensitive };
          expect(coupon.codeKey).not.toBe('');
          expect(meantBy(written, [coupon])).toBe(coupon);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a code by chance', () => {
  const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
  const from = (...bytes: number[]) => {
    const asked: number[] = [];
    let read = 0;
    const source = (size: number) => {
      asked.push(size);
      return Buffer.from(Array.from({ length: size }, () => bytes[read++ % bytes.length]!));
    };
    return { source, asked };
  };

  test('is made of the bytes, in their order', () => {
    const { source } = from(0, 1, 29, 30, 59, 60, 239, 120, 7, 8, 9, 10);
    expect(randomCode(source)).toBe('23Z2Z2Z29ABC');
  });

  test('leaves out bytes from 240 on, which would favour the first characters', () => {
    const { source } = from(240, 255, 0, 241, 29);
    expect(randomCode(source)).toBe('2Z2Z2Z2Z2Z2Z');
  });

  test('asks for more when too many are left out', () => {
    let calls = 0;
    const made = randomCode((size) => Buffer.alloc(size, calls++ < 3 ? 255 : 5));
    expect(made).toBe('777777777777');
    expect(calls).toBe(4);
  });

  test('is a code that can be given, and its own key, with no look-alikes', () => {
    for (let made = 0; made < 1_000; made++) {
      const given = randomCode(randomBytes);
      expect(given).toMatch(/^[2-9A-HJKMNP-TV-Z]{12}$/);
      expect(code.parse(given)).toBe(given);
      expect(codeKey(given, false)).toBe(given);
    }
  });

  /** Pearson's measure of how far the counts are from even. */
  const chiSquare = (codes: readonly string[]) => {
    const counts = new Map([...alphabet].map((sign) => [sign, 0]));
    for (const sign of codes.join('')) counts.set(sign, counts.get(sign)! + 1);
    const expected = (codes.length * 12) / alphabet.length;
    return [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  };

  test('has every character equally often, if all bytes come equally often', () => {
    // All 256 bytes in turn, in an order that a code's 24 bytes do not divide: 240 of them are used.
    let next = 0;
    const codes = Array.from({ length: 10_240 }, () =>
      randomCode((size) =>
        Buffer.from(Array.from({ length: size }, () => (next++ * 167 + (next >> 8)) % 256)),
      ),
    );
    // 29 degrees of freedom: a bias of one byte in 256, which `% 30` alone has, would come to over 400.
    expect(chiSquare(codes)).toBeLessThan(60);
  });

  test('of true chance is even, and never comes twice', () => {
    const codes = Array.from({ length: 10_000 }, () => randomCode(randomBytes));
    // 120,000 characters. Beyond 100 once in 10^9 runs.
    expect(chiSquare(codes)).toBeLessThan(100);
    expect(new Set(codes).size).toBe(10_000);
    for (let place = 0; place < 12; place++) {
      expect(new Set(codes.map((each) => each[place])).size).toBe(30);
    }
  });
});
