-- What linking looks at, once the identities are held: all that is linked with any of them, and which of them anything was
-- ever counted under. Whoever merges customers or changes how they are told apart waits until the transaction ends.
CREATE FUNCTION "identities_under_lock" ("tenant" uuid, "asked" text[])
  RETURNS json LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtextextended(tenant::text, 0));
  RETURN json_build_object(
    'foldsAliases', (SELECT t.folds_aliases FROM tenants t WHERE t.id = tenant),
    'links', (
      SELECT coalesce(json_agg(json_build_object('identity', i.identity, 'customer', i.customer, 'linkedAt', i.linked_at)), '[]')
      FROM identities i
      WHERE i.tenant_id = tenant AND i.customer IN (
        SELECT l.customer FROM identities l WHERE l.tenant_id = tenant AND l.identity = ANY (asked))),
    'counted', (
      SELECT coalesce(json_agg(a.identity), '[]') FROM unnest(asked) AS a (identity)
      WHERE EXISTS (SELECT FROM redemptions r WHERE r.tenant_id = tenant AND r.customer = a.identity)));
END
$$;
