-- Idempotency keys are deleted when they have been kept for long enough; those of what uses codes or gives uses back stay.
-- They are most of all keys, and cost nothing here: see src/platform/idempotency/pruning.ts.
DROP INDEX "idempotency_keys_created_at_idx";
CREATE INDEX "idempotency_keys_prunable" ON "idempotency_keys" ("created_at")
  WHERE "operation" NOT IN ('applyCoupon', 'applyPromotions', 'confirmReservation', 'voidRedemption');
