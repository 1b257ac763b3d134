-- AlterTable
ALTER TABLE "coupons" ADD COLUMN     "tax_basis" TEXT;

-- AlterTable
ALTER TABLE "redemptions" ADD COLUMN     "tax_basis" TEXT;

-- What Prisma's schema has no words for.
ALTER TABLE "coupons" ADD CONSTRAINT "coupons_tax_basis_known" CHECK ("tax_basis" IN ('GROSS', 'NET'));
ALTER TABLE "redemptions" ADD CONSTRAINT "redemptions_tax_basis_known" CHECK ("tax_basis" IN ('GROSS', 'NET'));
