-- What one request without a reference has used together is one order: what was paid for it is known of all its codes only.
ALTER TABLE "redemptions" ADD COLUMN "together_id" UUID;
CREATE INDEX "redemptions_together" ON "redemptions" ("tenant_id", "together_id") WHERE "together_id" IS NOT NULL;
