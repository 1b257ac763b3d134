-- CreateTable
CREATE TABLE "promotion_feeds" (
    "tenant_id" UUID NOT NULL,
    "version" BIGINT NOT NULL,

    CONSTRAINT "promotion_feeds_pkey" PRIMARY KEY ("tenant_id")
);

-- CreateTable
CREATE TABLE "promotion_changes" (
    "tenant_id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "version" BIGINT NOT NULL,

    CONSTRAINT "promotion_changes_pkey" PRIMARY KEY ("tenant_id","target_id")
);

-- CreateIndex
CREATE INDEX "promotion_changes_tenant_id_version_idx" ON "promotion_changes"("tenant_id", "version");

-- What Prisma's schema has no words for.

-- The automatic promotions that may be tried at all.
CREATE INDEX "coupons_automatic" ON "coupons" ("tenant_id", "campaign_id")
  WHERE "trigger" = 'AUTOMATIC' AND "state" = 'ACTIVE' AND "deleted_at" IS NULL AND NOT "is_test";

-- The number of the transaction under way. The feed's row stays locked until it ends, so transactions become visible in the
-- order of their numbers. One number is enough for all that a transaction changes: it is noted for as long as it lasts.
CREATE FUNCTION "next_promotion_version" ("tenant" uuid) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  noted text := current_setting('tearline.promotion_version', true);
  taken bigint;
BEGIN
  IF split_part(noted, ' ', 1) = tenant::text THEN
    RETURN split_part(noted, ' ', 2)::bigint;
  END IF;
  INSERT INTO promotion_feeds AS feed (tenant_id, version) VALUES (tenant, 1)
    ON CONFLICT (tenant_id) DO UPDATE SET version = feed.version + 1
    RETURNING version INTO taken;
  PERFORM set_config('tearline.promotion_version', tenant || ' ' || taken, true);
  RETURN taken;
END
$$;

CREATE FUNCTION "note_promotion_change" ("tenant" uuid, "target" uuid) RETURNS void LANGUAGE sql AS $$
  INSERT INTO promotion_changes AS noted (tenant_id, target_id, version)
    VALUES (tenant, target, next_promotion_version(tenant))
    ON CONFLICT (tenant_id, target_id) DO UPDATE SET version = excluded.version WHERE noted.version <> excluded.version
$$;

CREATE FUNCTION "note_coupon_or_campaign" () RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM note_promotion_change(OLD.tenant_id, OLD.id);
  ELSE
    PERFORM note_promotion_change(NEW.tenant_id, NEW.id);
  END IF;
  RETURN NULL;
END
$$;

CREATE FUNCTION "note_rule_target" () RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM note_promotion_change(OLD.tenant_id, OLD.target_id);
  ELSE
    PERFORM note_promotion_change(NEW.tenant_id, NEW.target_id);
  END IF;
  RETURN NULL;
END
$$;

-- Of a rule for the whole tenant the number alone is enough: such rules are read whenever there is a new one. Its targets
-- are looked up with the number in hand, when nobody else can be about to attach it.
CREATE FUNCTION "note_rule" () RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM next_promotion_version(OLD.tenant_id);
    RETURN NULL;
  END IF;
  PERFORM next_promotion_version(NEW.tenant_id);
  PERFORM note_promotion_change(tenant_id, target_id)
    FROM rule_targets WHERE tenant_id = NEW.tenant_id AND rule_id = NEW.id;
  RETURN NULL;
END
$$;

-- All are deferred: the feed's row is the last lock that a transaction takes, and the one that it holds shortest. What is
-- counted (uses, balances) is not listed, so that to count never comes near it.
CREATE CONSTRAINT TRIGGER "coupons_feed_insert" AFTER INSERT ON "coupons" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW."trigger" = 'AUTOMATIC') EXECUTE FUNCTION "note_coupon_or_campaign" ();

CREATE CONSTRAINT TRIGGER "coupons_feed_update"
  AFTER UPDATE OF "trigger", "is_test", "state", "deleted_at", "code_key", "valid_from", "valid_until", "currency",
    "minimum_order_minor", "applicability", "stacking", "campaign_id" ON "coupons" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN ((OLD."trigger" = 'AUTOMATIC' OR NEW."trigger" = 'AUTOMATIC') AND
    (OLD."trigger", OLD."is_test", OLD."state", OLD."deleted_at", OLD."code_key", OLD."valid_from", OLD."valid_until",
      OLD."currency", OLD."minimum_order_minor", OLD."applicability", OLD."stacking", OLD."campaign_id")
    IS DISTINCT FROM
    (NEW."trigger", NEW."is_test", NEW."state", NEW."deleted_at", NEW."code_key", NEW."valid_from", NEW."valid_until",
      NEW."currency", NEW."minimum_order_minor", NEW."applicability", NEW."stacking", NEW."campaign_id"))
  EXECUTE FUNCTION "note_coupon_or_campaign" ();

CREATE CONSTRAINT TRIGGER "coupons_feed_delete" AFTER DELETE ON "coupons" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD."trigger" = 'AUTOMATIC') EXECUTE FUNCTION "note_coupon_or_campaign" ();

CREATE CONSTRAINT TRIGGER "campaigns_feed" AFTER UPDATE OF "state", "starts_at", "ends_at" ON "campaigns"
  DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN ((OLD."state", OLD."starts_at", OLD."ends_at") IS DISTINCT FROM (NEW."state", NEW."starts_at", NEW."ends_at"))
  EXECUTE FUNCTION "note_coupon_or_campaign" ();

CREATE CONSTRAINT TRIGGER "rule_targets_feed" AFTER INSERT OR DELETE ON "rule_targets" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION "note_rule_target" ();

CREATE CONSTRAINT TRIGGER "rules_feed_insert" AFTER INSERT ON "rules" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW."is_tenant_wide") EXECUTE FUNCTION "note_rule" ();

CREATE CONSTRAINT TRIGGER "rules_feed_update" AFTER UPDATE OF "condition", "effect", "is_tenant_wide" ON "rules"
  DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN ((OLD."condition", OLD."effect", OLD."is_tenant_wide")
    IS DISTINCT FROM (NEW."condition", NEW."effect", NEW."is_tenant_wide"))
  EXECUTE FUNCTION "note_rule" ();

CREATE CONSTRAINT TRIGGER "rules_feed_delete" AFTER DELETE ON "rules" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD."is_tenant_wide") EXECUTE FUNCTION "note_rule" ();

-- Those that are there already.
INSERT INTO "promotion_feeds" ("tenant_id", "version")
  SELECT DISTINCT "tenant_id", 1 FROM "coupons" WHERE "trigger" = 'AUTOMATIC';

-- What has changed since a number that is known, or everything if none is (0); null if nothing has. A stable function sees
-- one moment, that of the statement which calls it: what it finds is just what its number stands for.
CREATE FUNCTION "automatic_promotions_since" ("tenant" uuid, "known" bigint)
  RETURNS json LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
  newest bigint;
  is_whole boolean;
  changed uuid[];
  found_ids uuid[];
  promotions json;
  target_ids uuid[];
  campaigns json;
  rule_ids json;
  rules json;
  tenant_wide json;
BEGIN
  SELECT f.version INTO newest FROM promotion_feeds f WHERE f.tenant_id = tenant;
  newest := coalesce(newest, 0);
  IF newest = known THEN
    RETURN NULL;
  END IF;

  -- A number that is gone is one of a database that was put back to an earlier state.
  is_whole := known = 0 OR newest < known;
  IF is_whole THEN
    SELECT array_agg(c.id) INTO found_ids FROM coupons c
      WHERE c.tenant_id = tenant AND c.trigger = 'AUTOMATIC' AND c.state = 'ACTIVE' AND c.deleted_at IS NULL AND NOT c.is_test;
  ELSE
    SELECT array_agg(n.target_id) INTO changed FROM promotion_changes n WHERE n.tenant_id = tenant AND n.version > known;
    SELECT array_agg(c.id) INTO found_ids FROM (
      SELECT c.id FROM coupons c
        WHERE c.tenant_id = tenant AND c.id = ANY (changed)
          AND c.trigger = 'AUTOMATIC' AND c.state = 'ACTIVE' AND c.deleted_at IS NULL AND NOT c.is_test
      UNION SELECT c.id FROM coupons c
        WHERE c.tenant_id = tenant AND c.campaign_id = ANY (changed)
          AND c.trigger = 'AUTOMATIC' AND c.state = 'ACTIVE' AND c.deleted_at IS NULL AND NOT c.is_test
    ) c;
  END IF;

  IF found_ids IS NOT NULL THEN
    SELECT json_agg(c), array_agg(DISTINCT c.campaign_id) FILTER (WHERE c.campaign_id IS NOT NULL) INTO promotions, target_ids
      FROM (
        SELECT id, code_key, valid_from, valid_until, currency, minimum_order_minor, applicability, stacking, campaign_id
        FROM coupons WHERE tenant_id = tenant AND id = ANY (found_ids)
      ) c;
    IF target_ids IS NOT NULL THEN
      SELECT json_agg(g) INTO campaigns FROM (
        SELECT id, state, starts_at, ends_at FROM campaigns WHERE tenant_id = tenant AND id = ANY (target_ids)
      ) g;
    END IF;
    SELECT json_object_agg(t.target_id, t.rule_ids) INTO rule_ids FROM (
      SELECT target_id, json_agg(rule_id) AS rule_ids FROM rule_targets
      WHERE tenant_id = tenant AND target_id = ANY (found_ids || target_ids)
      GROUP BY target_id
    ) t;
    SELECT json_object_agg(r.id, json_build_object('effect', r.effect, 'condition', r.condition)) INTO rules FROM rules r
      WHERE r.tenant_id = tenant AND r.id IN (
        SELECT t.rule_id FROM rule_targets t WHERE t.tenant_id = tenant AND t.target_id = ANY (found_ids || target_ids));
  END IF;
  SELECT json_agg(json_build_object('effect', r.effect, 'condition', r.condition)) INTO tenant_wide FROM rules r
    WHERE r.tenant_id = tenant AND r.is_tenant_wide;

  RETURN json_build_object('version', newest, 'isWhole', is_whole, 'changed', coalesce(to_json(changed), '[]'),
    'promotions', coalesce(promotions, '[]'), 'campaigns', coalesce(campaigns, '[]'),
    'ruleIds', coalesce(rule_ids, '{}'), 'rules', coalesce(rules, '{}'),
    'tenantWide', coalesce(tenant_wide, '[]'));
END
$$;
