-- AlterTable
ALTER TABLE "coupons" ADD COLUMN     "test_of_id" UUID;

-- AddForeignKey
ALTER TABLE "coupons" ADD CONSTRAINT "coupons_tenant_id_test_of_id_fkey" FOREIGN KEY ("tenant_id", "test_of_id") REFERENCES "coupons"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema has no words for.

-- A test coupon is never used: whatever counts a use is refused with it.
ALTER TABLE "coupons"
  ADD CONSTRAINT "coupons_test_unused" CHECK (NOT "is_test" OR "uses_count" = 0),
  ADD CONSTRAINT "coupons_test_of_is_test" CHECK ("test_of_id" IS NULL OR "is_test");

CREATE INDEX "coupons_tests" ON "coupons" ("tenant_id", "test_of_id") WHERE "test_of_id" IS NOT NULL;
