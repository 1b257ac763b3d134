-- A coupon or a template that is deleted for good is looked for among the targets of rules, by the column of its own.

-- CreateIndex
CREATE INDEX "rule_targets_tenant_id_coupon_id_idx" ON "rule_targets"("tenant_id", "coupon_id");

-- CreateIndex
CREATE INDEX "rule_targets_tenant_id_template_id_idx" ON "rule_targets"("tenant_id", "template_id");
