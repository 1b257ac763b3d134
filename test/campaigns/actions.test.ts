import { afterAll, describe, expect, test } from 'vitest';
import {
  activateCampaign,
  createCampaign,
  endCampaign,
  findCampaign,
  findCampaigns,
  pauseCampaign,
  resumeCampaign,
  updateCampaign,
} from '../../src/campaigns/actions.js';
import { statusOf, type Campaign, type ReturnPolicy } from '../../src/campaigns/core.js';
import type { Coupon } from '../../src/coupons/core.js';
import { lockFacts } from '../../src/evaluation/actions/loading.js';
import { uuidOf } from '../../src/lib/id.js';
import { jsonOf } from '../../src/lib/json.js';
import { formatMoney } from '../../src/lib/money.js';
import { findBudgets } from '../../src/limits/actions.js';
import type { Use } from '../../src/limits/count.js';
import { openDatabase } from '../../src/platform/database.js';
import type { Scope } from '../../src/platform/scope.js';
import { inTransaction } from '../../src/platform/transaction.js';
import { createTestDatabase } from '../testkit/database.js';
import { announcedBy, auditedBy } from '../testkit/events.js';
import { succeeded } from '../testkit/outcome.js';
import { tenantNamed, testScope } from '../testkit/scope.js';

const database = openDatabase(await createTestDatabase(), {
  poolSize: 8,
  onError: () => undefined,
});
afterAll(() => database.close());
const db = database.prisma;

let tenants = 0;
/** A tenant of the test's own, so that it can count all that is written. */
const freshScope = () => testScope({ db, tenantId: tenantNamed(`Tenant ${++tenants}`) });

type Change = Partial<Parameters<typeof createCampaign>[1]>;

async function given(fields: Change = {}) {
  const scope = freshScope();
  const campaign = succeeded(await createCampaign(scope, { name: 'Spring', ...fields }));
  return { scope, campaign };
}

/** Holds a campaign as whoever uses one of its coupons does. */
const hold = (scope: Scope, { id: campaignId }: Campaign) => {
  const use: Use = {
    ...{ at: scope.now(), customer: null, channel: null, attributes: {}, uses: 1n, currency: 'GBP' },
    ...{ discountMinor: 0n, orderMinor: 0n },
  };
  const couponId = 'coupon_01kjq6psg0e008000000000001';
  return lockFacts(scope, [], [{ couponId, campaignId, use }]);
};

const rowsOf = async (scope: ReturnType<typeof testScope>) => ({
  audited: (await auditedBy(scope)).map(({ action }) => action),
  announced: (await announcedBy(scope)).map(({ type }) => type),
});

const later = new Date('2026-04-01T00:00:00.000Z');
const latest = new Date('2026-05-01T00:00:00.000Z');

describe('given nothing', () => {
  test('when a campaign is created, then it is a draft, kept and told of once', async () => {
    const scope = freshScope();

    const made = succeeded(
      await createCampaign(scope, {
        name: '  Spring ',
        description: 'Flowers',
        startsAt: later,
        endsAt: latest,
        channels: ['web', 'email'],
        metadata: { owner: { team: 'marketing' } },
        usesReturn: ['VOID', 'CANCEL'],
        clawback: 'LOST_THRESHOLD',
        reason: 'Season opens',
      }),
    );

    expect(made).toEqual({
      id: made.id,
      name: 'Spring',
      description: 'Flowers',
      state: 'DRAFT',
      startsAt: later,
      endsAt: latest,
      channels: ['web', 'email'],
      metadata: { owner: { team: 'marketing' } },
      usesReturn: ['VOID', 'CANCEL'],
      clawback: 'LOST_THRESHOLD',
      version: 1,
      createdAt: scope.now(),
      updatedAt: scope.now(),
    });
    expect(await findCampaign(scope, made.id)).toEqual(made);
    expect(await auditedBy(scope)).toEqual([
      {
        action: 'campaign.created',
        reason: 'Season opens',
        before: null,
        after: jsonOf(made),
        actor: scope.actor,
      },
    ]);
    expect(await announcedBy(scope)).toEqual([
      { type: 'campaign.created', payload: { before: null, after: jsonOf(made) } },
    ]);
  });

  test('when only a name is given, then all else is empty, and every return gives the use back', async () => {
    const { campaign } = await given();

    expect(campaign).toMatchObject({
      description: null,
      startsAt: null,
      endsAt: null,
      channels: [],
      metadata: {},
      usesReturn: ['VOID', 'CANCEL', 'REFUND'],
      clawback: 'NONE',
    });
  });

  test.each<[string, ReturnPolicy['usesReturn'], ReturnPolicy['usesReturn']]>([
    ['none', [], []],
    ['one', ['REFUND'], ['REFUND']],
    ['one many times', ['CANCEL', 'CANCEL'], ['CANCEL']],
    ['all in another order', ['REFUND', 'CANCEL', 'VOID'], ['VOID', 'CANCEL', 'REFUND']],
  ])(
    'when uses are to return for %s of the causes, then each is kept once, in order',
    async (_, asked, kept) => {
      const { scope, campaign } = await given({ usesReturn: asked });

      expect(campaign.usesReturn).toEqual(kept);
      expect((await findCampaign(scope, campaign.id))?.usesReturn).toEqual(kept);
    },
  );

  test.each<[string, Change, string[]]>([
    ['no name', { name: ' ' }, ['name']],
    ['a name that is too long', { name: 'x'.repeat(101) }, ['name']],
    ['a description that is too long', { description: 'x'.repeat(1_001) }, ['description']],
    ['an end at its start', { startsAt: later, endsAt: later }, ['endsAt']],
    ['an end before its start', { startsAt: latest, endsAt: later }, ['endsAt']],
    [
      'too many channels',
      { channels: Array.from({ length: 21 }, (_, index) => `channel ${index}`) },
      ['channels'],
    ],
    ['a channel without a name', { channels: ['web', ''] }, ['channels', '1']],
    ['metadata that is too large', { metadata: { text: 'x'.repeat(16 * 1024) } }, ['metadata']],
  ])('when a campaign has %s, then it is refused and nothing is written', async (_, fields, path) => {
    const scope = freshScope();

    const refused = await createCampaign(scope, { name: 'Spring', idempotencyKey: 'once', ...fields });

    expect(refused).toMatchObject({ failure: 'InvalidInput', problems: [{ path }] });
    expect(await rowsOf(scope)).toEqual({ audited: [], announced: [] });
    const tenantId = uuidOf(scope.tenantId);
    expect(await db.campaign.count({ where: { tenantId } })).toBe(0);
    expect(await db.idempotencyKey.count({ where: { tenantId } })).toBe(0);
  });
});

describe('given a campaign', () => {
  const full = {
    name: 'Spring',
    description: 'Flowers',
    startsAt: later,
    endsAt: latest,
    channels: ['web'],
    metadata: { a: 1 },
    usesReturn: ['REFUND'],
    clawback: 'LOST_THRESHOLD',
  } as const;

  test('when one field is changed, then the rest stays', async () => {
    const { scope, campaign } = await given(full);
    scope.clock.forward(1_000);

    const after = succeeded(
      await updateCampaign(scope, { id: campaign.id, version: 1, patch: { name: 'Summer' } }),
    );

    expect(after).toEqual({ ...campaign, name: 'Summer', version: 2, updatedAt: scope.now() });
    expect(await findCampaign(scope, campaign.id)).toEqual(after);
    expect((await auditedBy(scope)).slice(1)).toEqual([
      {
        action: 'campaign.updated',
        reason: null,
        before: jsonOf(campaign),
        after: jsonOf(after),
        actor: scope.actor,
      },
    ]);
    expect((await rowsOf(scope)).announced).toEqual(['campaign.created', 'campaign.updated']);
  });

  test('when what becomes of returned uses is changed, then that is kept', async () => {
    const { scope, campaign } = await given(full);
    const policy = { usesReturn: ['CANCEL', 'VOID'], clawback: 'NONE' } as const;

    const after = succeeded(await updateCampaign(scope, { id: campaign.id, version: 1, patch: policy }));

    expect(after).toEqual({ ...campaign, usesReturn: ['VOID', 'CANCEL'], clawback: 'NONE', version: 2 });
    expect(await findCampaign(scope, campaign.id)).toEqual(after);
  });

  test('when fields are set to null, then they are cleared, or are as they are by default', async () => {
    const { scope, campaign } = await given(full);
    const patch = {
      description: null,
      startsAt: null,
      endsAt: null,
      channels: null,
      metadata: null,
      usesReturn: null,
      clawback: null,
    };

    const after = succeeded(await updateCampaign(scope, { id: campaign.id, version: 1, patch }));

    expect(after).toMatchObject({
      name: 'Spring',
      description: null,
      startsAt: null,
      endsAt: null,
      channels: [],
      metadata: {},
      usesReturn: ['VOID', 'CANCEL', 'REFUND'],
      clawback: 'NONE',
    });
  });

  test.each<[string, object, string[]]>([
    ['its name is cleared', { name: null }, ['name']],
    ['its end is moved before its start', { endsAt: new Date('2026-03-01T00:00:00Z') }, ['endsAt']],
    ['its start is moved behind its end', { startsAt: latest }, ['endsAt']],
  ])('when %s, then it is refused and stays as it is', async (_, patch, path) => {
    const { scope, campaign } = await given(full);

    const refused = await updateCampaign(scope, { id: campaign.id, version: 1, patch });

    expect(refused).toMatchObject({ failure: 'InvalidInput', problems: [{ path: ['patch', ...path] }] });
    expect(await findCampaign(scope, campaign.id)).toEqual(campaign);
    expect((await rowsOf(scope)).audited).toEqual(['campaign.created']);
  });

  test('when many change the same version at once, then one wins and the others are told of the version', async () => {
    const { scope, campaign } = await given(full);
    const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];

    const outcomes = await Promise.all(
      names.map((name) => updateCampaign(scope, { id: campaign.id, version: 1, patch: { name } })),
    );

    const conflict = {
      failure: 'VersionConflict',
      message: 'The change is based on version 1, but the object is at version 2.',
      sentVersion: 1,
      currentVersion: 2,
    };
    expect(outcomes.filter((outcome) => 'failure' in outcome)).toEqual(Array(7).fill(conflict));
    expect(await findCampaign(scope, campaign.id)).toEqual(
      outcomes.find((outcome) => !('failure' in outcome)),
    );
    expect((await rowsOf(scope)).audited).toEqual(['campaign.created', 'campaign.updated']);
  });

  test('when its coupons are used, then any number may at once, and nobody changes it until they are done', async () => {
    const { scope, campaign } = await given(full);
    const isFree = async () => {
      const [row] = await db.$queryRaw<[{ free: boolean }]>`
        SELECT pg_try_advisory_xact_lock(hashtextextended(${uuidOf(campaign.id)}, 0)) AS free`;
      return row.free;
    };

    await inTransaction(scope, async (inner) => {
      expect((await hold(inner, campaign)).campaignOf({ campaignId: campaign.id } as Coupon)).toEqual(
        campaign,
      );

      expect(await isFree()).toBe(false);
      await inTransaction(scope, (other) => hold(other, campaign));
    });

    expect(await isFree()).toBe(true);
  });

  test('when it is taken through its life, then each step is written once', async () => {
    const { scope, campaign } = await given();
    const { id } = campaign;

    const states = [
      succeeded(await activateCampaign(scope, { id })),
      succeeded(await pauseCampaign(scope, { id, reason: 'Out of stock' })),
      succeeded(await resumeCampaign(scope, { id })),
      succeeded(await endCampaign(scope, { id })),
    ].map(({ state, version }) => `${state} ${version}`);

    expect(states).toEqual(['ACTIVE 2', 'PAUSED 3', 'ACTIVE 4', 'ENDED 5']);
    const steps = [
      'campaign.created',
      'campaign.activated',
      'campaign.paused',
      'campaign.resumed',
      'campaign.ended',
    ];
    expect(await rowsOf(scope)).toEqual({ audited: steps, announced: steps });
    expect((await auditedBy(scope))[2]).toMatchObject({ action: 'campaign.paused', reason: 'Out of stock' });
    expect(await findCampaign(scope, id)).toMatchObject({ state: 'ENDED', version: 5 });
  });

  test('when it is where the action leads already, then it succeeds and nothing is written', async () => {
    const { scope, campaign } = await given();
    const active = succeeded(await activateCampaign(scope, { id: campaign.id }));

    expect(await activateCampaign(scope, { id: campaign.id })).toEqual(active);
    expect(await resumeCampaign(scope, { id: campaign.id })).toEqual(active);

    expect((await rowsOf(scope)).audited).toEqual(['campaign.created', 'campaign.activated']);
  });

  test('when an action is not possible, then it says what is, and nothing is written', async () => {
    const { scope, campaign } = await given();

    expect(await pauseCampaign(scope, { id: campaign.id })).toEqual({
      failure: 'CampaignTransition',
      message:
        'pauseCampaign is not possible for a campaign that is DRAFT; possible: activateCampaign, endCampaign.',
      status: 'DRAFT',
      possible: ['activateCampaign', 'endCampaign'],
    });
    expect(await findCampaign(scope, campaign.id)).toEqual(campaign);
    expect((await rowsOf(scope)).audited).toEqual(['campaign.created']);
  });

  test('when its end passes, then it is over, and runs again once its end is moved', async () => {
    const { scope, campaign } = await given({ startsAt: later, endsAt: latest });
    const { id } = campaign;
    succeeded(await activateCampaign(scope, { id }));
    expect(statusOf((await findCampaign(scope, id))!, scope.now())).toBe('SCHEDULED');

    scope.clock.set(latest);
    expect(statusOf((await findCampaign(scope, id))!, scope.now())).toBe('ENDED');
    expect(await activateCampaign(scope, { id })).toMatchObject({ failure: 'CampaignOver', endsAt: latest });
    succeeded(await pauseCampaign(scope, { id }));
    expect(await resumeCampaign(scope, { id })).toMatchObject({ failure: 'CampaignOver', endsAt: latest });

    succeeded(await updateCampaign(scope, { id, version: 3, patch: { endsAt: null } }));
    const running = succeeded(await resumeCampaign(scope, { id }));
    expect(statusOf(running, scope.now())).toBe('ACTIVE');
    expect((await rowsOf(scope)).audited).toEqual([
      'campaign.created',
      'campaign.activated',
      'campaign.paused',
      'campaign.updated',
      'campaign.resumed',
    ]);
  });

  test.each([
    ['another tenant', undefined],
    ['an id of none', 'campaign_01kjq6psg0e008000000000009'],
    ['an id of another type', 'coupon_01kjq6psg0e008000000000009'],
    ['no id at all', 'Spring'],
  ])('when %s asks for it, then there is none', async (_, sought) => {
    const { campaign } = await given();
    const stranger = freshScope();
    const id = sought ?? campaign.id;
    const notFound = {
      failure: 'CampaignNotFound',
      message: `There is no campaign "${id}".`,
      campaignId: id,
    };

    expect(await findCampaign(stranger, id)).toBeNull();
    expect(await updateCampaign(stranger, { id, version: 1, patch: {} })).toEqual(notFound);
    expect(await activateCampaign(stranger, { id })).toEqual(notFound);
    expect(await pauseCampaign(stranger, { id })).toEqual(notFound);
    expect(await resumeCampaign(stranger, { id })).toEqual(notFound);
    expect(await endCampaign(stranger, { id })).toEqual(notFound);
    expect(await rowsOf(stranger)).toEqual({ audited: [], announced: [] });
  });

  test('when several are asked for by their ids, then those of the tenant are found', async () => {
    const { scope, campaign } = await given();
    const second = succeeded(await createCampaign(scope, { name: 'Second' }));
    const { campaign: foreign } = await given();

    const found = await findCampaigns(scope, [second.id, campaign.id, foreign.id]);

    expect(found.map(({ name }) => name).sort()).toEqual(['Second', 'Spring']);
  });
});

describe('given a budget', () => {
  const gbp = (amount: string) => ({ amount, currency: 'GBP' });
  const budgetOf = async ({ scope, campaign }: Awaited<ReturnType<typeof given>>) => {
    const [found] = await findBudgets(scope, [campaign.id]);
    return found && formatMoney(found.budget);
  };

  test.each<[string, Change['budget'], string | undefined]>([
    ['none', undefined, undefined],
    ['none, in so many words', null, undefined],
    ['one', gbp('1000'), '1000.00 GBP'],
    ['nothing', gbp('0'), '0.00 GBP'],
  ])('when a campaign is created with %s, then it is so', async (_, budget, expected) => {
    const made = await given({ budget });

    expect(await budgetOf(made)).toBe(expected);
    expect(made.campaign).not.toHaveProperty('budget');
    expect(await findCampaign(made.scope, made.campaign.id)).toEqual(made.campaign);
  });

  test.each<[string, object, string | undefined, string[]]>([
    ['left out', { name: 'Summer' }, '1000.00 GBP', []],
    ['raised', { budget: gbp('1000.01') }, '1000.01 GBP', ['limit.updated']],
    ['set to what it is', { budget: gbp('1000.00') }, '1000.00 GBP', []],
    [
      'set in euros',
      { budget: { amount: '7', currency: 'EUR' } },
      '7.00 EUR',
      ['limit.deleted', 'limit.created'],
    ],
    ['cleared', { budget: null }, undefined, ['limit.deleted']],
  ])('when it is %s, then it is so, and the log says so', async (_, patch, expected, events) => {
    const made = await given({ budget: gbp('1000') });
    const { scope, campaign } = made;

    const updated = succeeded(await updateCampaign(scope, { id: campaign.id, version: 1, patch }));

    expect(updated.version).toBe(2);
    expect(await budgetOf(made)).toBe(expected);
    expect((await auditedBy(scope)).map(({ action }) => action)).toEqual([
      'campaign.created',
      'limit.created',
      'campaign.updated',
      ...events,
    ]);
  });

  test('when it is more exact than its currency, then it is refused and nothing is written', async () => {
    const scope = freshScope();

    expect(await createCampaign(scope, { name: 'Spring', budget: gbp('0.001') })).toMatchObject({
      failure: 'InvalidInput',
      problems: [{ path: ['budget', 'amount'] }],
    });
    expect(await auditedBy(scope)).toEqual([]);
  });

  test('when many set it at once while others hold the campaign, then all come to an end', async () => {
    const made = await given({ budget: gbp('1000') });
    const { scope, campaign } = made;

    const outcomes = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        index % 2
          ? updateCampaign(scope, { id: campaign.id, version: 1, patch: { budget: gbp('5') } })
          : inTransaction(scope, (inner) => hold(inner, campaign)),
      ),
    );

    expect(outcomes.filter((outcome) => 'failure' in outcome)).toHaveLength(5);
    expect(await budgetOf(made)).toBe('5.00 GBP');
  });
});

describe('given an idempotency key', () => {
  test('when the same is sent again, then it is done once and answered alike', async () => {
    const scope = freshScope();
    const input = { name: 'Spring', startsAt: later, idempotencyKey: 'key-1' };

    const first = succeeded(await createCampaign(scope, input));
    scope.clock.forward(60_000);
    const second = await createCampaign(scope, input);

    expect(second).toEqual(first);
    expect(scope.replays.count).toBe(1);
    expect(await rowsOf(scope)).toEqual({ audited: ['campaign.created'], announced: ['campaign.created'] });
  });

  test('when the same arrives many times at once, then it is done once', async () => {
    const scope = freshScope();
    const input = { name: 'Spring', idempotencyKey: 'key-1' };

    const answers = await Promise.all(Array.from({ length: 8 }, () => createCampaign(scope, input)));

    expect(new Set(answers.map((answer) => succeeded(answer).id)).size).toBe(1);
    expect((await rowsOf(scope)).audited).toEqual(['campaign.created']);
  });

  test('when something else is sent with it, then it is refused and nothing is written', async () => {
    const scope = freshScope();
    succeeded(await createCampaign(scope, { name: 'Spring', idempotencyKey: 'key-1' }));

    expect(await createCampaign(scope, { name: 'Summer', idempotencyKey: 'key-1' })).toEqual({
      failure: 'IdempotencyConflict',
      message: 'The idempotency key "key-1" was used before for createCampaign with another input.',
      idempotencyKey: 'key-1',
    });
    expect((await rowsOf(scope)).audited).toEqual(['campaign.created']);
  });

  test('when a request failed with it, then a corrected one may bear it', async () => {
    const scope = freshScope();
    expect(await createCampaign(scope, { name: '', idempotencyKey: 'key-1' })).toMatchObject({
      failure: 'InvalidInput',
    });

    expect(await createCampaign(scope, { name: 'Spring', idempotencyKey: 'key-1' })).toMatchObject({
      name: 'Spring',
    });
  });
});
