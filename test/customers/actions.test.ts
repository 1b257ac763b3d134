import { afterAll, describe, expect, test } from 'vitest';
import { findCustomer, findCustomerAs, linkIdentities } from '../../src/customers/actions.js';
import { uuidOf } from '../../src/lib/id.js';
import { openDatabase } from '../../src/platform/database.js';
import { inTransaction } from '../../src/platform/transaction.js';
import { createTenant, updateTenant } from '../../src/tenants/actions.js';
import { createTestDatabase } from '../testkit/database.js';
import { succeeded } from '../testkit/outcome.js';
import { tenantNamed, testScope } from '../testkit/scope.js';

const database = openDatabase(await createTestDatabase(), { poolSize: 8, onError: () => undefined });
afterAll(() => database.close());
const db = database.prisma;

const noon = '2026-03-02T12:00:00.000Z';
let tenants = 0;

/** A tenant of which some customers were linked, one group after the other, a second apart. */
async function given(...groups: readonly string[][]) {
  const scope = testScope({ db, tenantId: tenantNamed(`Tenant ${++tenants}`), now: noon });
  succeeded(await createTenant(scope, { name: 'Acme' }));
  for (const group of groups) {
    succeeded(await linkIdentities(scope, group));
    scope.clock.forward(1_000);
  }
  return scope;
}

type Tenant = Awaited<ReturnType<typeof given>>;

/** Whose each identity is that is linked. */
async function linksOf({ tenantId }: Tenant): Promise<Record<string, string>> {
  const rows = await db.identity.findMany({ where: { tenantId: uuidOf(tenantId) } });
  return Object.fromEntries(rows.map(({ identity, customer }) => [identity, customer]));
}

const [u1, u2, u3] = ['id:u1', 'id:u2', 'id:u3'] as const;
const [ada, bob] = ['email:ada@example.com', 'email:bob@example.com'] as const;
const phone = 'phone:+441632960961';

describe('given customers, when identities are linked', () => {
  test.each([
    { was: [], asked: [u1, ada], customer: u1, absorbed: [ada], members: [u1, ada] },
    { was: [], asked: [ada, u1], customer: u1, absorbed: [ada], members: [u1, ada] },
    { was: [], asked: [phone, ada], customer: ada, absorbed: [phone], members: [ada, phone] },
    { was: [], asked: [bob, ada], customer: ada, absorbed: [bob], members: [ada, bob] },
    { was: [], asked: [u2, u1], customer: u1, absorbed: [u2], members: [u1, u2] },

    // What has a history keeps its name: nothing that was counted for it need be moved.
    { was: [[ada, phone]], asked: [u1, ada], customer: ada, absorbed: [u1], members: [u1, ada, phone] },
    { was: [[u2, ada]], asked: [u1, ada], customer: u2, absorbed: [u1], members: [u1, u2, ada] },

    // Of two groups the larger, then the older.
    {
      was: [
        [u1, ada],
        [u2, bob, phone],
      ],
      asked: [ada, bob],
      customer: u2,
      absorbed: [u1],
      members: [u1, u2, ada, bob, phone],
    },
    {
      was: [
        [u2, bob],
        [u1, ada],
      ],
      asked: [u1, u2],
      customer: u2,
      absorbed: [u1],
      members: [u1, u2, ada, bob],
    },
    {
      was: [
        [u1, ada],
        [u2, bob],
      ],
      asked: [u3, ada, bob, phone],
      customer: u1,
      absorbed: [u2, u3, phone],
      members: [u1, u2, u3, ada, bob, phone],
    },
  ])(
    '$asked where $was were before, then all are $customer',
    async ({ was, asked, customer, absorbed, members }) => {
      const scope = await given(...was);

      const linked = succeeded(await linkIdentities(scope, asked));

      expect(linked).toMatchObject({ customer, absorbed });
      expect(await linksOf(scope)).toEqual(Object.fromEntries(members.map((member) => [member, customer])));
      for (const member of members) {
        expect(await findCustomer(scope, member)).toEqual({
          key: customer,
          identities: members,
          linkedAt: scope.now(),
        });
      }
    },
  );

  test('one after the other, then who is linked with one of them is linked with all', async () => {
    const scope = await given([u1, ada], [ada, phone], [phone, bob]);

    expect(await linksOf(scope)).toEqual({ [u1]: u1, [ada]: u1, [phone]: u1, [bob]: u1 });
  });

  test.each([
    ['again', [u1, ada]],
    ['again in part', [ada]],
    ['again, the other way round', [phone, ada, u1]],
  ])('%s, then nothing changes', async (_, asked) => {
    const scope = await given([u1, ada, phone]);

    expect(await linkIdentities(scope, asked)).toEqual({ customer: u1, absorbed: [], joined: [] });
    expect((await findCustomer(scope, ada)).linkedAt).toEqual(new Date(noon));
  });

  test('but only one is given that never was, then nothing is written', async () => {
    const scope = await given();

    expect(await linkIdentities(scope, [u1])).toEqual({ customer: u1, absorbed: [], joined: [] });
    expect(await linksOf(scope)).toEqual({});
    expect(await findCustomer(scope, u1)).toEqual({ key: u1, identities: [u1], linkedAt: null });
  });

  test('and the transaction around it fails, then they are not', async () => {
    const scope = await given();

    await inTransaction(scope, async (scope) => {
      succeeded(await linkIdentities(scope, [u1, ada]));
      return { failure: 'Some', message: 'other reason' };
    });

    expect(await linksOf(scope)).toEqual({});
  });

  test('of another tenant, then they are none of ours', async () => {
    const scope = await given([u1, ada]);
    const other = await given([u2, ada]);

    expect(await linksOf(scope)).toEqual({ [u1]: u1, [ada]: u1 });
    expect(await linksOf(other)).toEqual({ [u2]: u2, [ada]: u2 });
    expect((await findCustomer(scope, ada)).identities).toEqual([u1, ada]);
    expect(await findCustomer(other, u1)).toEqual({ key: u1, identities: [u1], linkedAt: null });
  });
});

describe('given that one customer has up to 50 identities', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => `phone:${10_000 + index}`);

  test('when that is kept to, then they are linked', async () => {
    const scope = await given(many(49), [u1, 'phone:10000']);

    expect((await findCustomer(scope, u1)).identities).toEqual([u1, ...many(49)]);
  });

  test('when there would be more, then they stay apart', async () => {
    const scope = await given(many(49), [u1, ada]);
    const before = await linksOf(scope);

    expect(await linkIdentities(scope, [u1, 'phone:10000'])).toEqual({
      failure: 'TooManyIdentities',
      message: 'Together these would be 51 identities of one customer, who can have 50.',
      count: 51,
      limit: 50,
    });
    expect(await linksOf(scope)).toEqual(before);
  });
});

describe('given a tenant that folds aliases', () => {
  const aliased = 'email:ada+shop@example.com';

  async function givenFolding(...groups: readonly string[][]) {
    const scope = await given(...groups);
    succeeded(await updateTenant(scope, { foldsAliases: true }));
    return scope;
  }

  test('when an alias is looked up, then it is the customer of the mailbox', async () => {
    const scope = await givenFolding([u1, ada]);

    expect(await findCustomer(scope, aliased)).toMatchObject({ key: u1, identities: [u1, ada] });
    expect(await findCustomer(scope, 'email:bob+x@example.com')).toEqual({
      key: bob,
      identities: [bob],
      linkedAt: null,
    });
  });

  test('when an alias is linked, then so is the mailbox, and what was counted under the alias', async () => {
    const scope = await givenFolding();

    expect(await linkIdentities(scope, [aliased])).toMatchObject({ customer: aliased, absorbed: [ada] });
    expect(await linkIdentities(scope, [u1, 'email:ada+other@example.com'])).toMatchObject({
      customer: aliased,
      absorbed: [u1, 'email:ada+other@example.com'],
    });
  });

  test('when it does not, then an alias is another e-mail, also where it is linked', async () => {
    const scope = await given([u1, ada]);

    expect(await findCustomer(scope, aliased)).toMatchObject({ key: aliased, identities: [aliased] });
    expect(await linkIdentities(scope, [u2, aliased])).toMatchObject({ customer: u2, absorbed: [aliased] });
    expect(await linksOf(scope)).toEqual({ [u1]: u1, [ada]: u1, [u2]: u2, [aliased]: u2 });
  });
});

describe('given an identity as somebody writes it, when its customer is looked up', () => {
  test.each([
    [{ id: ' u1 ' }, u1],
    [{ email: '  ADA@example.com' }, u1],
    [{ phone: '0044 (0)1632 960961' }, u1],
    [{ email: 'bob@example.com' }, bob],
  ])('%j, then it is %s', async (written, key) => {
    const scope = await given([u1, ada, phone]);

    expect(await findCustomerAs(scope, written)).toMatchObject({ key });
  });

  test('that is none, then it is refused', async () => {
    const scope = await given();

    expect(() => findCustomerAs(scope, { email: 'ada' })).toThrow(
      'identity.email: Expected an e-mail such as "ada@example.com".',
    );
  });
});

describe('given many who link the same customers at once', () => {
  /** Each link that was made, as an edge; who can be reached from whom is one customer. */
  function expectConsistent(links: Record<string, string>, edges: readonly string[][]) {
    for (const edge of edges) expect(new Set(edge.map((identity) => links[identity])).size).toBe(1);
    for (const customer of Object.values(links)) expect(links[customer]).toBe(customer);
  }

  test('when they form one chain, then all end as one customer, and each former one was absorbed once', async () => {
    const scope = await given();
    const identities = Array.from({ length: 21 }, (_, index) => `id:${index + 10}`);
    const edges = identities.slice(1).map((identity, index) => [identities[index]!, identity]);

    const linked = (
      await Promise.all(
        edges.toSorted((a, b) => (a[0]! < b[0]! ? 1 : -1)).map((edge) => linkIdentities(scope, edge)),
      )
    ).map(succeeded);

    const links = await linksOf(scope);
    expect(Object.keys(links).sort()).toEqual(identities);
    expect(new Set(Object.values(links)).size).toBe(1);
    expectConsistent(links, edges);
    // Whoever moved counts after each did so from customers that were there, so none was moved twice or forgotten.
    expect(linked.flatMap(({ absorbed }) => absorbed).sort()).toEqual(
      identities.filter((identity) => identity !== links[identity]),
    );
  });

  test('when two groups are joined from both ends, then they are one', async () => {
    const scope = await given([u1, ada], [u2, bob]);

    const linked = (
      await Promise.all([
        linkIdentities(scope, [ada, bob]),
        linkIdentities(scope, [u2, u1]),
        linkIdentities(scope, [bob, u3]),
      ])
    ).map(succeeded);

    // Whoever is more when the two meet: with the third one of them is, if it came first.
    const links = await linksOf(scope);
    const customer = links[u1]!;
    const other = { [u1]: u2, [u2]: u1 }[customer];
    expect(links).toEqual(Object.fromEntries([u1, ada, u2, bob, u3].map((each) => [each, customer])));
    expect(linked.flatMap(({ absorbed }) => absorbed).sort()).toEqual([other, u3]);
  });

  test('when a use is being counted, then linking waits for it; and who counts waits for the link', async () => {
    const scope = await given();
    const order: string[] = [];
    const moment = () => new Promise((resolve) => setTimeout(resolve, 200));
    /** Holds what `decision_facts_under_lock` holds of the tenant. */
    const count = (name: string, meanwhile: () => unknown = () => undefined) =>
      inTransaction(scope, async ({ db, tenantId }) => {
        const id = uuidOf(tenantId);
        await db.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(${id}::uuid::text, 0))`;
        await meanwhile();
        order.push(name);
      });
    const begun: Promise<unknown>[] = [];

    await count('use', async () => {
      begun.push(linkIdentities(scope, [u1, ada]).then(() => order.push('link')));
      await moment();
    });
    await Promise.all(begun);
    await inTransaction(scope, async (scope) => {
      await linkIdentities(scope, [u1, phone]);
      begun.push(count('another use'));
      await moment();
      order.push('another link');
    });
    await Promise.all(begun);

    expect(order).toEqual(['use', 'link', 'another link', 'another use']);
  });
});
