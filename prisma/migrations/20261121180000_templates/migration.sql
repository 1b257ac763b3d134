-- AlterTable
ALTER TABLE "coupons" ADD COLUMN     "template_id" UUID;

-- AlterTable
ALTER TABLE "limits" ADD COLUMN     "template_id" UUID;

-- AlterTable
ALTER TABLE "rule_targets" ADD COLUMN     "template_id" UUID;

-- CreateTable
CREATE TABLE "templates" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "code_pattern" TEXT NOT NULL,
    "terms" JSONB NOT NULL,
    "metadata" JSONB NOT NULL,
    "version" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "templates_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE INDEX "templates_tenant_id_name_id_idx" ON "templates"("tenant_id", "name", "id");

-- CreateIndex
CREATE INDEX "limits_tenant_id_template_id_idx" ON "limits"("tenant_id", "template_id");

-- AddForeignKey
ALTER TABLE "coupons" ADD CONSTRAINT "coupons_tenant_id_template_id_fkey" FOREIGN KEY ("tenant_id", "template_id") REFERENCES "templates"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "limits" ADD CONSTRAINT "limits_tenant_id_template_id_fkey" FOREIGN KEY ("tenant_id", "template_id") REFERENCES "templates"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rule_targets" ADD CONSTRAINT "rule_targets_tenant_id_template_id_fkey" FOREIGN KEY ("tenant_id", "template_id") REFERENCES "templates"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema has no words for.
ALTER TABLE "limits"
  DROP CONSTRAINT "limits_one_target",
  ADD CONSTRAINT "limits_one_target" CHECK (num_nonnulls("coupon_id", "campaign_id", "template_id") <= 1);
ALTER TABLE "rule_targets"
  DROP CONSTRAINT "rule_targets_one",
  ADD CONSTRAINT "rule_targets_one" CHECK (num_nonnulls("coupon_id", "campaign_id", "template_id") = 1
    AND "target_id" = coalesce("coupon_id", "campaign_id", "template_id"));
DROP INDEX "limits_of_tenant";
CREATE INDEX "limits_of_tenant" ON "limits" ("tenant_id")
  WHERE "coupon_id" IS NULL AND "campaign_id" IS NULL AND "template_id" IS NULL;
-- Most coupons have none.
CREATE INDEX "coupons_of_template" ON "coupons" ("tenant_id", "template_id", "id") WHERE "template_id" IS NOT NULL;

-- What a decision needs, and now also the limits and rules of the template that a coupon was made from.
CREATE OR REPLACE FUNCTION "decision_facts" ("tenant" uuid, "coupon_ids" uuid[], "asked_campaigns" uuid[], "asked_identities" text[], "asked_keys" text[], "asked_references" text[])
  RETURNS json LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
#variable_conflict use_column
DECLARE
  campaign_ids uuid[];
  template_ids uuid[];
  coupons json;
  campaigns json;
  limits json;
  folds_aliases boolean;
  identities json;
  customers text[];
  redeemers json;
  answered json;
  held json;
  rules json;
  rule_ids uuid[];
  segments json;
  segment_ids uuid[];
  members json;
BEGIN
  SELECT json_agg(c), asked_campaigns || array_agg(c.campaign_id) FILTER (WHERE c.campaign_id IS NOT NULL),
      array_agg(c.template_id) FILTER (WHERE c.template_id IS NOT NULL)
    INTO coupons, campaign_ids, template_ids
    FROM coupons c WHERE c.tenant_id = tenant AND c.id = ANY (coupon_ids);

  IF cardinality(campaign_ids) > 0 THEN
    SELECT json_agg(g) INTO campaigns FROM campaigns g WHERE g.tenant_id = tenant AND g.id = ANY (campaign_ids);
  END IF;

  SELECT json_agg(l) INTO limits FROM (
    SELECT * FROM limits l WHERE l.tenant_id = tenant AND l.coupon_id = ANY (coupon_ids)
    UNION ALL SELECT * FROM limits l WHERE l.tenant_id = tenant AND l.campaign_id = ANY (campaign_ids)
    UNION ALL SELECT * FROM limits l WHERE l.tenant_id = tenant AND l.template_id = ANY (template_ids)
    UNION ALL SELECT * FROM limits l
      WHERE l.tenant_id = tenant AND l.coupon_id IS NULL AND l.campaign_id IS NULL AND l.template_id IS NULL
  ) l;

  IF cardinality(asked_identities) > 0 THEN
    SELECT t.folds_aliases INTO folds_aliases FROM tenants t WHERE t.id = tenant;
    SELECT json_object_agg(i.identity, i.customer), array_agg(i.customer) INTO identities, customers
      FROM identities i WHERE i.tenant_id = tenant AND i.identity = ANY (asked_identities);
    SELECT json_agg(json_build_object('couponId', r.coupon_id, 'customer', r.customer, 'uses', r.uses_count)) INTO redeemers
      FROM redeemers r
      WHERE r.tenant_id = tenant AND r.coupon_id = ANY (coupon_ids) AND r.customer = ANY (asked_identities || customers);
  END IF;

  SELECT json_agg(json_build_object('id', x.id, 'version', x.version)), array_agg(x.id)
    INTO rules, rule_ids
    FROM (
      SELECT r.id, r.version FROM rule_targets t JOIN rules r ON r.tenant_id = t.tenant_id AND r.id = t.rule_id
        WHERE t.tenant_id = tenant AND t.target_id = ANY (coupon_ids || campaign_ids || template_ids)
      UNION SELECT r.id, r.version FROM rules r WHERE r.tenant_id = tenant AND r.is_tenant_wide
    ) x;

  IF rule_ids IS NOT NULL THEN
    SELECT json_agg(json_build_object('id', s.id, 'version', s.version)), array_agg(s.id) INTO segments, segment_ids
      FROM segments s
      WHERE s.tenant_id = tenant AND s.id IN (
        SELECT n.segment_id FROM rule_segments n WHERE n.tenant_id = tenant AND n.rule_id = ANY (rule_ids));
    -- Whoever is listed under any of a customer's identities is listed.
    IF segment_ids IS NOT NULL AND cardinality(asked_identities) > 0 THEN
      SELECT json_agg(json_build_object('segmentId', m.segment_id, 'customer', coalesce(l.customer, m.identity))) INTO members
        FROM (
          SELECT unnest(asked_identities) AS identity, NULL AS customer
          UNION ALL SELECT i.identity, i.customer FROM identities i WHERE i.tenant_id = tenant AND i.customer = ANY (customers)
        ) l JOIN segment_members m ON m.tenant_id = tenant AND m.identity = l.identity AND m.segment_id = ANY (segment_ids);
    END IF;
  END IF;

  IF cardinality(asked_keys) > 0 THEN
    SELECT json_agg(json_build_object('key', k.key, 'hash', encode(k.request_hash, 'hex'), 'redemptionId', k.answer ->> 'redemptionId'))
      INTO answered FROM idempotency_keys k
      WHERE k.tenant_id = tenant AND k.operation = 'applyCoupon' AND k.key = ANY (asked_keys);
  END IF;

  IF cardinality(asked_references) > 0 THEN
    SELECT json_agg(json_build_object('redemptionId', r.id, 'couponId', r.coupon_id, 'campaignId', r.campaign_id,
      'status', r.status, 'referenceType', r.reference_type, 'referenceId', r.reference_id,
      'hash', encode(r.request_hash, 'hex'), 'customer', r.customer, 'channel', r.channel, 'attributes', r.attributes,
      'at', r.created_at, 'uses', r.counted_uses, 'currency', r.currency, 'discountMinor', r.counted_discount_minor,
      'orderMinor', r.counted_order_minor, 'itemsOffMinor', r.discount_minor - coalesce((
        SELECT sum(b.discount_minor) FROM redemption_returns b WHERE b.tenant_id = tenant AND b.redemption_id = r.id), 0)))
      INTO held FROM redemptions r
      WHERE r.tenant_id = tenant AND r.reference_id = ANY (asked_references) AND r.coupon_id = ANY (coupon_ids)
        AND r.status IN ('RESERVED', 'COMPLETED');
  END IF;

  RETURN json_build_object('coupons', coalesce(coupons, '[]'), 'campaigns', coalesce(campaigns, '[]'),
    'limits', coalesce(limits, '[]'), 'foldsAliases', coalesce(folds_aliases, false),
    'identities', coalesce(identities, '{}'), 'redeemers', coalesce(redeemers, '[]'),
    'answered', coalesce(answered, '[]'), 'held', coalesce(held, '[]'), 'rules', coalesce(rules, '[]'),
    'segments', coalesce(segments, '[]'), 'members', coalesce(members, '[]'));
END
$$;

-- The same under lock. Templates are held like campaigns, all in one order: whoever makes a limit for one counts what is there.
CREATE OR REPLACE FUNCTION "decision_facts_under_lock" ("tenant" uuid, "code_keys" text[], "asked_coupons" uuid[], "asked_campaigns" uuid[], "asked_identities" text[], "asked_keys" text[], "asked_references" text[])
  RETURNS json LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
DECLARE
  coupon_ids uuid[];
  group_ids uuid[];
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtextextended(tenant::text, 0));
  SELECT array_agg(locked.id), asked_campaigns || array_agg(locked.campaign_id) FILTER (WHERE locked.campaign_id IS NOT NULL)
      || array_agg(locked.template_id) FILTER (WHERE locked.template_id IS NOT NULL)
    INTO coupon_ids, group_ids
    FROM (
      SELECT c.id, c.campaign_id, c.template_id FROM coupons c
      WHERE c.tenant_id = tenant AND (c.deleted_at IS NULL OR c.id = ANY (asked_coupons)) AND c.id = ANY (asked_coupons || ARRAY(
        SELECT meant.id FROM coupons meant
        WHERE meant.tenant_id = tenant AND meant.code_key = ANY (code_keys) AND meant.deleted_at IS NULL))
      ORDER BY c.id
      FOR NO KEY UPDATE
    ) locked;
  IF group_ids IS NOT NULL THEN
    PERFORM pg_advisory_xact_lock_shared(hashtextextended(ordered.id::text, 0))
      FROM (SELECT DISTINCT unnest(group_ids) AS id ORDER BY 1) ordered;
  END IF;
  RETURN decision_facts(tenant, coupon_ids, asked_campaigns, asked_identities, asked_keys, asked_references);
END
$$;
