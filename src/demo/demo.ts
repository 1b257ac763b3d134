import { systemScope, type Services } from '../platform/services.js';
import { createBrand } from '../brands/actions.js';
import { activateCampaign, createCampaign } from '../campaigns/actions.js';
import { createCoupon, updateCoupon } from '../coupons/actions.js';
import { registerFan } from '../fans/actions.js';
import { createApiKey } from '../keys/actions.js';
import { idOf, type Id } from '../lib/id.js';
import { createLimit } from '../limits/actions.js';
import type { Scope } from '../platform/scope.js';
import { inTransaction } from '../platform/transaction.js';
import { applyCoupon } from '../redemptions/actions.js';
import { reserveCoupons } from '../reservations/actions.js';
import { createRule } from '../rules/actions.js';
import { addSegmentMembers, createSegment } from '../segments/actions.js';
import { createTemplate } from '../templates/actions.js';
import { createTenant, findTenant } from '../tenants/actions.js';
import { makeBudget, makeReturnable } from './orders.js';
import { makePromotions } from './promotions.js';
import { sure } from './sure.js';

/** The ids that the Playground's examples speak of: the first coupon ends in 1, the second in 2. */
const demoId = <Prefix extends string>(prefix: Prefix, number: number): Id<Prefix> =>
  idOf(prefix, `01900000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`);

const tenantId = demoId('tenant', 1);

/** Makes the tenant «Demo» unless it is there, all of it or nothing; answers the key that may do everything in it. */
export async function makeDemo(services: Services): Promise<string> {
  const keyBytes = Buffer.from(services.vault.derive('demo key'), 'base64url');
  const scope = systemScope(services, tenantId);
  const isMade = async () => (await findTenant(scope)) !== null;
  if (!(await isMade())) {
    try {
      await inTransaction(scope, (scope) => makeAll(numbered(scope), keyBytes));
    } catch (error) {
      // A server that started at the same time may have been quicker.
      if (!(await isMade())) throw error;
    }
  }
  return `tearline_${keyBytes.toString('base64url')}`;
}

async function makeAll(scope: Scope, keyBytes: Buffer) {
  sure(await createTenant(scope, { name: 'Demo' }));
  const key = { name: 'Demo key', rights: ['ADMIN' as const] };
  // The key follows from the server's secret, so that each start can show it, though only its hash is stored.
  sure(await createApiKey({ ...scope, randomBytes: () => keyBytes }, key));
  sure(await createApiKey(scope, { name: 'Old storefront', rights: ['VALIDATE', 'EXPLAIN'] }));
  await makeCampaigns(scope);
  await makeCoupons(scope);
  await makeTemplates(scope);
  await makeReservations(scope);
  await makeLimits(scope);
  await makeSegments(scope);
  await makeRules(scope);
  await makeBrands(scope);
  await makeReturnable(scope, demoId('campaign', 5));
  await makePromotions(scope);
  await makeBudget(scope);
}

async function makeCampaigns(scope: Scope) {
  const summer = sure(
    await createCampaign(scope, {
      name: 'Summer sale',
      description: 'Ten per cent on everything',
      channels: ['web', 'email'],
    }),
  );
  sure(await createCampaign(scope, { name: 'Winter warmers', description: 'Still being planned' }));
  const members = sure(await createCampaign(scope, { name: 'Members’ week', channels: ['app'] }));
  const clearance = sure(await createCampaign(scope, { name: 'Clearance', channels: ['web'] }));
  const kitchen = sure(
    await createCampaign(scope, {
      name: 'Kitchen weeks',
      description: 'What is kept must still come to the minimum',
      usesReturn: ['VOID', 'CANCEL'],
      clawback: 'LOST_THRESHOLD',
    }),
  );
  for (const { id } of [summer, members, clearance, kitchen]) sure(await activateCampaign(scope, { id }));
}

async function makeCoupons(scope: Scope) {
  const gbp = (amount: string) => ({ amount, currency: 'GBP' });
  const coupons = [
    {
      code: 'SUMMER10',
      description: '10 % off, at most 25 pounds, 1,000 times, three times per customer',
      discount: { percentage: { percent: '10', maximum: gbp('25.00') } },
      maxUses: 1_000,
      perCustomerLimit: 3,
      campaignId: demoId('campaign', 1),
    },
    {
      code: 'WELCOME5',
      description: '5 pounds off from 20',
      discount: { fixed: { amount: gbp('5.00') } },
      minimumOrder: gbp('20.00'),
    },
    { code: 'FREESHIP', description: 'Free shipping', discount: { freeShipping: {} } },
    { code: 'LAUNCH20', description: 'A draft', discount: { percentage: { percent: '20' } }, isDraft: true },
    {
      code: 'STAFF25',
      description: 'To be stopped and started',
      discount: { percentage: { percent: '25' } },
    },
    {
      code: 'LEAKED50',
      description: 'Found its way to a forum',
      discount: { percentage: { percent: '50' } },
    },
    {
      code: 'MISPRINT',
      description: 'Should have read MIDSPRINT',
      discount: { fixed: { amount: gbp('1.00') } },
    },
    {
      code: 'MUGS3',
      description: '3 pounds off mugs, and free shipping',
      discount: { fixed: { amount: gbp('3.00'), freeShipping: true } },
      applicability: { includeProducts: ['MUG'] },
    },
    {
      code: 'LASTONE',
      description: 'One use in all',
      discount: { percentage: { percent: '30' } },
      maxUses: 1,
    },
    {
      code: 'SPRING5',
      description: 'Over since spring',
      discount: { percentage: { percent: '5' } },
      validFrom: new Date('2025-03-01T00:00:00Z'),
      validUntil: new Date('2025-06-01T00:00:00Z'),
    },
  ];
  for (const coupon of coupons) sure(await createCoupon(scope, coupon));

  const order = { subtotal: gbp('40.00') };
  sure(await applyCoupon(scope, { code: 'SUMMER10', order, customerId: 'customer-ada' }));
  const lines = [
    { sku: 'TEE-BLACK-M', quantity: 2, unitPrice: '19.99' },
    { sku: 'MUG', unitPrice: '9.50' },
  ];
  sure(
    await applyCoupon(scope, {
      code: 'WELCOME5',
      order: { cart: { currency: 'GBP', lines } },
      reference: { type: 'ORDER', id: 'order-900' },
    }),
  );
  const misprint = { id: demoId('coupon', 7), version: 1, patch: { description: 'To be deleted' } };
  sure(await updateCoupon(scope, misprint));
}

async function makeTemplates(scope: Scope) {
  const templates = [
    {
      name: 'Newsletter welcome',
      description: 'One for each who subscribes',
      codePattern: 'HELLO-{RAND:8}',
      terms: { discount: { percentage: { percent: '15' } }, maxUses: 1 },
    },
    {
      name: 'Apology',
      codePattern: 'SORRY-{RAND:8}',
      terms: { discount: { fixed: { amount: { amount: '5.00', currency: 'GBP' } } }, maxUses: 1 },
    },
  ];
  for (const template of templates) sure(await createTemplate(scope, template));
}

/** One to be confirmed and one to be released, both held as long as can be. */
async function makeReservations(scope: Scope) {
  const lines = [{ sku: 'MUG', quantity: 3, unitPrice: '9.50' }];
  const order = { cart: { currency: 'GBP', lines, shipping: '4.99' } };
  for (const id of ['checkout-501', 'checkout-502']) {
    const reference = { type: 'CHECKOUT', id };
    sure(
      await reserveCoupons(scope, {
        codes: ['MUGS3', 'WELCOME5'],
        order,
        reference,
        seconds: 7 * 24 * 3_600,
      }),
    );
  }
}

async function makeLimits(scope: Scope) {
  const daily = { kind: 'DAY', zone: 'Europe/London' };
  const staff = { couponId: demoId('coupon', 5) };
  const winter = { campaignId: demoId('campaign', 2) };
  sure(await createLimit(scope, { target: staff, per: 'CUSTOMER', window: daily, ceiling: { uses: 2 } }));
  const monthly = { kind: 'MONTH', zone: 'Europe/London' };
  const money = { amount: '500.00', currency: 'GBP' };
  sure(
    await createLimit(scope, { target: winter, window: monthly, measure: 'DISCOUNT', ceiling: { money } }),
  );
}

async function makeSegments(scope: Scope) {
  const segments = [
    { name: 'new_customers', description: 'Before their first order', condition: { orderNumber: { eq: 1 } } },
    { name: 'vip_customers', description: 'Chosen by hand' },
    { name: 'newsletter_2024', description: 'Nobody asks for it any more' },
    {
      name: 'lapsed_customers',
      condition: { daysSinceLastOrder: { gte: 90 } },
    },
  ];
  for (const segment of segments) sure(await createSegment(scope, segment));
  const identities = [{ id: 'customer-ada' }, { email: 'grace@example.com' }, { phone: '+44 1632 960961' }];
  sure(await addSegmentMembers(scope, { segmentId: demoId('segment', 2), identities }));
}

/** Of the campaign that is still being planned, so that they are in nobody's way. */
async function makeRules(scope: Scope) {
  const targets = { campaignIds: [demoId('campaign', 2)] };
  const rules = [
    {
      name: 'min_cart_50_exclude_sale',
      priority: 100,
      condition: {
        all: [
          { cartTotal: { gte: '50', currency: 'GBP' } },
          { not: { productTags: { in: ['clearance', 'final_sale'] } } },
          { customerSegment: { eq: 'new_customers' } },
        ],
      },
    },
    {
      name: 'Not in the app',
      effect: 'EXCLUSION',
      condition: { channel: { eq: 'app' } },
    },
    { name: 'Any cart from 20', condition: { cartTotal: { gte: '20', currency: 'GBP' } } },
    { name: 'Rainy days', condition: { metadata: { name: 'weather', eq: 'rain' } } },
  ];
  for (const rule of rules) sure(await createRule(scope, { ...rule, targets }));
}

async function makeBrands(scope: Scope) {
  const offer = {
    name: '15 % for new fans',
    description: 'Your first order',
    discount: { percentage: { percent: '15' } },
    usageLimit: 1,
  };
  sure(await createBrand(scope, { slug: 'northwind', name: 'Northwind', offer }));
  const verified = sure(
    await createBrand(scope, {
      slug: 'solstice-records',
      name: 'Solstice Records',
      offer: { ...offer, name: '15 % for verified fans', verifyEmail: true },
    }),
  );
  sure(
    await registerFan(scope, {
      brandId: verified.id,
      name: 'Ada Lovelace',
      email: 'ada@example.com',
    }),
  );
}

/** Gives what the demo makes the ids 1, 2, 3 … of each kind; events are nobody's example. */
function numbered(scope: Scope): Scope {
  const made = new Map<string, number>();
  return {
    ...scope,
    newId: (prefix) => {
      if (prefix === 'event') return scope.newId(prefix);
      const number = (made.get(prefix) ?? 0) + 1;
      made.set(prefix, number);
      return demoId(prefix, number);
    },
  };
}
