import type { Prisma } from '../generated/prisma/client.js';
import { idOf, uuidOf } from '../lib/id.js';
import { money } from '../lib/money.js';
import type { Scope } from '../platform/scope.js';
import type { Redemption } from '../redemptions/core.js';
import { readLines, storedLine } from '../evaluation/stored.js';
import type { RedemptionReturn } from './core.js';

export async function insert(scope: Scope, back: RedemptionReturn): Promise<void> {
  await scope.db.redemptionReturn.create({
    data: {
      tenantId: uuidOf(scope.tenantId),
      id: uuidOf(back.id),
      redemptionId: uuidOf(back.redemptionId),
      cause: back.cause,
      reason: back.reason,
      lines: back.lines.map(storedLine) as unknown as Prisma.InputJsonArray,
      subtotalMinor: back.subtotal.minor,
      discountMinor: back.discount.minor,
      clawbackMinor: back.clawback.minor,
      refundMinor: back.refund.minor,
      givesUseBack: back.givesUseBack,
      createdAt: back.createdAt,
    },
  });
}

/** What was given back of redemptions, in the order in which it was. */
export async function findOf(
  scope: Scope,
  redemptionIds: readonly Redemption['id'][],
): Promise<RedemptionReturn[]> {
  const rows = await scope.db.redemptionReturn.findMany({
    where: { tenantId: uuidOf(scope.tenantId), redemptionId: { in: redemptionIds.map(uuidOf) } },
    include: { redemption: { select: { currency: true } } },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ redemption: { currency }, ...row }) => ({
    id: idOf('return', row.id),
    redemptionId: idOf('redemption', row.redemptionId),
    cause: row.cause as RedemptionReturn['cause'],
    reason: row.reason,
    lines: readLines(row.lines, currency),
    subtotal: money(row.subtotalMinor, currency),
    discount: money(row.discountMinor, currency),
    clawback: money(row.clawbackMinor, currency),
    refund: money(row.refundMinor, currency),
    givesUseBack: row.givesUseBack,
    createdAt: row.createdAt,
  }));
}
