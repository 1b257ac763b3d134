import { afterAll, expect, test } from 'vitest';
import { createBrand, updateBrand } from '../../src/brands/actions.js';
import { createCampaign, updateCampaign } from '../../src/campaigns/actions.js';
import { createCoupon, updateCoupon } from '../../src/coupons/actions.js';
import { createLimit, updateLimit } from '../../src/limits/actions.js';
import type { Unchecked } from '../../src/lib/input.js';
import type { Scope } from '../../src/platform/scope.js';
import { openDatabase } from '../../src/platform/database.js';
import { createRule, updateRule } from '../../src/rules/actions.js';
import { createSegment, updateSegment } from '../../src/segments/actions.js';
import { createTemplate, updateTemplate } from '../../src/templates/actions.js';
import { createTestDatabase } from '../testkit/database.js';
import { auditedBy } from '../testkit/events.js';
import { succeeded } from '../testkit/outcome.js';
import { tenantNamed, testScope } from '../testkit/scope.js';

const database = openDatabase(await createTestDatabase(), { poolSize: 4, onError: () => undefined });
afterAll(() => database.close());

const discount = { percentage: { percent: '10' } };
const conditionJson = { channel: 'web' };

type Versioned = { readonly id: string; readonly version: number };
type Update = (scope: Scope, input: Versioned & { readonly patch: Unchecked }) => Promise<unknown>;

test.each<[string, (scope: Scope) => Promise<Versioned>, Update]>([
  ['a coupon', async (scope) => succeeded(await createCoupon(scope, { code: 'A', discount })), updateCoupon],
  ['a campaign', async (scope) => succeeded(await createCampaign(scope, { name: 'A' })), updateCampaign],
  [
    'a template',
    async (scope) =>
      succeeded(await createTemplate(scope, { name: 'A', codePattern: '{RAND:10}', terms: { discount } })),
    updateTemplate,
  ],
  ['a segment', async (scope) => succeeded(await createSegment(scope, { name: 'A' })), updateSegment],
  ['a rule', async (scope) => succeeded(await createRule(scope, { name: 'A', conditionJson })), updateRule],
  [
    'a limit',
    async (scope) => {
      const limit = { target: { tenant: true }, ceiling: { uses: 5 } };
      return succeeded(await createLimit(scope, limit)).limit;
    },
    async (scope, input) => succeeded(await updateLimit(scope, input)).limit,
  ],
  ['a brand', async (scope) => succeeded(await createBrand(scope, { slug: 'a', name: 'A' })), updateBrand],
])(
  'given %s, when a patch says nothing, then nothing changes, not even its version',
  async (of, make, update) => {
    const scope = testScope({ db: database.prisma, tenantId: tenantNamed(`With ${of}`) });
    const before = await make(scope);
    const audited = await auditedBy(scope);

    const after = await update(scope, { id: before.id, version: before.version, patch: {} });

    expect(after).toMatchObject({ id: before.id, version: before.version });
    expect(await auditedBy(scope)).toEqual(audited);
  },
);
