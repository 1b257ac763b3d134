-- AlterTable
ALTER TABLE "coupons" ADD COLUMN     "is_test" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "stacking" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "trigger" TEXT NOT NULL DEFAULT 'CODE';

-- AlterTable
ALTER TABLE "redemptions" ADD COLUMN     "reward" JSONB;

-- CreateTable
CREATE TABLE "rules" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "effect" TEXT NOT NULL,
    "condition" JSONB NOT NULL,
    "priority" INTEGER NOT NULL,
    "is_tenant_wide" BOOLEAN NOT NULL,
    "metadata" JSONB NOT NULL,
    "version" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rules_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "rule_targets" (
    "tenant_id" UUID NOT NULL,
    "rule_id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "coupon_id" UUID,
    "campaign_id" UUID,

    CONSTRAINT "rule_targets_pkey" PRIMARY KEY ("tenant_id","rule_id","target_id")
);

-- CreateTable
CREATE TABLE "rule_segments" (
    "tenant_id" UUID NOT NULL,
    "rule_id" UUID NOT NULL,
    "segment_id" UUID NOT NULL,

    CONSTRAINT "rule_segments_pkey" PRIMARY KEY ("tenant_id","rule_id","segment_id")
);

-- CreateTable
CREATE TABLE "segments" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "description" TEXT,
    "condition" JSONB,
    "version" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "segments_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "segment_members" (
    "tenant_id" UUID NOT NULL,
    "segment_id" UUID NOT NULL,
    "identity" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "segment_members_pkey" PRIMARY KEY ("tenant_id","segment_id","identity")
);

-- CreateIndex
CREATE INDEX "rules_tenant_id_name_id_idx" ON "rules"("tenant_id", "name", "id");

-- CreateIndex
CREATE INDEX "rule_targets_tenant_id_target_id_idx" ON "rule_targets"("tenant_id", "target_id");

-- CreateIndex
CREATE INDEX "rule_segments_tenant_id_segment_id_idx" ON "rule_segments"("tenant_id", "segment_id");

-- CreateIndex
CREATE UNIQUE INDEX "segments_name_taken" ON "segments"("tenant_id", "name_key");

-- CreateIndex
CREATE INDEX "segment_members_tenant_id_identity_idx" ON "segment_members"("tenant_id", "identity");

-- AddForeignKey
ALTER TABLE "rule_targets" ADD CONSTRAINT "rule_targets_tenant_id_rule_id_fkey" FOREIGN KEY ("tenant_id", "rule_id") REFERENCES "rules"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rule_targets" ADD CONSTRAINT "rule_targets_tenant_id_coupon_id_fkey" FOREIGN KEY ("tenant_id", "coupon_id") REFERENCES "coupons"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rule_targets" ADD CONSTRAINT "rule_targets_tenant_id_campaign_id_fkey" FOREIGN KEY ("tenant_id", "campaign_id") REFERENCES "campaigns"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rule_segments" ADD CONSTRAINT "rule_segments_tenant_id_rule_id_fkey" FOREIGN KEY ("tenant_id", "rule_id") REFERENCES "rules"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rule_segments" ADD CONSTRAINT "rule_segments_tenant_id_segment_id_fkey" FOREIGN KEY ("tenant_id", "segment_id") REFERENCES "segments"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "segment_members" ADD CONSTRAINT "segment_members_tenant_id_segment_id_fkey" FOREIGN KEY ("tenant_id", "segment_id") REFERENCES "segments"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema has no words for.
ALTER TABLE "coupons"
  ADD CONSTRAINT "coupons_trigger_known" CHECK ("trigger" IN ('CODE', 'AUTOMATIC'));

ALTER TABLE "rules"
  ADD CONSTRAINT "rules_effect_known" CHECK ("effect" IN ('ELIGIBILITY', 'EXCLUSION'));

ALTER TABLE "rule_targets"
  ADD CONSTRAINT "rule_targets_one" CHECK (num_nonnulls("coupon_id", "campaign_id") = 1 AND "target_id" = coalesce("coupon_id", "campaign_id"));

CREATE INDEX "rules_tenant_wide" ON "rules" ("tenant_id") WHERE "is_tenant_wide";
