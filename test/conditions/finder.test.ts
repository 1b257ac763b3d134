import { describe, expect, test } from 'vitest';
import { createHints, soughtFor } from '../../src/conditions/finder.js';
import { parsed } from './parsed.js';
import { itemNamed, situationOf } from './situation.js';

const gbp = { currency: 'GBP' };
const situation = situationOf({
  items: Array.from({ length: 500 }, (_, index) => itemNamed(`S${index}`, { tags: [`t${index}`] })),
});
const small = parsed({ cartTotal: { gte: 6_000, ...gbp } });
const large = parsed({
  all: Array.from({ length: 50 }, (_, part) => ({
    any: Array.from({ length: 4 }, (_each, index) => ({
      skus: Array.from(
        { length: 40 },
        (_name, name) => `new ${part} ${name === 0 ? '' : `${index} ${name}`}`,
      ),
    })),
  })),
});

/** How often others had their turn is told by the pauses. */
function opened() {
  let pauses = 0;
  const hints = createHints(() => {
    pauses += 1;
    return Promise.resolve();
  });
  return { hints, pauses: () => pauses };
}

describe('Given hints of which some take longer than a request may', () => {
  test('when they are asked for together, then the small have an answer and the large none', async () => {
    const { hints, pauses } = opened();
    const asked = [...Array.from({ length: 29 }, () => large), small];

    const answers = await Promise.all(asked.map((condition) => hints.ask(soughtFor(condition, situation))));

    expect(answers.at(-1)).toEqual([{ kind: 'ADD_AMOUNT', of: null, currency: 'GBP', minor: 100_000n }]);
    expect(answers.slice(0, -1)).toEqual(Array.from({ length: 29 }, () => null));
    expect(pauses()).toBeGreaterThan(1);
  });

  test('when one of them goes before, then it leaves something for what comes later', async () => {
    const { hints } = opened();

    expect(await hints.ask(soughtFor(large, situation))).toBeNull();
    expect(await hints.ask(soughtFor(small, situation))).toHaveLength(1);
  });
});

test('the same question of the same situation is answered once', async () => {
  const { hints } = opened();
  const ask = () => hints.ask(soughtFor(small, situation));

  expect(await ask()).toBe(await ask());
});

test('a cart is not asked to have more lines than it may', async () => {
  const { hints } = opened();
  const many = parsed({ itemCount: { gte: 1_000_000_000 } });

  expect(await hints.ask(soughtFor(many, situation))).toBeNull();
});
