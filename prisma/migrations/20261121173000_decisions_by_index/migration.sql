-- Each connection plans these once. Planned while a table was small, they would read all of it ever after, and take the longer
-- the more is redeemed, until the table is next analyzed. Everything that they look for has an index.
ALTER FUNCTION "decision_facts" (uuid, uuid[], uuid[], text[], text[], text[]) SET enable_seqscan = off;
ALTER FUNCTION "decision_facts_under_lock" (uuid, text[], uuid[], uuid[], text[], text[], text[]) SET enable_seqscan = off;

-- The same without a lock: good for an answer, not for a count.
CREATE FUNCTION "decision_facts_as_they_stand" ("tenant" uuid, "code_keys" text[], "asked_coupons" uuid[], "asked_campaigns" uuid[], "asked_identities" text[], "asked_keys" text[], "asked_references" text[])
  RETURNS json LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
BEGIN
  RETURN decision_facts(tenant, asked_coupons || ARRAY(
    SELECT meant.id FROM coupons meant
    WHERE meant.tenant_id = tenant AND meant.code_key = ANY (code_keys) AND meant.deleted_at IS NULL
  ), asked_campaigns, asked_identities, asked_keys, asked_references);
END
$$;

-- Of counters that are asked for by parallel lists, those that are there.
CREATE FUNCTION "counters_as_they_stand" ("tenant" uuid, "limit_ids" uuid[], "keys" text[], "window_starts" timestamptz[])
  RETURNS SETOF counters LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
BEGIN
  RETURN QUERY SELECT c.* FROM unnest(limit_ids, keys, window_starts) AS asked (limit_id, key, window_start)
    JOIN counters c ON c.tenant_id = tenant AND c.limit_id = asked.limit_id AND c.key = asked.key
      AND c.window_start = asked.window_start;
END
$$;
