import type { Campaign } from '../campaigns/core.js';
import type { Condition } from '../conditions/core.js';
import { readCondition } from '../conditions/stored.js';
import type { Applicability } from '../coupons/applicability.js';
import { stacksWithAll, type Stacking } from '../coupons/stacking.js';
import { idOf } from '../lib/id.js';
import { money } from '../lib/money.js';
import { rowOf } from '../lib/row.js';
import type { RuleEffect } from '../rules/core.js';
import type { AutomaticIndex, AutomaticPromotion } from './automatic.js';

/** What has changed of a tenant's automatic promotions, as `automatic_promotions_since` writes it; see the migrations. */
export interface Changes {
  /** The number of the last change that is told of. */
  readonly version: number;
  /** Whether it is all there is, and not only what has changed. */
  readonly isWhole: boolean;
  /** Coupons that have changed, or are gone, and others' ids. */
  readonly changed: readonly string[];
  /** Those of them that may be tried. */
  readonly promotions: readonly Row[];
  readonly campaigns: readonly Row[];
  /** The rules of a coupon or a campaign, all by their ids. */
  readonly ruleIds: Readonly<Record<string, readonly string[]>>;
  readonly rules: Readonly<Record<string, RuleJson>>;
  readonly tenantWide: readonly RuleJson[];
}

type Row = Readonly<Record<string, unknown>>;

interface RuleJson {
  readonly effect: RuleEffect;
  readonly condition: unknown;
}

interface PromotionRow extends Pick<AutomaticPromotion, 'codeKey' | 'currency' | 'validFrom' | 'validUntil'> {
  readonly id: string;
  readonly minimumOrderMinor: bigint | null;
  readonly applicability: Applicability;
  readonly stacking: Partial<Stacking>;
  readonly campaignId: string | null;
}

type CampaignRow = Pick<Campaign, 'state' | 'startsAt' | 'endsAt'> & { readonly id: string };

/** Brings an index up to what has changed. Campaigns and conditions that promotions share are read once. */
export function follow(index: AutomaticIndex, changes: Changes): void {
  if (changes.isWhole) index.clear();
  for (const id of changes.changed) index.remove(idOf('coupon', id));
  index.requireOfAll(changes.tenantWide.map(requirementOf));

  const campaigns = new Map(
    // One cast for each kind of row: they have the columns that the function selects.
    (changes.campaigns.map(rowOf) as unknown as CampaignRow[]).map((row) => [row.id, row]),
  );
  const conditions = new Map(Object.entries(changes.rules).map(([id, rule]) => [id, requirementOf(rule)]));
  const required = (targetId: string) =>
    (changes.ruleIds[targetId] ?? []).map((ruleId) => conditions.get(ruleId)!);

  for (const row of changes.promotions.map(rowOf) as unknown as PromotionRow[]) {
    const { id, minimumOrderMinor, campaignId, ...same } = row;
    index.put({
      ...same,
      id: idOf('coupon', id),
      minimumOrder: minimumOrderMinor === null ? null : money(minimumOrderMinor, row.currency!),
      priority: { ...stacksWithAll, ...row.stacking }.priority,
      campaign: campaignId === null ? null : campaigns.get(campaignId)!,
      conditions: [id, ...(campaignId === null ? [] : [campaignId])].flatMap(required),
    });
  }
}

/** What a rule asks for where its coupons are to be used. */
function requirementOf({ effect, condition }: RuleJson): Condition {
  const read = readCondition(condition);
  return effect === 'ELIGIBILITY' ? read : { kind: 'NOT', of: read };
}
