-- Keys that use codes were always told why one cannot be used; those that are there go on being told.
UPDATE "api_keys"
SET "rights" = array_append("rights", 'EXPLAIN')
WHERE "rights" && ARRAY['VALIDATE', 'REDEEM'] AND NOT 'EXPLAIN' = ANY ("rights");
