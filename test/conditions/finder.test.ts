import { describe, expect, test } from 'vitest';
import {
  createHints,
  noHint,
  nothingSought,
  soughtFor,
  type NoChanges,
} from '../../src/conditions/finder.js';
import { jsonOfCondition } from '../../src/conditions/json.js';
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

    expect(answers.at(-1)).toEqual({
      changes: [{ kind: 'ADD_AMOUNT', of: null, currency: 'GBP', minor: 100_000n }],
      without: null,
    });
    expect(answers.slice(0, -1)).toEqual(Array.from({ length: 29 }, () => noHint('BOUND_REACHED')));
    expect(pauses()).toBeGreaterThan(1);
  });

  test('when one of them goes before, then it leaves something for what comes later', async () => {
    const { hints } = opened();

    expect(await hints.ask(soughtFor(large, situation))).toEqual(noHint('BOUND_REACHED'));
    expect((await hints.ask(soughtFor(small, situation))).changes).toHaveLength(1);
  });
});

test('the same question of the same situation is answered once', async () => {
  const { hints } = opened();
  const ask = async () => (await hints.ask(soughtFor(small, situation))).changes;

  expect(await ask()).toBe(await ask());
});

test('what is asked of one thing twice is told alike, also when there are no steps left by then', async () => {
  const { hints } = opened();
  const sought = soughtFor(small, situation);

  const first = await hints.ask(sought);
  for (let index = 0; index < 29; index++) await hints.ask(soughtFor(large, situation));

  expect(await hints.ask(sought)).toBe(first);
});

test.each<[string, object, string]>([
  ['a set of which there can be none', { all: [{ channel: 'web' }, { channel: 'app' }] }, 'NONE_FOUND'],
  ['a moment that has passed', { now: { lt: '2020-01-01T00:00:00Z' } }, 'NONE_FOUND'],
  ['more than there are steps for', jsonOfCondition(large), 'BOUND_REACHED'],
])('of %s there are no changes: %s', async (_, condition, without) => {
  const { hints } = opened();

  expect(await hints.ask(soughtFor(parsed(condition), situation))).toEqual(noHint(without as NoChanges));
});

test('the ways that were left out, since there are too many, may be the very ones', async () => {
  const { hints } = opened();
  const never = Array.from({ length: 60 }, (_, index) => ({
    all: [{ quantity: { gte: 10_001 + index } }, { cartTotal: { lte: 1, ...gbp } }],
  }));

  const hint = await hints.ask(soughtFor(parsed({ any: never }), situation));

  expect(hint).toEqual(noHint('BOUND_REACHED'));
});

test('where nothing would help, nothing is looked for', async () => {
  const { hints, pauses } = opened();

  expect(await hints.ask(nothingSought)).toEqual(noHint('NOT_SOUGHT'));
  expect(pauses()).toBe(0);
});

test('a cart is not asked to have more lines than it may', async () => {
  const { hints } = opened();
  const many = parsed({ itemCount: { gte: 1_000_000_000 } });

  expect(await hints.ask(soughtFor(many, situation))).toEqual(noHint('NONE_FOUND'));
});
