import { uuidOf, type Id } from '../../src/lib/id.js';
import type { Scope } from '../../src/platform/scope.js';

/** A template of the tenant, of which nobody asks more than that it is there. */
export async function givenTemplate(scope: Pick<Scope, 'db' | 'tenantId' | 'newId' | 'now'>) {
  const id = scope.newId('template');
  const [tenantId, now] = [uuidOf(scope.tenantId), scope.now()];
  await scope.db.template.create({
    data: {
      ...{
        tenantId,
        id: uuidOf(id),
        name: 'Spring',
        codePattern: 'SPRING-{RAND:8}',
        terms: {},
        metadata: {},
      },
      ...{ version: 1, createdAt: now, updatedAt: now },
    },
  });
  return id;
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
