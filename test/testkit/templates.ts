import { uuidOf, type Id } from '../../src/lib/id.js';
import type { Scope } from '../../src/platform/scope.js';
import { createTemplate } from '../../src/templates/actions.js';
import { succeeded } from './outcome.js';

/** A template of the tenant, whose coupons take off 10 percent. */
export async function givenTemplate(scope: Scope, terms: object = {}) {
  const discount = { percentage: { percent: '10' } };
  const input = { name: 'Spring', codePattern: 'SPRING-{RAND:8}', terms: { discount, ...terms } };
  return succeeded(await createTemplate(scope, input)).id;
}

/** Writes that coupons, which nobody has asked for yet, were made from a template. */
export async function madeFrom(
  { db, tenantId }: Pick<Scope, 'db' | 'tenantId'>,
  templateId: Id<'template'>,
  couponIds: readonly Id<'coupon'>[],
): Promise<void> {
  await db.coupon.updateMany({
    where: { tenantId: uuidOf(tenantId), id: { in: couponIds.map(uuidOf) } },
    data: { templateId: uuidOf(templateId) },
  });
}
