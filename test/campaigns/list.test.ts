import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCampaign, listCampaigns } from '../../src/campaigns/actions.js';
import { campaignStatuses, statusOf, type Campaign, type CampaignState } from '../../src/campaigns/core.js';
import type { CampaignFilter } from '../../src/campaigns/list.js';
import { uuidOf } from '../../src/lib/id.js';
import { openDatabase } from '../../src/platform/database.js';
import { createTestDatabase } from '../testkit/database.js';
import { succeeded } from '../testkit/outcome.js';
import { tenantNamed, testScope } from '../testkit/scope.js';

const database = openDatabase(await createTestDatabase(), {
  poolSize: 4,
  onError: () => undefined,
});
afterAll(() => database.close());
const db = database.prisma;

const namesIn = async (scope: ReturnType<typeof testScope>, filter: CampaignFilter) =>
  (await listCampaigns(scope, filter, { field: 'NAME', direction: 'ASC' }, { first: 100 })).edges.map(
    ({ node }) => node.name,
  );

describe('given campaigns of every state and every window around now', () => {
  const scope = testScope({ db, tenantId: tenantNamed('Every combination') });
  const now = scope.now();
  const instants = [null, ...[-2, -1, 0, 1, 2].map((hours) => new Date(now.getTime() + hours * 3_600_000))];
  const states: CampaignState[] = ['DRAFT', 'ACTIVE', 'PAUSED', 'ENDED'];
  const standings = states.flatMap((state) =>
    instants.flatMap((startsAt) =>
      instants
        .filter((endsAt) => !startsAt || !endsAt || startsAt < endsAt)
        .map((endsAt) => ({ state, startsAt, endsAt })),
    ),
  );
  const nameOf = ({ state, startsAt, endsAt }: Pick<Campaign, 'state' | 'startsAt' | 'endsAt'>) =>
    `${state} ${startsAt?.toISOString()} ${endsAt?.toISOString()}`;

  beforeAll(() =>
    db.campaign.createMany({
      data: standings.map((standing) => ({
        ...standing,
        tenantId: uuidOf(scope.tenantId),
        id: uuidOf(scope.newId('campaign')),
        name: nameOf(standing),
        channels: [],
        metadata: {},
        version: 1,
        createdAt: now,
        updatedAt: now,
      })),
    }),
  );

  test.each(campaignStatuses)('the database finds as %s those whose status it is', async (status) => {
    const expected = standings.filter((standing) => statusOf(standing, now) === status).map(nameOf);

    expect(expected).not.toEqual([]);
    expect((await namesIn(scope, { status: [status] })).sort()).toEqual(expected.sort());
  });

  test('several statuses are found together, none finds nothing, and no filter all', async () => {
    const either = standings.filter((standing) => ['SCHEDULED', 'ENDED'].includes(statusOf(standing, now)));

    expect((await namesIn(scope, { status: ['SCHEDULED', 'ENDED'] })).sort()).toEqual(
      either.map(nameOf).sort(),
    );
    expect(await namesIn(scope, { status: [] })).toEqual([]);
    expect(await namesIn(scope, {})).toHaveLength(standings.length);
  });

  test('those running at an instant are found by their window alone', async () => {
    const runningAt = new Date(now.getTime() + 3_600_000);
    const expected = standings.filter(
      ({ startsAt, endsAt }) => (!startsAt || startsAt <= runningAt) && (!endsAt || endsAt > runningAt),
    );

    expect((await namesIn(scope, { runningAt })).sort()).toEqual(expected.map(nameOf).sort());
  });
});

describe('given campaigns of several names and channels', () => {
  const scope = testScope({ db, tenantId: tenantNamed('Names') });

  beforeAll(async () => {
    for (const [name, channels] of [
      ['Summer sale', ['web', 'email']],
      ['SUMMER preview', ['email']],
      ['100% off', ['web']],
      ['100 days', []],
      ['Winter', []],
    ] as const) {
      succeeded(await createCampaign(scope, { name, channels }));
    }
  });

  test.each<[string, CampaignFilter, string[]]>([
    ['a prefix in any case', { namePrefix: 'sUMMER' }, ['Summer sale', 'SUMMER preview']],
    ['a prefix whose % is a %', { namePrefix: '100%' }, ['100% off']],
    ['a prefix whose _ is a _', { namePrefix: '100_' }, []],
    ['a prefix, not a part', { namePrefix: 'sale' }, []],
    ['a channel', { channel: 'web' }, ['Summer sale', '100% off']],
    ['a channel as it is written', { channel: 'WEB' }, []],
    ['a channel and a prefix', { channel: 'email', namePrefix: 'summer s' }, ['Summer sale']],
  ])('%s finds what it says', async (_, filter, expected) => {
    expect((await namesIn(scope, filter)).sort()).toEqual(expected.sort());
  });

  test('the newest comes first if no order is given', async () => {
    const { edges } = await listCampaigns(scope, {}, null, {});

    expect(edges.map(({ node }) => node.name)).toEqual([
      'Winter',
      '100 days',
      '100% off',
      'SUMMER preview',
      'Summer sale',
    ]);
  });

  test('pages follow each other without gap or repeat, forwards and backwards', async () => {
    const byName = { field: 'NAME', direction: 'DESC' } as const;
    const all = (await listCampaigns(scope, {}, byName, {})).edges.map(({ node }) => node.name);

    const first = await listCampaigns(scope, {}, byName, { first: 2 });
    const second = await listCampaigns(scope, {}, byName, { first: 3, after: first.pageInfo.endCursor });
    const back = await listCampaigns(scope, {}, byName, { last: 2, before: second.pageInfo.startCursor });

    expect([...first.edges, ...second.edges].map(({ node }) => node.name)).toEqual(all);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
    expect(back.edges).toEqual(first.edges);
    expect(back.pageInfo.hasPreviousPage).toBe(false);
  });

  test('another tenant sees none of them', async () => {
    expect(await namesIn(testScope({ db, tenantId: tenantNamed('Stranger') }), {})).toEqual([]);
  });
});
