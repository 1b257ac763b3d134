import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { discountTargets } from '../../src/discounts/target.js';
import { discountInput } from '../../src/discounts/input.js';
import { off, type Written } from './basket.js';

interface Example extends Written {
  readonly discount: { readonly [kind: string]: { readonly target?: string } };
  readonly off: unknown;
}

const text = readFileSync(new URL('../../docs/discounts.md', import.meta.url), 'utf8');

/** The examples of the document, each under the heading that it stands below. */
const examples = text.split(/^## /m).flatMap((section) =>
  [...section.matchAll(/^```json\n(.*?)^```/gms)].map(([, json], index) => ({
    name: `${section.slice(0, section.indexOf('\n'))} ${index + 1}`,
    example: JSON.parse(json!) as Example,
  })),
);

describe('given the document on discounts', () => {
  test.each(examples)('the example $name is reckoned as it says', ({ example }) => {
    const { discount, off: expected, ...basket } = example;
    expect(off(discount, basket)).toEqual(expected);
  });

  test('it has an example of each kind in currencies with 0, 2 and 3 decimals', () => {
    const kinds = examples.map(
      ({ example }) => `${Object.keys(example.discount).join()} ${example.currency}`,
    );
    const all = Object.keys(discountInput.in.shape).flatMap((kind) =>
      ['GBP', 'JPY', 'KWD'].map((currency) => `${kind} ${currency}`),
    );
    expect(new Set(kinds)).toEqual(new Set(all));
  });

  test('it has an example of each target', () => {
    const discounts = examples.map(({ example }) => example.discount);
    const targets = discounts.flatMap((discount) => Object.values(discount).map(({ target }) => target));
    expect(new Set(targets.map((target) => target ?? 'MATCHING_ITEMS'))).toEqual(new Set(discountTargets));
  });
});
