import { expect, test } from 'vitest';
import { isCountry } from '../../src/lib/country.js';

test.each(['GB', 'IE', 'FR', 'SS', 'TL', 'XK', 'AX', 'ZW'])(
  '%s: is it a country of the standard?',
  (code) => {
    // Kosovo's letters are in use, and the standard leaves them to its users.
    expect(isCountry(code)).toBe(code !== 'XK');
  },
);

test.each(['UK', 'gb', 'GBR', 'EU', 'AN', 'SU', '', 'G', '826', ' GB', 'toString'])('%j is none', (code) => {
  expect(isCountry(code)).toBe(false);
});

test('there are 249 of them', () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const pairs = letters.flatMap((first) => letters.map((second) => first + second));
  expect(pairs.filter(isCountry)).toHaveLength(249);
});
