import { readCondition } from '../conditions/stored.js';
import { idOf } from '../lib/id.js';
import type { JsonObject } from '../lib/json.js';
import type { Rule, RuleEffect, RuleTargets } from './core.js';

/** A rule as the database keeps it, of its own types or as JSON has them. */
export interface StoredRule {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly effect: string;
  readonly condition: unknown;
  readonly priority: number;
  readonly isTenantWide: boolean;
  readonly metadata: unknown;
  readonly version: number;
  readonly createdAt: Date | string;
  readonly updatedAt: Date | string;
  readonly targets: readonly StoredTarget[];
}

export interface StoredTarget {
  readonly couponId: string | null;
  readonly campaignId: string | null;
  readonly templateId: string | null;
}

/** What was stored was checked when it was written. */
export const readRule = (row: StoredRule): Rule => ({
  id: idOf('rule', row.id),
  name: row.name,
  description: row.description,
  effect: row.effect as RuleEffect,
  condition: readCondition(row.condition),
  priority: row.priority,
  targets: readTargets(row),
  metadata: row.metadata as JsonObject,
  version: row.version,
  createdAt: new Date(row.createdAt),
  updatedAt: new Date(row.updatedAt),
});

/** In the order of their ids. */
const readTargets = ({ targets, isTenantWide }: StoredRule): RuleTargets => ({
  couponIds: targets.flatMap(({ couponId }) => (couponId ? [idOf('coupon', couponId)] : [])).sort(),
  campaignIds: targets.flatMap(({ campaignId }) => (campaignId ? [idOf('campaign', campaignId)] : [])).sort(),
  templateIds: targets.flatMap(({ templateId }) => (templateId ? [idOf('template', templateId)] : [])).sort(),
  isTenantWide,
});
