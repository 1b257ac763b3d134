-- The look, told which coupons whoever looks has read before, with the version and the instant of each: of those that are still so only
-- what uses change is sent. To write a coupon of forty columns as JSON, and to read it, takes longer than to find it.
CREATE FUNCTION "decision_facts" ("tenant" uuid, "coupon_ids" uuid[], "asked_campaigns" uuid[], "asked_identities" text[], "asked_keys" text[], "asked_references" text[], "known" json)
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
  beside json;
  beside_ids uuid[];
  beside_coupons json;
  rules json;
  rule_ids uuid[];
  segments json;
  segment_ids uuid[];
  members json;
BEGIN
  SELECT json_agg(CASE WHEN k.id IS NULL THEN to_json(c)
        ELSE json_build_object('id', c.id, 'uses_count', c.uses_count, 'balance_minor', c.balance_minor) END),
      asked_campaigns || array_agg(c.campaign_id) FILTER (WHERE c.campaign_id IS NOT NULL),
      array_agg(c.template_id) FILTER (WHERE c.template_id IS NOT NULL)
    INTO coupons, campaign_ids, template_ids
    FROM coupons c
    LEFT JOIN json_to_recordset(known) AS k (id uuid, version integer, updated_at timestamptz)
      ON k.id = c.id AND k.version = c.version AND k.updated_at = c.updated_at
    WHERE c.tenant_id = tenant AND c.id = ANY (coupon_ids);

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
      'status', r.status, 'referenceType', r.asked_type, 'referenceId', r.asked_id,
      'hash', encode(r.request_hash, 'hex'), 'customer', r.customer, 'channel', r.channel, 'attributes', r.attributes,
      'at', r.created_at, 'uses', r.counted_uses, 'currency', r.currency, 'discountMinor', r.counted_discount_minor,
      'orderMinor', r.counted_order_minor, 'itemsOffMinor', r.discount_minor - coalesce((
        SELECT sum(b.discount_minor) FROM redemption_returns b WHERE b.tenant_id = tenant AND b.redemption_id = r.id), 0),
      'made', CASE WHEN r.status = 'COMPLETED' THEN json_build_object('metadata', r.metadata, 'taxBasis', r.tax_basis,
        'subtotalMinor', r.subtotal_minor, 'discountMinor', r.discount_minor, 'lines', r.lines,
        'freeShipping', r.free_shipping, 'shippingDiscountMinor', r.shipping_discount_minor, 'reward', r.reward,
        'usesLeft', r.uses_left, 'customerUsesLeft', r.customer_uses_left, 'overruns', r.overruns) END))
        FILTER (WHERE r.coupon_id = ANY (coupon_ids)),
      json_agg(json_build_object('redemptionId', r.id, 'couponId', r.coupon_id, 'referenceType', r.asked_type,
        'referenceId', r.asked_id, 'customer', r.customer))
        FILTER (WHERE r.coupon_id <> ALL (coupon_ids)),
      array_agg(r.coupon_id) FILTER (WHERE r.coupon_id <> ALL (coupon_ids))
      INTO held, beside, beside_ids FROM (
        SELECT r.*, r.reference_type AS asked_type, r.reference_id AS asked_id FROM redemptions r
          WHERE r.tenant_id = tenant AND r.reference_id = ANY (asked_references) AND r.status IN ('RESERVED', 'COMPLETED')
        UNION ALL
        SELECT r.*, s.reference_type, s.reference_id FROM reservations s
          JOIN redemptions r ON r.tenant_id = s.tenant_id AND r.reservation_id = s.id
          WHERE s.tenant_id = tenant AND s.reference_id = ANY (asked_references) AND s.status = 'CONFIRMED'
            AND r.status = 'COMPLETED' AND (r.reference_type, r.reference_id) <> (s.reference_type, s.reference_id)
      ) r;
    IF beside_ids IS NOT NULL THEN
      SELECT json_agg(c) INTO beside_coupons FROM coupons c WHERE c.tenant_id = tenant AND c.id = ANY (beside_ids);
    END IF;
  END IF;

  RETURN json_build_object('coupons', coalesce(coupons, '[]'), 'campaigns', coalesce(campaigns, '[]'),
    'limits', coalesce(limits, '[]'), 'foldsAliases', coalesce(folds_aliases, false),
    'identities', coalesce(identities, '{}'), 'redeemers', coalesce(redeemers, '[]'),
    'answered', coalesce(answered, '[]'), 'held', coalesce(held, '[]'), 'beside', coalesce(beside, '[]'),
    'besideCoupons', coalesce(beside_coupons, '[]'), 'rules', coalesce(rules, '[]'),
    'segments', coalesce(segments, '[]'), 'members', coalesce(members, '[]'));
END
$$;

CREATE FUNCTION "decision_facts_under_lock" ("tenant" uuid, "code_keys" text[], "asked_coupons" uuid[], "asked_campaigns" uuid[], "asked_identities" text[], "asked_keys" text[], "asked_references" text[], "known" json)
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
  RETURN decision_facts(tenant, coupon_ids, asked_campaigns, asked_identities, asked_keys, asked_references, known);
END
$$;

CREATE FUNCTION "decision_facts_as_they_stand" ("tenant" uuid, "code_keys" text[], "asked_coupons" uuid[], "asked_campaigns" uuid[], "asked_identities" text[], "asked_keys" text[], "asked_references" text[], "known" json)
  RETURNS json LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
BEGIN
  RETURN decision_facts(tenant, asked_coupons || ARRAY(
    SELECT meant.id FROM coupons meant
    WHERE meant.tenant_id = tenant AND meant.code_key = ANY (code_keys) AND meant.deleted_at IS NULL
  ), asked_campaigns, asked_identities, asked_keys, asked_references, known);
END
$$;

-- Processes of the version before go on asking without, by the functions that they know.
CREATE OR REPLACE FUNCTION "decision_facts" ("tenant" uuid, "coupon_ids" uuid[], "asked_campaigns" uuid[], "asked_identities" text[], "asked_keys" text[], "asked_references" text[])
  RETURNS json LANGUAGE sql STABLE
  RETURN decision_facts(tenant, coupon_ids, asked_campaigns, asked_identities, asked_keys, asked_references, '[]'::json);
