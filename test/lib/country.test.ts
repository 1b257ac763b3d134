import { expect, test } from 'vitest';
import { isCountry } from '../../src/lib/country.js';

test.each(['GB', 'IE', 'FR', 'SS', 'TL', 'XK', 'AX', 'ZW'])('%s is one', (code) => {
  expect(isCountry(code)).toBe(true);
});

test.each(['UK', 'gb', 'GBR', 'EU', 'AN', 'SU', '', 'G', '826', ' GB', 'toString'])('%j is none', (code) => {
  expect(isCountry(code)).toBe(false);
});

test('there are the 249 of the standard, and Kosovo', () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const pairs = letters.flatMap((first) => letters.map((second) => first + second));
  expect(pairs.filter(isCountry)).toHaveLength(250);
});
