-- Each connection plans these once. Planned while a table was small, they would read all of it ever after, and take the longer
-- the more is redeemed, until the table is next analyzed. Everything that they look for has an index.
ALTER FUNCTION "decision_facts" (uuid, uuid[], uuid[], text[], text[], text[]) SET enable_seqscan = off;
ALTER FUNCTION "decision_facts_under_lock" (uuid, text[], uuid[], uuid[], text[], text[], text[]) SET enable_seqscan = off;
