import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { idOf, parseId, prefixOf, uuidOf, uuidOfAny } from '../../src/lib/id.js';

const uuid = '01890a5d-ac96-774b-bcce-b302099a8057';
const id = 'coupon_01h455vb4pex5vsknk084sn02q';

test('an id is its type and its UUID, there and back', () => {
  expect(idOf('coupon', uuid)).toBe(id);
  expect(uuidOf(id)).toBe(uuid);
  fc.assert(
    fc.property(fc.uuid(), fc.constantFrom('coupon', 'key', 'campaign'), (any, prefix) => {
      expect(uuidOf(idOf(prefix, any))).toBe(any);
    }),
  );
});

test('ids sort as their UUIDs do', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), (a, b) => {
      expect(idOf('coupon', a) < idOf('coupon', b)).toBe(a < b);
    }),
  );
});

test('a well-formed id of the type is read', () => {
  expect(parseId('coupon', id)).toBe(id);
  expect(uuidOfAny('coupon', id)).toBe(uuid);
  expect(prefixOf(id)).toBe('coupon');
});

describe('what is sent for the id of a coupon is none when it', () => {
  test.each([
    ['is empty', ''],
    ['is a word', 'coupon'],
    ['has no rest', 'coupon_'],
    ['is a UUID', uuid],
    ['is of another type', 'campaign_01h455vb4pex5vsknk084sn02q'],
    ['begins as one of another type', 'couponbook_01h455vb4pex5vsknk084sn02q'],
    ['has no type', '01h455vb4pex5vsknk084sn02q'],
    ['is too short', id.slice(0, -1)],
    ['is too long', `${id}0`],
    ['is in capitals', id.toUpperCase()],
    ['has a letter that base 32 lacks', 'coupon_01h455vb4pex5vsknk084sn02u'],
    ['is more than 128 bits', 'coupon_8zzzzzzzzzzzzzzzzzzzzzzzzz'],
    ['ends in a space', `${id} `],
    ['holds a NUL', 'coupon_01h455vb4pex5vsknk084sn02\0'],
    ['would break a query', "coupon_' OR true --aaaaaaaaa"],
  ])('%s', (_, sent) => {
    expect(parseId('coupon', sent)).toBeUndefined();
    expect(uuidOfAny('coupon', sent)).toBeUndefined();
  });

  test('is anything at all but an id', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(uuidOfAny('coupon', text)).toBeUndefined();
        expect(prefixOf(`coupon_${text}`)).toBeUndefined();
      }),
    );
  });
});

test.each([
  ['', undefined],
  ['coupon', undefined],
  ['campaign_01h455vb4pex5vsknk084sn02q', 'campaign'],
  ['01h455vb4pex5vsknk084sn02q', undefined],
  ['_01h455vb4pex5vsknk084sn02q', undefined],
  ['coupon_x', undefined],
])('the type that %j names is %s', (text, expected) => {
  expect(prefixOf(text)).toBe(expected);
});
