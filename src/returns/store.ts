import { Prisma } from '../generated/prisma/client.js';
import { idOf, uuidOf } from '../lib/id.js';
import { jsonText } from '../lib/json.js';
import { money } from '../lib/money.js';
import { write } from '../platform/database.js';
import { andCommit } from '../platform/database-connection.js';
import type { Scope } from '../platform/scope.js';
import type { Redemption } from '../redemptions/core.js';
import { readLines, storedLine } from '../evaluation/stored.js';
import type { RedemptionReturn } from './core.js';

/** Saves what was given back, and what repeats are answered with. With COMMIT if it is the last. */
export async function insert(
  scope: Scope,
  returns: readonly RedemptionReturn[],
  memory: Prisma.Sql,
  isLast: boolean,
): Promise<void> {
  if (returns.length === 0) return;
  const rows = returns.map((back) => ({
    id: uuidOf(back.id),
    redemption_id: uuidOf(back.redemptionId),
    cause: back.cause,
    reason: back.reason,
    lines: back.lines.map(storedLine),
    subtotal_minor: String(back.subtotal.minor),
    discount_minor: String(back.discount.minor),
    clawback_minor: String(back.clawback.minor),
    refund_minor: String(back.refund.minor),
    gives_use_back: back.givesUseBack,
    created_at: back.createdAt,
  }));
  await write(scope.db)`${isLast ? andCommit : Prisma.empty}
    WITH ${memory}
    INSERT INTO redemption_returns (tenant_id, id, redemption_id, cause, reason, lines, subtotal_minor, discount_minor,
      clawback_minor, refund_minor, gives_use_back, created_at)
    SELECT ${uuidOf(scope.tenantId)}::uuid, id, redemption_id, cause, reason, lines, subtotal_minor, discount_minor,
      clawback_minor, refund_minor, gives_use_back, created_at
    FROM json_to_recordset(${jsonText(rows)}::json) AS back (id uuid, redemption_id uuid, cause text, reason text,
      lines jsonb, subtotal_minor bigint, discount_minor bigint, clawback_minor bigint, refund_minor bigint,
      gives_use_back boolean, created_at timestamptz)`;
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
