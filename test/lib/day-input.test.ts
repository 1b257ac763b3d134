import { describe, expect, test } from 'vitest';
import { campaignPatch, newCampaign } from '../../src/campaigns/input.js';
import { couponPatch, newCoupon } from '../../src/coupons/input.js';
import { parseInput } from '../../src/lib/input.js';
import { newTemplate } from '../../src/templates/input.js';

const christmasEve = { date: '2026-12-24', zone: 'America/New_York' };
const [begins, ends] = [new Date('2026-12-24T05:00:00.000Z'), new Date('2026-12-25T05:00:00.000Z')];
const instant = new Date('2026-12-01T12:00:00.000Z');

const coupon = { code: 'A', discount: { percentage: { percent: '10' } } };

describe('days that are said in place of instants', () => {
  test('are kept as the instants that they begin and end at, in all that has a window', () => {
    const days = { validFromDay: christmasEve, validThrough: christmasEve };
    const { discount } = coupon;
    const window = { validFrom: begins, validUntil: ends };

    expect(parseInput(newCoupon, { ...coupon, ...days })).toMatchObject(window);
    expect(
      parseInput(newTemplate, { name: 'T', codePattern: '{RAND:8}', terms: { discount, ...days } }),
    ).toMatchObject({ terms: window });
    expect(
      parseInput(newCampaign, { name: 'C', startsOn: christmasEve, endsOn: christmasEve }),
    ).toMatchObject({ startsAt: begins, endsAt: ends });
  });

  test('are not kept themselves', () => {
    const parsed = parseInput(newCoupon, { ...coupon, validThrough: christmasEve });

    expect(Object.keys(parsed)).not.toContain('validThrough');
  });

  test('change one end of a patch, and leave the other', () => {
    expect(parseInput(couponPatch, { validThrough: christmasEve })).toEqual({
      validFrom: undefined,
      validUntil: ends,
    });
    expect(parseInput(campaignPatch, { startsOn: christmasEve, endsAt: null })).toEqual({
      startsAt: begins,
      endsAt: null,
    });
  });

  test('one end can be a day, and the other an instant', () => {
    expect(
      parseInput(newCoupon, { ...coupon, validFrom: instant, validThrough: christmasEve }),
    ).toMatchObject({ validFrom: instant, validUntil: ends });
  });

  const either = (one: string, other: string) => `Expected \`${one}\` or \`${other}\`, not both.`;
  const zone = 'Expected the name of a zone of the IANA database, such as "Europe/London".';
  const date = 'Expected a date such as "2026-12-24".';
  test.each([
    [
      'an end said twice',
      newCoupon,
      { ...coupon, validUntil: instant, validThrough: christmasEve },
      [{ path: ['validThrough'], message: either('validUntil', 'validThrough') }],
    ],
    [
      'a start said twice',
      campaignPatch,
      { startsAt: instant, startsOn: christmasEve },
      [{ path: ['startsOn'], message: either('startsAt', 'startsOn') }],
    ],
    [
      'a zone that there is not',
      newCoupon,
      { ...coupon, validThrough: { ...christmasEve, zone: 'Europe/Londn' } },
      [{ path: ['validThrough', 'zone'], message: zone }],
    ],
    [
      'an offset for a zone',
      campaignPatch,
      { endsOn: { ...christmasEve, zone: '+01:00' } },
      [{ path: ['endsOn', 'zone'], message: zone }],
    ],
    [
      'a date that there is not',
      newCoupon,
      { ...coupon, validFromDay: { ...christmasEve, date: '2026-02-29' } },
      [{ path: ['validFromDay', 'date'], message: date }],
    ],
    [
      'a last day whose end could not be answered',
      newCoupon,
      { ...coupon, validThrough: { ...christmasEve, date: '9999-12-31' } },
      [{ path: ['validThrough', 'date'], message: date }],
    ],
    [
      'a last day before the first',
      newCoupon,
      { ...coupon, validFromDay: christmasEve, validThrough: { ...christmasEve, date: '2026-12-23' } },
      [{ path: ['validThrough'], message: 'Expected an instant after `validFromDay`.' }],
    ],
    [
      'a patch that clears by the day',
      couponPatch,
      { validThrough: null },
      [{ path: ['validThrough'], message: 'Expected a value; this cannot be cleared.' }],
    ],
  ])('%s is refused', (_, schema, input, problems) => {
    expect(parseInput(schema, input)).toMatchObject({ failure: 'InvalidInput', problems });
  });
});
