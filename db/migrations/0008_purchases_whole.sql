CREATE TABLE "payment_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"provider_event_id" text NOT NULL,
	"type" text NOT NULL,
	"key" text,
	"reference" text,
	"decline_code" text,
	"created_at" timestamp with time zone NOT NULL,
	"handled_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "payouts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"month" text NOT NULL,
	"currency" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"paid_at" timestamp with time zone,
	CONSTRAINT "payouts_amount_positive" CHECK ("payouts"."amount_minor" > 0),
	CONSTRAINT "payouts_month_shape" CHECK ("payouts"."month" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
	CONSTRAINT "payouts_status_known" CHECK ("payouts"."status" in ('pending', 'paid')),
	CONSTRAINT "payouts_paid_at_present" CHECK (("payouts"."status" = 'paid') = ("payouts"."paid_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "receipt_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"public_jwk" jsonb NOT NULL,
	"encrypted_private_key" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "refunds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"purchase_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"reason" text NOT NULL,
	"status" text NOT NULL,
	"recovery_point" text DEFAULT 'requested' NOT NULL,
	"locked_at" timestamp with time zone,
	"provider_refund_id" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"note" text,
	"created_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "refunds_status_known" CHECK ("refunds"."status" in ('pending', 'approved', 'refused')),
	CONSTRAINT "refunds_recovery_point_known" CHECK ("refunds"."recovery_point" in ('requested', 'refunded', 'finished')),
	CONSTRAINT "refunds_reason_known" CHECK ("refunds"."reason" in ('UNINTENDED_PURCHASE', 'FULFILLMENT_ISSUE', 'UNSATISFIED_WITH_PURCHASE', 'LEGAL', 'OTHER')),
	CONSTRAINT "refunds_amount_not_negative" CHECK ("refunds"."amount_minor" >= 0),
	CONSTRAINT "refunds_only_approved_move" CHECK ("refunds"."recovery_point" = 'requested' or "refunds"."status" = 'approved'),
	CONSTRAINT "refunds_decided_at_present" CHECK (("refunds"."status" = 'pending') = ("refunds"."decided_at" is null)),
	CONSTRAINT "refunds_finished_at_present" CHECK (("refunds"."recovery_point" = 'finished') = ("refunds"."finished_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "sandbox"."attempts" (
	"idempotency_key" text PRIMARY KEY NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"outcome" text NOT NULL,
	"decline_code" text,
	"settles_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "attempts_outcome_known" CHECK ("sandbox"."attempts"."outcome" in ('succeeded', 'declined', 'canceled')),
	CONSTRAINT "attempts_decline_code_present" CHECK (("sandbox"."attempts"."outcome" = 'declined') = ("sandbox"."attempts"."decline_code" is not null))
);
--> statement-breakpoint
CREATE TABLE "sandbox"."refunds" (
	"id" text PRIMARY KEY NOT NULL,
	"idempotency_key" text NOT NULL,
	"charge_id" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "refunds_amount_positive" CHECK ("sandbox"."refunds"."amount_minor" > 0)
);
--> statement-breakpoint
CREATE TABLE "sandbox"."webhooks" (
	"id" text PRIMARY KEY NOT NULL,
	"body" text NOT NULL,
	"send_at" timestamp with time zone NOT NULL,
	"delivered_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "payouts" ADD CONSTRAINT "payouts_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_purchase_id_purchases_id_fk" FOREIGN KEY ("purchase_id") REFERENCES "public"."purchases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sandbox"."refunds" ADD CONSTRAINT "refunds_charge_id_charges_id_fk" FOREIGN KEY ("charge_id") REFERENCES "sandbox"."charges"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "payment_events_provider_event_key" ON "payment_events" USING btree ("provider","provider_event_id");--> statement-breakpoint
CREATE INDEX "payment_events_created_at_idx" ON "payment_events" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "payouts_organization_month_currency_key" ON "payouts" USING btree ("organization_id","month","currency");--> statement-breakpoint
CREATE INDEX "payouts_month_idx" ON "payouts" USING btree ("month");--> statement-breakpoint
CREATE UNIQUE INDEX "receipt_keys_one_in_use_key" ON "receipt_keys" USING btree ((true)) WHERE retired_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "refunds_one_open_key" ON "refunds" USING btree ("purchase_id") WHERE status <> 'refused';--> statement-breakpoint
CREATE UNIQUE INDEX "refunds_provider_refund_key" ON "refunds" USING btree ("provider_refund_id") WHERE provider_refund_id is not null;--> statement-breakpoint
CREATE INDEX "refunds_purchase_id_idx" ON "refunds" USING btree ("purchase_id");--> statement-breakpoint
CREATE INDEX "refunds_user_created_at_idx" ON "refunds" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "refunds_status_created_at_idx" ON "refunds" USING btree ("status","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "refunds_unfinished_idx" ON "refunds" USING btree ("created_at") WHERE status = 'approved' and recovery_point <> 'finished';--> statement-breakpoint
CREATE UNIQUE INDEX "refunds_idempotency_key_key" ON "sandbox"."refunds" USING btree ("idempotency_key");--> statement-breakpoint
CREATE INDEX "refunds_charge_id_idx" ON "sandbox"."refunds" USING btree ("charge_id");--> statement-breakpoint
CREATE INDEX "webhooks_waiting_idx" ON "sandbox"."webhooks" USING btree ("send_at") WHERE delivered_at is null;--> statement-breakpoint
INSERT INTO "sandbox"."attempts" ("idempotency_key", "amount_minor", "currency", "outcome", "created_at")
SELECT "idempotency_key", "amount_minor", "currency", 'succeeded', "created_at" FROM "sandbox"."charges";

--> statement-breakpoint
-- Purchases that were refunded before refunds had rows of their own.
INSERT INTO "refunds" ("id", "purchase_id", "user_id", "amount_minor", "currency", "reason", "status", "recovery_point", "provider_refund_id", "created_at", "decided_at", "finished_at")
SELECT l."transaction_id", p."id", p."user_id", p."amount_minor", p."currency", 'OTHER', 'approved', 'finished', 're_' || l."transaction_id", p."refunded_at", p."refunded_at", p."refunded_at"
FROM "ledger_entries" l JOIN "purchases" p ON p."id" = l."purchase_id"
WHERE p."status" = 'refunded' AND l."account" = 'provider:clearing' AND l."transaction_id" <> p."id"
ON CONFLICT DO NOTHING;
--> statement-breakpoint
INSERT INTO "sandbox"."refunds" ("id", "idempotency_key", "charge_id", "amount_minor", "created_at")
SELECT 're_' || r."id", r."id"::text, p."provider_payment_id", r."amount_minor", r."finished_at"
FROM "refunds" r JOIN "purchases" p ON p."id" = r."purchase_id"
WHERE p."provider" = 'sandbox' AND r."recovery_point" = 'finished' AND r."amount_minor" > 0
ON CONFLICT DO NOTHING;
