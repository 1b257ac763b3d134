-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "audit_events" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "target_id" TEXT NOT NULL,
    "reason" TEXT,
    "before" JSONB,
    "after" JSONB,
    "request_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "outbox_events" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "target_id" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "request_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "outbox_events_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "idempotency_keys" (
    "tenant_id" UUID NOT NULL,
    "operation" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" BYTEA NOT NULL,
    "answer" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("tenant_id","operation","key")
);

-- CreateTable
CREATE TABLE "brands" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "offer" JSONB,
    "realiser_url" TEXT,
    "verifier_url" TEXT,
    "version" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "brands_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "campaigns" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "state" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3),
    "ends_at" TIMESTAMPTZ(3),
    "channels" TEXT[],
    "metadata" JSONB NOT NULL,
    "version" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "campaigns_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "coupons" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "code_key" TEXT NOT NULL,
    "is_case_sensitive" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL,
    "description" TEXT,
    "discount_kind" TEXT NOT NULL,
    "discount" JSONB NOT NULL,
    "currency" CHAR(3),
    "minimum_order_minor" BIGINT,
    "valid_from" TIMESTAMPTZ(3),
    "valid_until" TIMESTAMPTZ(3),
    "max_uses" INTEGER,
    "uses_ceiling" INTEGER,
    "per_customer_limit" INTEGER,
    "uses_count" INTEGER NOT NULL DEFAULT 0,
    "applicability" JSONB NOT NULL,
    "campaign_id" UUID,
    "metadata" JSONB NOT NULL,
    "created_by_kind" TEXT NOT NULL,
    "created_by_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "coupons_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "fans" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "brand_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_key" TEXT NOT NULL,
    "social_handle" TEXT,
    "coupon_id" UUID,
    "token_hash" BYTEA,
    "token_number" INTEGER NOT NULL DEFAULT 0,
    "token_expires_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "activated_at" TIMESTAMPTZ(3),

    CONSTRAINT "fans_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "deliveries" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "fan_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "body" JSON,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "delivered_at" TIMESTAMPTZ(3),

    CONSTRAINT "deliveries_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "api_keys" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "rights" TEXT[],
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "redemptions" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "coupon_id" UUID NOT NULL,
    "coupon_code" TEXT NOT NULL,
    "campaign_id" UUID,
    "customer_id" TEXT,
    "reference_type" TEXT,
    "reference_id" TEXT,
    "channel" TEXT,
    "currency" CHAR(3) NOT NULL,
    "subtotal_minor" BIGINT NOT NULL,
    "discount_minor" BIGINT NOT NULL,
    "lines" JSONB NOT NULL,
    "free_shipping" BOOLEAN NOT NULL,
    "shipping_discount_minor" BIGINT,
    "uses_left" INTEGER,
    "customer_uses_left" INTEGER,
    "request_hash" BYTEA NOT NULL,
    "metadata" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "voided_at" TIMESTAMPTZ(3),
    "void_reason" TEXT,

    CONSTRAINT "redemptions_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "redeemers" (
    "tenant_id" UUID NOT NULL,
    "coupon_id" UUID NOT NULL,
    "customer_id" TEXT NOT NULL,
    "uses_count" INTEGER NOT NULL,
    "first_redeemed_at" TIMESTAMPTZ(3) NOT NULL,
    "last_redeemed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "redeemers_pkey" PRIMARY KEY ("tenant_id","coupon_id","customer_id")
);

-- CreateTable
CREATE TABLE "tenants" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_secret" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tenants_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "audit_events_tenant_id_target_id_id_idx" ON "audit_events"("tenant_id", "target_id", "id");

-- CreateIndex
CREATE INDEX "audit_events_tenant_id_actor_id_id_idx" ON "audit_events"("tenant_id", "actor_id", "id");

-- CreateIndex
CREATE INDEX "audit_events_tenant_id_action_id_idx" ON "audit_events"("tenant_id", "action", "id");

-- CreateIndex
CREATE INDEX "idempotency_keys_created_at_idx" ON "idempotency_keys"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "brands_tenant_id_slug_key" ON "brands"("tenant_id", "slug");

-- CreateIndex
CREATE INDEX "campaigns_tenant_id_name_id_idx" ON "campaigns"("tenant_id", "name", "id");

-- CreateIndex
CREATE INDEX "coupons_tenant_id_code_key_id_idx" ON "coupons"("tenant_id", "code_key", "id");

-- CreateIndex
CREATE INDEX "coupons_tenant_id_campaign_id_id_idx" ON "coupons"("tenant_id", "campaign_id", "id");

-- CreateIndex
CREATE INDEX "coupons_tenant_id_uses_count_id_idx" ON "coupons"("tenant_id", "uses_count", "id");

-- CreateIndex
CREATE INDEX "coupons_tenant_id_created_by_id_id_idx" ON "coupons"("tenant_id", "created_by_id", "id");

-- CreateIndex
CREATE INDEX "fans_token_hash_idx" ON "fans"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "fans_tenant_id_brand_id_email_key_key" ON "fans"("tenant_id", "brand_id", "email_key");

-- CreateIndex
CREATE INDEX "fans_tenant_id_brand_id_id_idx" ON "fans"("tenant_id", "brand_id", "id");

-- CreateIndex
CREATE INDEX "fans_tenant_id_status_id_idx" ON "fans"("tenant_id", "status", "id");

-- CreateIndex
CREATE INDEX "fans_tenant_id_email_key_id_idx" ON "fans"("tenant_id", "email_key", "id");

-- CreateIndex
CREATE INDEX "deliveries_tenant_id_fan_id_id_idx" ON "deliveries"("tenant_id", "fan_id", "id");

-- CreateIndex
CREATE INDEX "api_keys_secret_hash_idx" ON "api_keys"("secret_hash");

-- CreateIndex
CREATE INDEX "redemptions_tenant_id_coupon_id_id_idx" ON "redemptions"("tenant_id", "coupon_id", "id");

-- CreateIndex
CREATE INDEX "redemptions_tenant_id_customer_id_id_idx" ON "redemptions"("tenant_id", "customer_id", "id");

-- CreateIndex
CREATE INDEX "redemptions_tenant_id_campaign_id_id_idx" ON "redemptions"("tenant_id", "campaign_id", "id");

-- CreateIndex
CREATE INDEX "redemptions_tenant_id_reference_id_id_idx" ON "redemptions"("tenant_id", "reference_id", "id");

-- CreateIndex
CREATE INDEX "redemptions_tenant_id_created_at_idx" ON "redemptions"("tenant_id", "created_at");

-- AddForeignKey
ALTER TABLE "coupons" ADD CONSTRAINT "coupons_tenant_id_campaign_id_fkey" FOREIGN KEY ("tenant_id", "campaign_id") REFERENCES "campaigns"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fans" ADD CONSTRAINT "fans_tenant_id_brand_id_fkey" FOREIGN KEY ("tenant_id", "brand_id") REFERENCES "brands"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fans" ADD CONSTRAINT "fans_tenant_id_coupon_id_fkey" FOREIGN KEY ("tenant_id", "coupon_id") REFERENCES "coupons"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_tenant_id_fan_id_fkey" FOREIGN KEY ("tenant_id", "fan_id") REFERENCES "fans"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "redemptions" ADD CONSTRAINT "redemptions_tenant_id_coupon_id_fkey" FOREIGN KEY ("tenant_id", "coupon_id") REFERENCES "coupons"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "redemptions" ADD CONSTRAINT "redemptions_tenant_id_campaign_id_fkey" FOREIGN KEY ("tenant_id", "campaign_id") REFERENCES "campaigns"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "redeemers" ADD CONSTRAINT "redeemers_tenant_id_coupon_id_fkey" FOREIGN KEY ("tenant_id", "coupon_id") REFERENCES "coupons"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What the schema language cannot say: the second assertion of what the code promises.

-- A code is unique among living coupons; a deleted coupon frees its code.
CREATE UNIQUE INDEX "coupons_code_taken" ON "coupons" ("tenant_id", "code_key") WHERE "deleted_at" IS NULL;

ALTER TABLE "coupons"
  ADD CONSTRAINT "coupons_uses_within_limit" CHECK ("uses_count" <= "uses_ceiling"),
  ADD CONSTRAINT "coupons_uses_not_negative" CHECK ("uses_count" >= 0),
  ADD CONSTRAINT "coupons_limits_positive" CHECK ("max_uses" >= 1 AND "per_customer_limit" >= 1),
  ADD CONSTRAINT "coupons_window_forward" CHECK ("valid_from" < "valid_until"),
  ADD CONSTRAINT "coupons_state_known" CHECK ("state" IN ('DRAFT', 'ACTIVE', 'INACTIVE', 'REVOKED')),
  ADD CONSTRAINT "coupons_revoked_at" CHECK (("state" = 'REVOKED') = ("revoked_at" IS NOT NULL));

ALTER TABLE "campaigns"
  ADD CONSTRAINT "campaigns_window_forward" CHECK ("starts_at" < "ends_at"),
  ADD CONSTRAINT "campaigns_state_known" CHECK ("state" IN ('DRAFT', 'ACTIVE', 'PAUSED', 'ENDED'));

ALTER TABLE "redemptions"
  ADD CONSTRAINT "redemptions_status_known" CHECK ("status" IN ('COMPLETED', 'VOIDED')),
  ADD CONSTRAINT "redemptions_voided_at" CHECK (("status" = 'VOIDED') = ("voided_at" IS NOT NULL)),
  ADD CONSTRAINT "redemptions_money" CHECK ("discount_minor" BETWEEN 0 AND "subtotal_minor" AND "shipping_discount_minor" >= 0);

-- One order uses a code once, until that use is given back.
CREATE UNIQUE INDEX "redemptions_reference_taken" ON "redemptions" ("tenant_id", "coupon_id", "reference_type", "reference_id")
  WHERE "reference_id" IS NOT NULL AND "status" <> 'VOIDED';

ALTER TABLE "redeemers" ADD CONSTRAINT "redeemers_uses_not_negative" CHECK ("uses_count" >= 0);

ALTER TABLE "fans"
  ADD CONSTRAINT "fans_status_known" CHECK ("status" IN ('PENDING', 'ACTIVE')),
  ADD CONSTRAINT "fans_active_has_code" CHECK (("status" = 'ACTIVE') = ("coupon_id" IS NOT NULL) AND ("status" = 'ACTIVE') = ("activated_at" IS NOT NULL));

ALTER TABLE "deliveries"
  ADD CONSTRAINT "deliveries_status_known" CHECK ("status" IN ('PENDING', 'DELIVERED', 'FAILED'));

-- The audit log is append-only.
CREATE FUNCTION "refuse_change" () RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END
$$;
CREATE TRIGGER "audit_events_append_only" BEFORE UPDATE OR DELETE ON "audit_events"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change" ();
