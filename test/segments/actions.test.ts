import { afterAll, describe, expect, test } from 'vitest';
import { linkIdentities } from '../../src/customers/actions.js';
import { uuidOf } from '../../src/lib/id.js';
import type { Unchecked } from '../../src/lib/input.js';
import { openDatabase } from '../../src/platform/database.js';
import { createRule, deleteRule } from '../../src/rules/actions.js';
import {
  addSegmentMembers,
  createSegment,
  deleteSegment,
  evaluateSegment,
  evaluateSegments,
  findListings,
  findSegment,
  findSegmentByName,
  listMembers,
  listSegments,
  removeSegmentMembers,
  updateSegment,
} from '../../src/segments/actions.js';
import { createTenant, updateTenant } from '../../src/tenants/actions.js';
import { createTestDatabase } from '../testkit/database.js';
import { auditedBy } from '../testkit/events.js';
import { succeeded } from '../testkit/outcome.js';
import { tenantNamed, testScope, type TestScope } from '../testkit/scope.js';

const database = openDatabase(await createTestDatabase(), { poolSize: 8, onError: () => undefined });
afterAll(() => database.close());

let tenants = 0;
async function freshScope() {
  const scope = testScope({ db: database.prisma, tenantId: tenantNamed(`Tenant ${++tenants}`) });
  succeeded(await createTenant(scope, { name: 'Acme' }));
  return scope;
}

const bigSpenders = { lifetime_spend: { gte: '1000', currency: 'GBP' } };
const unknownSegment = 'segment_01h455vb4pex5vsknk084sn02q';

/** A tenant with a segment: a list unless a condition is given. */
async function given(conditionJson?: object) {
  const scope = await freshScope();
  const segment = succeeded(await createSegment(scope, { name: 'VIP customers', conditionJson }));
  return { scope, segment };
}

const spend = (amount: string, currency = 'GBP') => ({ lifetimeSpend: { amount, currency } });
const emails = (...names: string[]) => names.map((name) => ({ email: `${name}@example.com` }));

/** The lines of the audit log after those of what was given. */
const toldOf = async (scope: TestScope, targetId: string) =>
  (await auditedBy(scope, targetId)).slice(1).map(({ action, before, after }) => ({ action, before, after }));

describe('Given a tenant, when a segment is made', () => {
  test('then it is found by its id and by its name, however that is spelled, and announced as it is written', async () => {
    const { scope, segment } = await given(bigSpenders);

    expect(segment).toMatchObject({ name: 'VIP customers', description: null, version: 1 });
    expect(await findSegment(scope, segment.id)).toEqual(segment);
    expect(await findSegmentByName(scope, ' vip CUSTOMERS')).toEqual(segment);
    const [event] = await auditedBy(scope, segment.id);
    expect(event).toMatchObject({
      action: 'segment.created',
      before: null,
      after: { name: 'VIP customers', condition: { lifetimeSpend: { gte: '1000.00', currency: 'GBP' } } },
    });
  });

  test.each([' vip customers ', 'VIP CUSTOMERS', 'ＶＩＰ customers'])(
    'and another as "%s", then the name is taken, and nothing is written',
    async (name) => {
      const { scope } = await given();
      expect(await createSegment(scope, { name })).toMatchObject({
        failure: 'SegmentNameTaken',
        name: name.trim(),
      });
      expect((await listSegments(scope, {}, null, {})).edges).toHaveLength(1);
    },
  );

  test.each<[string, object, object[]]>([
    [
      'the order',
      { all: [bigSpenders, { cart_total: { gte: '50', currency: 'GBP' } }] },
      [
        {
          path: ['conditionJson', 'all', '1', 'cart_total'],
          message:
            'A segment is of customers: it cannot ask about the cart total, only about the customer and the moment.',
        },
      ],
    ],
    [
      'other segments, and the channel',
      { any: [{ not: { customer_segment: 'new' } }, { channel: 'web' }] },
      [
        { path: ['conditionJson', 'any', '0', 'not', 'customer_segment'] },
        { path: ['conditionJson', 'any', '1', 'channel'] },
      ],
    ],
    ['what there is not', { lifetime_spent: 3 }, [{ path: ['conditionJson', 'lifetime_spent'] }]],
  ])('that asks about %s, then it is refused with the place', async (_, conditionJson, problems) => {
    const scope = await freshScope();
    expect(await createSegment(scope, { name: 'VIP', conditionJson })).toMatchObject({
      failure: 'InvalidInput',
      problems,
    });
    expect(await findSegmentByName(scope, 'VIP')).toBeNull();
  });

  test('with a condition given twice, then it is refused', async () => {
    const scope = await freshScope();
    const both = { condition: bigSpenders, conditionJson: bigSpenders };
    expect(await createSegment(scope, { name: 'VIP', ...both })).toMatchObject({
      failure: 'InvalidInput',
      problems: [{ path: ['conditionJson'] }],
    });
  });
});

describe('Given a segment, when it is changed', () => {
  test('then it is, with the next version, and the log shows both', async () => {
    const { scope, segment } = await given(bigSpenders);
    const conditionJson = { order_number: { gte: 3 } };

    const after = succeeded(
      await updateSegment(scope, {
        id: segment.id,
        version: 1,
        patch: { description: 'Came back twice', conditionJson },
      }),
    );

    expect(await findSegment(scope, segment.id)).toEqual(after);
    expect(after).toMatchObject({ name: 'VIP customers', description: 'Came back twice', version: 2 });
    expect(await toldOf(scope, segment.id)).toMatchObject([
      {
        action: 'segment.updated',
        before: { condition: { lifetimeSpend: { gte: '1000.00' } } },
        after: { condition: { orderNumber: { gte: 3 } } },
      },
    ]);
  });

  test.each<[string, object | undefined, Unchecked, object]>([
    [
      'a list cannot get a condition',
      undefined,
      { conditionJson: bigSpenders },
      { failure: 'InvalidInput', problems: [{ path: ['patch', 'condition'] }] },
    ],
    [
      'a condition cannot be cleared',
      bigSpenders,
      { conditionJson: null },
      { failure: 'InvalidInput', problems: [{ path: ['patch', 'conditionJson'] }] },
    ],
    [
      'a condition that asks about the order is refused',
      bigSpenders,
      { conditionJson: { channel: 'web' } },
      { failure: 'InvalidInput', problems: [{ path: ['patch', 'conditionJson', 'channel'] }] },
    ],
  ])('then %s', async (_, conditionJson, patch, refusal) => {
    const { scope, segment } = await given(conditionJson);
    expect(await updateSegment(scope, { id: segment.id, version: 1, patch })).toMatchObject(refusal);
    expect(await findSegment(scope, segment.id)).toEqual(segment);
  });

  test('on a version that has passed, or where there is none, then it is refused', async () => {
    const { scope, segment } = await given();
    const patch = { description: 'Mine' };
    succeeded(await updateSegment(scope, { id: segment.id, version: 1, patch }));

    expect(await updateSegment(scope, { id: segment.id, version: 1, patch })).toEqual({
      failure: 'VersionConflict',
      message: expect.any(String),
      sentVersion: 1,
      currentVersion: 2,
    });
    expect(await updateSegment(scope, { id: unknownSegment, version: 1, patch })).toMatchObject({
      failure: 'SegmentNotFound',
      sought: unknownSegment,
    });
  });
});

describe('Given a list', () => {
  test('when customers are listed, then each counts once, however the identity is spelled', async () => {
    const { scope, segment } = await given();
    const segmentId = segment.id;
    const identities = [{ id: 'u1' }, { email: ' Ada@Example.com' }, { email: 'ada@example.com' }];

    expect(await addSegmentMembers(scope, { segmentId, identities })).toEqual({ segment, count: 2 });
    expect(
      await addSegmentMembers(scope, { segmentId, identities: [...identities, { phone: '020 7946 0960' }] }),
    ).toEqual({ segment, count: 1 });

    const { edges } = await listMembers(scope, segment, {});
    expect(edges.map(({ node }) => node)).toEqual(
      ['email:ada@example.com', 'id:u1', 'phone:02079460960'].map((identity) => ({
        identity,
        addedAt: scope.now(),
      })),
    );
    expect(await toldOf(scope, segment.id)).toEqual([
      {
        action: 'segment.members_added',
        before: { members: [] },
        after: { members: ['email:ada@example.com', 'id:u1'] },
      },
      {
        action: 'segment.members_added',
        before: { members: [] },
        after: { members: ['phone:02079460960'] },
      },
    ]);
  });

  test('when customers are taken off, then only those who were on it make a difference', async () => {
    const { scope, segment } = await given();
    const segmentId = segment.id;
    succeeded(await addSegmentMembers(scope, { segmentId, identities: emails('ada', 'bob') }));

    const identities = emails('ada', 'eve');
    expect(await removeSegmentMembers(scope, { segmentId, identities })).toEqual({ segment, count: 1 });
    expect(await removeSegmentMembers(scope, { segmentId, identities })).toEqual({ segment, count: 0 });

    expect((await listMembers(scope, segment, {})).edges.map(({ node }) => node.identity)).toEqual([
      'email:bob@example.com',
    ]);
    expect((await toldOf(scope, segment.id)).slice(1)).toEqual([
      {
        action: 'segment.members_removed',
        before: { members: ['email:ada@example.com'] },
        after: { members: [] },
      },
    ]);
  });

  test('when it is read page by page, then nobody is left out', async () => {
    const { scope, segment } = await given();
    const identities = Array.from({ length: 5 }, (_, index) => ({ id: `u${index}` }));
    succeeded(await addSegmentMembers(scope, { segmentId: segment.id, identities }));

    const first = await listMembers(scope, segment, { first: 3 });
    const second = await listMembers(scope, segment, { first: 3, after: first.pageInfo.endCursor });
    const seen = [...first.edges, ...second.edges].map(({ node }) => node.identity);
    expect(seen).toEqual(['id:u0', 'id:u1', 'id:u2', 'id:u3', 'id:u4']);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
  });

  test.each<[string, object[], number[]]>([
    ['1,000', Array.from({ length: 1_000 }, (_, index) => ({ id: `u${index}` })), [1_000]],
    ['1,001', Array.from({ length: 1_001 }, (_, index) => ({ id: `u${index}` })), []],
    ['0', [], []],
  ])(
    'when %s are listed at once, then they are, up to 1,000 and from one on',
    async (_, identities, counts) => {
      const { scope, segment } = await given();
      const outcome = await addSegmentMembers(scope, {
        segmentId: segment.id,
        identities: identities as never,
      });
      if (counts.length > 0) expect(outcome).toMatchObject({ count: counts[0] });
      else expect(outcome).toMatchObject({ failure: 'InvalidInput', problems: [{ path: ['identities'] }] });
    },
  );

  test('when an identity is not one, then its place is told, and nobody is listed', async () => {
    const { scope, segment } = await given();
    const identities = [{ id: 'u1' }, { email: 'ada' }];
    expect(await addSegmentMembers(scope, { segmentId: segment.id, identities })).toMatchObject({
      failure: 'InvalidInput',
      problems: [{ path: ['identities', '1', 'email'] }],
    });
    expect((await listMembers(scope, segment, {})).edges).toEqual([]);
  });
});

test('Given a segment with a condition, when somebody is to be listed in it, then it is refused', async () => {
  const { scope, segment } = await given(bigSpenders);
  const change = { segmentId: segment.id, identities: [{ id: 'u1' }] };
  const refusal = { failure: 'SegmentNotListed', segmentId: segment.id };
  expect(await addSegmentMembers(scope, change)).toMatchObject(refusal);
  expect(await removeSegmentMembers(scope, change)).toMatchObject(refusal);
});

describe('Given a segment, when it is deleted', () => {
  test('then it is gone with its list, and its name is free', async () => {
    const { scope, segment } = await given();
    succeeded(await addSegmentMembers(scope, { segmentId: segment.id, identities: emails('ada') }));

    expect(await deleteSegment(scope, { id: segment.id })).toEqual({ segmentId: segment.id });

    expect(await findSegment(scope, segment.id)).toBeNull();
    expect(await database.prisma.segmentMember.count({ where: { segmentId: uuidOf(segment.id) } })).toBe(0);
    expect(await deleteSegment(scope, { id: segment.id })).toMatchObject({ failure: 'SegmentNotFound' });
    succeeded(await createSegment(scope, { name: segment.name }));
  });

  test('while a rule asks for it, then it stays, and is told which; after that rule it goes', async () => {
    const { scope, segment } = await given();
    const rule = succeeded(
      await createRule(scope, {
        name: 'For VIPs',
        conditionJson: { not: { customer_segment: 'vip customers' } },
      }),
    );

    expect(await deleteSegment(scope, { id: segment.id })).toEqual({
      failure: 'SegmentInUse',
      message: 'Rules ask for the segment "VIP customers": "For VIPs".',
      uses: [{ ruleId: rule.id, ruleName: 'For VIPs' }],
    });
    expect(await findSegment(scope, segment.id)).toEqual(segment);

    succeeded(await deleteRule(scope, { id: rule.id }));
    succeeded(await deleteSegment(scope, { id: segment.id }));
  });
});

describe('Given a list, when somebody is asked about', () => {
  const ada = { email: 'ada@example.com' };

  test.each<[string, object, boolean, string[], number]>([
    ['is listed', { customer: ada }, true, ['email:ada@example.com'], 1],
    [
      'is listed by another identity',
      { customerId: 'u1', customer: ada },
      true,
      ['email:ada@example.com'],
      2,
    ],
    ['is linked with who is listed', { customerId: 'u7' }, true, ['phone:+441632960961'], 2],
    ['is not', { customerId: 'u2' }, false, [], 1],
    ['is nobody', {}, false, [], 0],
  ])('who %s, then it is told by which identity', async (_, who, isMember, listed, count) => {
    const { scope, segment } = await given();
    succeeded(await linkIdentities(scope, ['id:u7', 'phone:+441632960961']));
    const identities = [ada, { phone: '+441632960961' }];
    succeeded(await addSegmentMembers(scope, { segmentId: segment.id, identities }));

    const membership = succeeded(await evaluateSegment(scope, { segment: { id: segment.id }, ...who }));

    expect(membership).toMatchObject({ segment, isMember, listed });
    expect(membership.identities).toHaveLength(count);
  });

  test('whose aliases the tenant folds, then any of them is the one who is listed', async () => {
    const { scope, segment } = await given();
    succeeded(await updateTenant(scope, { foldsAliases: true }));
    const identities = [{ email: 'ada+shop@example.com' }];
    expect(await addSegmentMembers(scope, { segmentId: segment.id, identities })).toMatchObject({ count: 1 });
    expect(await addSegmentMembers(scope, { segmentId: segment.id, identities: [ada] })).toMatchObject({
      count: 0,
    });

    const asked = { segment: { id: segment.id }, customer: { email: 'ada+news@example.com' } };
    expect(await evaluateSegment(scope, asked)).toMatchObject({
      isMember: true,
      listed: ['email:ada@example.com'],
    });
    expect(await evaluateSegment(scope, { ...asked, customer: { email: 'bob@example.com' } })).toMatchObject({
      isMember: false,
    });
  });
});

describe('Given a segment with a condition, when somebody is asked about', () => {
  test.each<[string, object | undefined, boolean]>([
    ['who has spent enough', spend('1000.00'), true],
    ['who has not', spend('999.99'), false],
    ['who has in another currency', spend('5000.00', 'EUR'), false],
    ['of whom nothing is known', undefined, false],
  ])('%s, then what was said of them decides', async (_, profile, isMember) => {
    const { scope, segment } = await given(bigSpenders);
    const asked = { segment: { name: 'vip customers' }, customerId: 'u1', profile };
    expect(await evaluateSegment(scope, asked)).toMatchObject({ segment, isMember, listed: [] });
  });

  test('as of another instant, then that is the moment', async () => {
    const { scope, segment } = await given({ days_since_registration: { lte: 7 } });
    const profile = { registeredAt: new Date('2026-03-01T12:00:00Z') };
    const asked = { segment: { id: segment.id }, profile };
    const later = { ...asked, at: new Date('2026-03-20T12:00:00Z') };
    expect(await evaluateSegment(scope, asked)).toMatchObject({ isMember: true });
    expect(await evaluateSegment(scope, later)).toMatchObject({ isMember: false });
  });
});

describe('Given several segments, when several customers are asked about', () => {
  test('then each is answered for each, in the order in which they were asked', async () => {
    const { scope, segment } = await given();
    const spenders = succeeded(await createSegment(scope, { name: 'spenders', conditionJson: bigSpenders }));
    succeeded(await addSegmentMembers(scope, { segmentId: segment.id, identities: emails('ada') }));

    const evaluated = succeeded(
      await evaluateSegments(scope, {
        segments: [{ name: 'Spenders' }, { id: segment.id }],
        customers: [
          { customer: { email: 'ada@example.com' } },
          { customerId: 'u2', profile: spend('2000') },
          { customerId: 'u3' },
        ],
      }),
    );

    expect(evaluated.map((memberships) => memberships.map(({ isMember }) => isMember))).toEqual([
      [false, true],
      [true, false],
      [false, false],
    ]);
    expect(evaluated[0]!.map(({ segment: { id } }) => id)).toEqual([spenders.id, segment.id]);
  });

  test('then that takes as many queries for 100 by 20 as for one by one', async () => {
    const { scope } = await given();
    const names = Array.from({ length: 20 }, (_, index) => `list ${index}`);
    for (const name of names) succeeded(await createSegment(scope, { name }));
    const counting = countingQueries(scope);

    for (const [segments, customers] of [
      [1, 1],
      [20, 100],
    ] as const) {
      counting.queries = 0;
      const evaluated = succeeded(
        await evaluateSegments(counting.scope, {
          segments: names.slice(0, segments).map((name) => ({ name })),
          customers: Array.from({ length: customers }, (_, index) => ({ customerId: `u${index}` })),
        }),
      );
      expect(evaluated.flat()).toHaveLength(segments * customers);
      expect(counting.queries).toBe(4);
    }
  });

  test.each<[string, object, object]>([
    [
      'none are',
      { segments: [], customers: [] },
      { failure: 'InvalidInput', problems: [{ path: ['segments'] }, { path: ['customers'] }] },
    ],
    [
      'too many are',
      {
        segments: Array.from({ length: 21 }, () => ({ name: 'VIP customers' })),
        customers: Array.from({ length: 101 }, () => ({})),
      },
      { failure: 'InvalidInput', problems: [{ path: ['segments'] }, { path: ['customers'] }] },
    ],
    [
      'a segment is not there',
      { segments: [{ name: 'VIP customer' }], customers: [{}] },
      {
        failure: 'SegmentNotFound',
        message: 'There is no segment "VIP customer". Did you mean `VIP customers`?',
        sought: 'VIP customer',
      },
    ],
    [
      'a customer goes by two ids',
      { segments: [{ name: 'VIP customers' }], customers: [{ customerId: 'u1', customer: { id: 'u2' } }] },
      { failure: 'InvalidInput', problems: [{ path: ['customers', '0', 'customer', 'id'] }] },
    ],
  ])('and %s, then it is refused', async (_, asked, refusal) => {
    const { scope } = await given();
    expect(await evaluateSegments(scope, { ...asked })).toMatchObject(refusal);
  });
});

test('Given segments, when they are listed, then by name, by kind and in the order that is asked for', async () => {
  const scope = await freshScope();
  for (const [name, conditionJson] of [
    ['new_customers', { order_number: 1 }],
    ['vip_customers', undefined],
    ['New_fans', undefined],
    ['new%', undefined],
  ] as const) {
    succeeded(await createSegment(scope, { name, conditionJson }));
  }
  const namesOf = async (
    ...[filter, order]: [Parameters<typeof listSegments>[1], Parameters<typeof listSegments>[2]]
  ) => (await listSegments(scope, filter, order, {})).edges.map(({ node }) => node.name);

  expect(await namesOf({}, null)).toEqual(['new%', 'New_fans', 'vip_customers', 'new_customers']);
  expect(await namesOf({ namePrefix: 'NEW_' }, null)).toEqual(['New_fans', 'new_customers']);
  expect(await namesOf({ isListed: false }, null)).toEqual(['new_customers']);
  expect(await namesOf({ isListed: true, namePrefix: 'v' }, null)).toEqual(['vip_customers']);
  expect((await namesOf({}, { field: 'NAME', direction: 'ASC' })).toSorted()).toHaveLength(4);
});

/** A scope that counts the queries it is used for. */
function countingQueries(scope: TestScope) {
  const counting = { queries: 0, scope };
  const db = database.prisma.$extends({
    query: {
      $allOperations({ args, query }) {
        counting.queries += 1;
        return query(args);
      },
    },
  });
  // An extended client is used like the plain one.
  counting.scope = { ...scope, db: db as unknown as TestScope['db'] };
  return counting;
}

test('Given people whose identities read alike in a row, when it is asked who of them is listed, then they are told apart', async () => {
  const { scope, segment } = await given();
  const identities = [{ email: 'ada@example.com' }];
  succeeded(await addSegmentMembers(scope, { segmentId: segment.id, identities }));
  const ada = ['id:u1', 'email:ada@example.com'];
  const other = ['id:u1 email:ada@example.com'];

  for (const people of [
    [ada, other],
    [other, ada],
  ]) {
    const isListed = succeeded(await findListings(scope, [segment], people));
    expect([isListed(segment.id, ada), isListed(segment.id, other)]).toEqual([true, false]);
  }
});
