import { describe, expect, test } from 'vitest';
import { findCustomer } from '../../src/customers/actions.js';
import { listRedeemers } from '../../src/redemptions/actions.js';
import { linkCustomer } from '../../src/redemptions/actions/linking.js';
import { updateTenant } from '../../src/tenants/actions.js';
import { auditedBy } from '../testkit/events.js';
import { succeeded } from '../testkit/outcome.js';
import { gbp, openTown, told } from './shop.js';

const openShop = await openTown();

const byId = { customerId: 'ada' };
const byEmail = { customer: { email: 'ada@example.com' } };
const byPhone = { customer: { phone: '+44 1632 960961' } };
const identity = {
  id: { id: 'ada' },
  email: { email: 'Ada@Example.com' },
  phone: { phone: '+44-1632-960961' },
};

/** A code twice for each customer, and a limit of thirty pounds off for each. */
async function given() {
  const shop = await openShop();
  const { id } = await shop.coupon('CODE', { perCustomerLimit: 2 });
  const limit = await shop.limit({
    per: 'CUSTOMER',
    measure: 'DISCOUNT',
    window: { kind: 'ROLLING', seconds: 86_400 },
    ceiling: { money: gbp('30') },
  });
  const redeemers = async () =>
    (await listRedeemers(shop.scope, id, {})).edges.map(
      ({ node }) => `${node.customer} ${node.usesCount} ${node.lastRedeemedAt.toISOString().slice(11, 16)}`,
    );
  return { shop, redeemers, counters: () => shop.counters(limit.id) };
}
type Given = Awaited<ReturnType<typeof given>>;
const link = ({ shop }: Given, ...identities: object[]) => linkCustomer(shop.scope, { identities });

describe('Given one person under several names', () => {
  test('when the names are linked, then what was used apart is counted together, everywhere', async () => {
    const it = await given();
    const { shop } = it;
    const first = succeeded(await shop.apply('CODE', byId));
    shop.scope.clock.forward(3_600_000);
    succeeded(await shop.apply('CODE', byEmail));
    succeeded(await shop.apply('CODE', byPhone));
    expect(await it.redeemers()).toEqual([
      'email:ada@example.com 1 13:00',
      'id:ada 1 12:00',
      'phone:+441632960961 1 13:00',
    ]);

    const linked = succeeded(await link(it, identity.email, identity.id));
    expect(linked).toEqual({
      key: 'id:ada',
      identities: ['id:ada', 'email:ada@example.com'],
      linkedAt: shop.scope.now(),
    });
    expect(await it.redeemers()).toEqual(['id:ada 2 13:00', 'phone:+441632960961 1 13:00']);
    expect(await it.counters()).toEqual({ 'id:ada': 2_000, 'phone:+441632960961': 1_000 });
    for (const who of [byId, byEmail])
      expect(told(await shop.apply('CODE', who))).toBe('CustomerLimitReached');

    succeeded(await link(it, identity.phone, identity.email));
    expect(await it.redeemers()).toEqual(['id:ada 3 13:00']);
    expect(await it.counters()).toEqual({ 'id:ada': 3_000 });
    expect(await shop.apply('CODE', byPhone)).toMatchObject({
      failure: 'CustomerLimitReached',
      customerId: '+441632960961',
      limit: 2,
      used: 3,
    });
    succeeded(await shop.giveBack(first.id));
    expect([await it.redeemers(), await it.counters()]).toEqual([['id:ada 2 13:00'], { 'id:ada': 2_000 }]);
  });

  test('when they have used several coupons of one template, then its limit for each customer counts them together', async () => {
    const shop = await openShop();
    const templateId = await shop.template(await shop.coupon('ONE'), await shop.coupon('TWO'));
    const { id } = await shop.limit({ target: { templateId }, per: 'CUSTOMER', ceiling: { uses: 2 } });
    succeeded(await shop.apply('ONE', byId));
    succeeded(await shop.apply('TWO', byEmail));
    expect(await shop.counters(id)).toEqual({ 'email:ada@example.com': 1, 'id:ada': 1 });

    succeeded(await linkCustomer(shop.scope, { identities: [identity.id, identity.email] }));

    expect(await shop.counters(id)).toEqual({ 'id:ada': 2 });
    for (const code of ['ONE', 'TWO']) expect(told(await shop.apply(code, byEmail))).toBe('LimitReached');
  });

  test('when they are linked again, then nothing changes and nobody is told', async () => {
    const it = await given();
    const first = succeeded(await link(it, identity.id, identity.email));
    it.shop.scope.clock.forward(1_000);

    expect(await link(it, identity.email, identity.id)).toEqual(first);
    expect(await findCustomer(it.shop.scope, 'email:ada@example.com')).toEqual(first);
    const events = await auditedBy(it.shop.scope, it.shop.scope.tenantId);
    expect(events.filter(({ action }) => action === 'customer.linked')).toMatchObject([
      {
        after: {
          customer: 'id:ada',
          joined: ['id:ada', 'email:ada@example.com'],
          absorbed: ['email:ada@example.com'],
        },
      },
    ]);
  });

  test('when they are linked while they redeem, then no use is lost and none is counted twice', async () => {
    const it = await given();
    const people = [byId, byEmail, byPhone];
    const [outcomes] = await Promise.all([
      Promise.all(Array.from({ length: 24 }, (_, index) => it.shop.apply('CODE', people[index % 3]))),
      link(it, identity.id, identity.email, identity.phone),
    ]);

    const used = outcomes.filter((outcome) => 'discount' in outcome).length;
    expect(used).toBeGreaterThanOrEqual(2);
    expect(await it.counters()).toEqual({ 'id:ada': used * 1_000 });
  });

  test('when an application names two of them, then they are one from then on', async () => {
    const it = await given();
    succeeded(await it.shop.apply('CODE', byEmail));
    const both = { customerId: 'ada', customer: { email: ' ADA@example.COM ' } };

    expect(succeeded(await it.shop.apply('CODE', both))).toMatchObject({
      customerId: 'ada',
      customer: 'id:ada',
      remaining: { customerUses: 0 },
    });
    for (const who of [byId, byEmail, both])
      expect(told(await it.shop.apply('CODE', who))).toBe('CustomerLimitReached');
    expect(await it.redeemers()).toEqual(['id:ada 2 12:00']);
  });

  test('when a reservation names two of them, then they are one as well; asking what a code is worth links nobody', async () => {
    const it = await given();
    const both = { customerId: 'ada', customer: { email: 'ada@example.com' } };
    succeeded(await it.shop.validate('CODE', both));
    expect((await findCustomer(it.shop.scope, 'id:ada')).linkedAt).toBeNull();

    succeeded(await it.shop.reserve('c1', ['CODE'], both));
    expect((await findCustomer(it.shop.scope, 'email:ada@example.com')).identities).toEqual([
      'id:ada',
      'email:ada@example.com',
    ]);
    succeeded(await it.shop.apply('CODE', byEmail));
    expect(told(await it.shop.apply('CODE', byId))).toBe('CustomerLimitReached');
  });
});

describe('Given an e-mail that is written in several ways', () => {
  test.each<[string, boolean, string[], string[]]>([
    [
      'in capitals, with spaces and full-width letters',
      false,
      ['ada@example.com', ' ADA@Example.COM', 'ａｄａ@example.com'],
      ['10.00', '10.00', 'CustomerLimitReached'],
    ],
    [
      'with an alias, of a tenant that does not fold them',
      false,
      ['ada@example.com', 'ada+1@example.com', 'ada+2@example.com', 'ada@example.com', 'ada@example.com'],
      ['10.00', '10.00', '10.00', '10.00', 'CustomerLimitReached'],
    ],
    [
      'with an alias, of a tenant that folds them',
      true,
      ['ada+1@example.com', 'Ada+2@example.com', 'ada@example.com', 'ada@example.org'],
      ['10.00', '10.00', 'CustomerLimitReached', '10.00'],
    ],
  ])('when it is %s, then it counts accordingly', async (_, foldsAliases, emails, expected) => {
    const { shop } = await given();
    succeeded(await updateTenant(shop.scope, { foldsAliases }));

    const outcomes: string[] = [];
    for (const email of emails) {
      const said = told(await shop.validate('CODE', { customer: { email } }));
      outcomes.push(told(await shop.apply('CODE', { customer: { email } })));
      expect(said).toBe(outcomes.at(-1));
    }
    expect(outcomes).toEqual(expected);
  });
});

describe('Given what cannot be linked', () => {
  test.each<[string, object[]]>([
    ['nothing', []],
    ['an identity without a name', [{}]],
    ['what is no e-mail', [{ email: 'ada' }, { id: 'ada' }]],
    ['more than twenty', Array.from({ length: 21 }, (_, index) => ({ id: `u${index}` }))],
  ])('when it is %s, then that is refused', async (_, identities) => {
    expect(await link(await given(), ...identities)).toMatchObject({ failure: 'InvalidInput' });
  });

  test('when it would be more than fifty, then that is refused, and nobody is linked', async () => {
    const it = await given();
    const ids = (from: number) => Array.from({ length: 20 }, (_, index) => ({ id: `u${from + index}` }));
    succeeded(await link(it, ...ids(0)));
    succeeded(await link(it, ...ids(20)));

    expect(await link(it, { id: 'u0' }, { id: 'u20' }, ...ids(40).slice(0, 11))).toMatchObject({
      failure: 'TooManyIdentities',
      count: 51,
      limit: 50,
    });
    expect((await findCustomer(it.shop.scope, 'id:u0')).identities).toHaveLength(20);
  });
});
