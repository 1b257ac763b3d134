-- CreateTable
CREATE TABLE "audit_seals" (
    "tenant_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "last_event_id" UUID NOT NULL,
    "event_count" INTEGER NOT NULL,
    "hash" BYTEA NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_seals_pkey" PRIMARY KEY ("tenant_id","number")
);

-- CreateIndex
CREATE UNIQUE INDEX "audit_seals_tenant_id_last_event_id_key" ON "audit_seals"("tenant_id", "last_event_id");

-- AddForeignKey
ALTER TABLE "audit_seals" ADD CONSTRAINT "audit_seals_tenant_id_last_event_id_fkey" FOREIGN KEY ("tenant_id", "last_event_id") REFERENCES "audit_events"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema has no words for.
ALTER TABLE "audit_seals"
  ADD CONSTRAINT "audit_seals_from_one" CHECK ("number" >= 1),
  ADD CONSTRAINT "audit_seals_of_something" CHECK ("event_count" >= 1),
  ADD CONSTRAINT "audit_seals_sha256" CHECK (octet_length("hash") = 32);

-- Append-only, like the audit log itself. Neither is emptied by accident.
CREATE TRIGGER "audit_seals_append_only" BEFORE UPDATE OR DELETE ON "audit_seals"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change" ();
CREATE TRIGGER "audit_seals_kept" BEFORE TRUNCATE ON "audit_seals"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change" ();
CREATE TRIGGER "audit_events_kept" BEFORE TRUNCATE ON "audit_events"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change" ();
