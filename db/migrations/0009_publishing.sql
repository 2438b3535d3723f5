CREATE TABLE "appeals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"submission_id" uuid,
	"review_id" uuid,
	"text" text NOT NULL,
	"appealed_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"outcome" text,
	"note" text DEFAULT '' NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"is_same_person" boolean DEFAULT false NOT NULL,
	CONSTRAINT "appeals_one_subject" CHECK (num_nonnulls("appeals"."submission_id", "appeals"."review_id") = 1),
	CONSTRAINT "appeals_outcome_known" CHECK ("appeals"."outcome" in ('upheld', 'overturned')),
	CONSTRAINT "appeals_decided_together" CHECK (("appeals"."outcome" is null) = ("appeals"."decided_at" is null)),
	CONSTRAINT "appeals_text_length" CHECK (length("appeals"."text") between 1 and 4000)
);
--> statement-breakpoint
CREATE TABLE "approved_holds" (
	"app_id" uuid NOT NULL,
	"key" text NOT NULL,
	"approved_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "approved_holds_pkey" PRIMARY KEY("app_id","key")
);
--> statement-breakpoint
CREATE TABLE "audit_heads" (
	"sequence" bigint PRIMARY KEY NOT NULL,
	"hash" "bytea" NOT NULL,
	"signature" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_texts" (
	"sequence" bigint NOT NULL,
	"name" text NOT NULL,
	"body" text NOT NULL,
	CONSTRAINT "audit_texts_pkey" PRIMARY KEY("sequence","name")
);
--> statement-breakpoint
CREATE TABLE "takedowns" (
	"id" uuid PRIMARY KEY NOT NULL,
	"app_id" uuid NOT NULL,
	"guideline_id" text NOT NULL,
	"reason" text NOT NULL,
	"version_ids" uuid[] NOT NULL,
	"taken_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"lifted_by" uuid,
	"lifted_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"key_hash" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_keys_scopes_known" CHECK ("api_keys"."scopes" <@ array['read', 'listing', 'respond', 'release']),
	CONSTRAINT "api_keys_name_length" CHECK (length("api_keys"."name") between 1 and 100)
);
--> statement-breakpoint
CREATE TABLE "domain_claims" (
	"organization_id" uuid PRIMARY KEY NOT NULL,
	"domain" text NOT NULL,
	"token" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organization_invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"organization_id" uuid NOT NULL,
	"role" text NOT NULL,
	"email" "citext",
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"used_by" uuid,
	CONSTRAINT "organization_invitations_role_known" CHECK ("organization_invitations"."role" in ('owner', 'admin', 'marketer', 'viewer'))
);
--> statement-breakpoint
CREATE TABLE "app_drafts" (
	"app_id" uuid PRIMARY KEY NOT NULL,
	"listing" jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" uuid
);
--> statement-breakpoint
CREATE TABLE "app_transfers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"app_id" uuid NOT NULL,
	"from_organization_id" uuid NOT NULL,
	"to_organization_id" uuid NOT NULL,
	"requested_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"outcome" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "app_transfers_outcome_known" CHECK ("app_transfers"."outcome" in ('accepted', 'declined', 'cancelled')),
	CONSTRAINT "app_transfers_decided_together" CHECK (("app_transfers"."outcome" is null) = ("app_transfers"."decided_at" is null))
);
--> statement-breakpoint
CREATE TABLE "build_chunks" (
	"build_id" uuid NOT NULL,
	"start_byte" bigint NOT NULL,
	"size_bytes" integer NOT NULL,
	"storage_key" text NOT NULL,
	CONSTRAINT "build_chunks_pkey" PRIMARY KEY("build_id","start_byte")
);
--> statement-breakpoint
CREATE TABLE "builds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"app_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"state" text DEFAULT 'uploading' NOT NULL,
	"file_name" text NOT NULL,
	"size_bytes" bigint NOT NULL,
	"sha256" text NOT NULL,
	"received_bytes" bigint DEFAULT 0 NOT NULL,
	"problem" text,
	"facts" jsonb,
	"storage_key" text,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "builds_state_known" CHECK ("builds"."state" in ('uploading', 'processing', 'valid', 'invalid', 'abandoned')),
	CONSTRAINT "builds_sha256_format" CHECK ("builds"."sha256" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "builds_size_range" CHECK ("builds"."size_bytes" between 1 and 4294967296),
	CONSTRAINT "builds_received_range" CHECK ("builds"."received_bytes" between 0 and "builds"."size_bytes")
);
--> statement-breakpoint
CREATE TABLE "exchange_rates" (
	"currency" text PRIMARY KEY NOT NULL,
	"per_usd" numeric NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "exchange_rates_currency_format" CHECK ("exchange_rates"."currency" ~ '^[A-Z]{3}$'),
	CONSTRAINT "exchange_rates_positive" CHECK ("exchange_rates"."per_usd" > 0)
);
--> statement-breakpoint
CREATE TABLE "price_plans" (
	"app_id" uuid PRIMARY KEY NOT NULL,
	"base_currency" text NOT NULL,
	"base_amount_minor" bigint NOT NULL,
	"overrides" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" uuid
);
--> statement-breakpoint
CREATE TABLE "staged_media" (
	"id" uuid PRIMARY KEY NOT NULL,
	"app_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"color" text NOT NULL,
	"storage_key" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "staged_media_kind_known" CHECK ("staged_media"."kind" in ('icon', 'screenshot'))
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version_id" uuid NOT NULL,
	"app_id" uuid NOT NULL,
	"snapshot" jsonb NOT NULL,
	"holds" jsonb NOT NULL,
	"diff_hash" text NOT NULL,
	"message" text DEFAULT '' NOT NULL,
	"submitted_by" uuid,
	"submitted_at" timestamp with time zone NOT NULL,
	"queued_at" timestamp with time zone NOT NULL,
	"claimed_by" uuid,
	"claim_expires_at" timestamp with time zone,
	"outcome" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"guideline_ids" text[] DEFAULT '{}' NOT NULL,
	"evidence" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "submissions_outcome_known" CHECK ("submissions"."outcome" in ('approved', 'rejected', 'metadata_rejected', 'withdrawn')),
	CONSTRAINT "submissions_decided_together" CHECK (("submissions"."outcome" is null) = ("submissions"."decided_at" is null)),
	CONSTRAINT "submissions_claim_together" CHECK (("submissions"."claimed_by" is null) or ("submissions"."claim_expires_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "review_reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"review_id" uuid NOT NULL,
	"user_id" uuid,
	"reason" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"resolved_at" timestamp with time zone,
	CONSTRAINT "review_reports_reason_known" CHECK ("review_reports"."reason" in ('spam', 'offensive', 'fake', 'off_topic', 'personal_data', 'other')),
	CONSTRAINT "review_reports_note_length" CHECK (length("review_reports"."note") <= 2000)
);
--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "suspended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "suspended_reason" text;--> statement-breakpoint
ALTER TABLE "app_versions" ADD COLUMN "web_url" text;--> statement-breakpoint
ALTER TABLE "app_versions" ADD COLUMN "review_notes" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "app_versions" ADD COLUMN "demo_account" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "app_versions" ADD COLUMN "release_mode" text DEFAULT 'automatic' NOT NULL;--> statement-breakpoint
ALTER TABLE "app_versions" ADD COLUMN "release_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "apps" ADD COLUMN "promotional_text" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "apps" ADD COLUMN "translations" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "apps" ADD COLUMN "minimum_age_rating" smallint;--> statement-breakpoint
ALTER TABLE "app_reports" ADD COLUMN "resolved_by" uuid;--> statement-breakpoint
ALTER TABLE "app_reports" ADD COLUMN "resolution" text;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_appealed_by_users_id_fk" FOREIGN KEY ("appealed_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approved_holds" ADD CONSTRAINT "approved_holds_app_id_apps_id_fk" FOREIGN KEY ("app_id") REFERENCES "public"."apps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approved_holds" ADD CONSTRAINT "approved_holds_approved_by_users_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedowns" ADD CONSTRAINT "takedowns_app_id_apps_id_fk" FOREIGN KEY ("app_id") REFERENCES "public"."apps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedowns" ADD CONSTRAINT "takedowns_taken_by_users_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedowns" ADD CONSTRAINT "takedowns_lifted_by_users_id_fk" FOREIGN KEY ("lifted_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "domain_claims" ADD CONSTRAINT "domain_claims_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_invitations" ADD CONSTRAINT "organization_invitations_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_invitations" ADD CONSTRAINT "organization_invitations_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_invitations" ADD CONSTRAINT "organization_invitations_used_by_users_id_fk" FOREIGN KEY ("used_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app_drafts" ADD CONSTRAINT "app_drafts_app_id_apps_id_fk" FOREIGN KEY ("app_id") REFERENCES "public"."apps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app_drafts" ADD CONSTRAINT "app_drafts_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app_transfers" ADD CONSTRAINT "app_transfers_app_id_apps_id_fk" FOREIGN KEY ("app_id") REFERENCES "public"."apps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app_transfers" ADD CONSTRAINT "app_transfers_from_organization_id_organizations_id_fk" FOREIGN KEY ("from_organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app_transfers" ADD CONSTRAINT "app_transfers_to_organization_id_organizations_id_fk" FOREIGN KEY ("to_organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app_transfers" ADD CONSTRAINT "app_transfers_requested_by_users_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app_transfers" ADD CONSTRAINT "app_transfers_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "build_chunks" ADD CONSTRAINT "build_chunks_build_id_builds_id_fk" FOREIGN KEY ("build_id") REFERENCES "public"."builds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "builds" ADD CONSTRAINT "builds_app_id_apps_id_fk" FOREIGN KEY ("app_id") REFERENCES "public"."apps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "builds" ADD CONSTRAINT "builds_version_id_app_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."app_versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "builds" ADD CONSTRAINT "builds_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_plans" ADD CONSTRAINT "price_plans_app_id_apps_id_fk" FOREIGN KEY ("app_id") REFERENCES "public"."apps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_plans" ADD CONSTRAINT "price_plans_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staged_media" ADD CONSTRAINT "staged_media_app_id_apps_id_fk" FOREIGN KEY ("app_id") REFERENCES "public"."apps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_version_id_app_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."app_versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_app_id_apps_id_fk" FOREIGN KEY ("app_id") REFERENCES "public"."apps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_submitted_by_users_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_claimed_by_users_id_fk" FOREIGN KEY ("claimed_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_reports" ADD CONSTRAINT "review_reports_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_reports" ADD CONSTRAINT "review_reports_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "appeals_submission_key" ON "appeals" USING btree ("submission_id");--> statement-breakpoint
CREATE UNIQUE INDEX "appeals_review_key" ON "appeals" USING btree ("review_id");--> statement-breakpoint
CREATE INDEX "appeals_open_idx" ON "appeals" USING btree ("created_at","id") WHERE outcome is null;--> statement-breakpoint
CREATE INDEX "appeals_decided_at_idx" ON "appeals" USING btree ("decided_at" DESC NULLS FIRST,"id") WHERE outcome is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "takedowns_one_open_key" ON "takedowns" USING btree ("app_id") WHERE lifted_at is null;--> statement-breakpoint
CREATE INDEX "takedowns_app_id_idx" ON "takedowns" USING btree ("app_id","created_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_key_hash_key" ON "api_keys" USING btree ("key_hash");--> statement-breakpoint
CREATE INDEX "api_keys_organization_idx" ON "api_keys" USING btree ("organization_id","created_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE UNIQUE INDEX "organization_invitations_token_hash_key" ON "organization_invitations" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "organization_invitations_organization_idx" ON "organization_invitations" USING btree ("organization_id","created_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE UNIQUE INDEX "app_transfers_one_open_key" ON "app_transfers" USING btree ("app_id") WHERE outcome is null;--> statement-breakpoint
CREATE INDEX "app_transfers_to_idx" ON "app_transfers" USING btree ("to_organization_id") WHERE outcome is null;--> statement-breakpoint
CREATE INDEX "app_transfers_from_idx" ON "app_transfers" USING btree ("from_organization_id");--> statement-breakpoint
CREATE INDEX "builds_version_id_idx" ON "builds" USING btree ("version_id","created_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "builds_app_id_idx" ON "builds" USING btree ("app_id");--> statement-breakpoint
CREATE INDEX "builds_unfinished_idx" ON "builds" USING btree ("updated_at") WHERE state in ('uploading', 'processing');--> statement-breakpoint
CREATE UNIQUE INDEX "builds_one_unfinished_key" ON "builds" USING btree ("version_id") WHERE state in ('uploading', 'processing');--> statement-breakpoint
CREATE INDEX "staged_media_app_id_idx" ON "staged_media" USING btree ("app_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "submissions_one_open_key" ON "submissions" USING btree ("version_id") WHERE outcome is null;--> statement-breakpoint
CREATE INDEX "submissions_queue_idx" ON "submissions" USING btree ("queued_at","id") WHERE outcome is null;--> statement-breakpoint
CREATE INDEX "submissions_version_id_idx" ON "submissions" USING btree ("version_id","submitted_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "submissions_app_approved_idx" ON "submissions" USING btree ("app_id","decided_at" DESC NULLS FIRST) WHERE outcome = 'approved';--> statement-breakpoint
CREATE INDEX "submissions_decided_at_idx" ON "submissions" USING btree ("decided_at" DESC NULLS FIRST,"id") WHERE outcome is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "review_reports_one_open_key" ON "review_reports" USING btree ("review_id","user_id") WHERE resolved_at is null;--> statement-breakpoint
CREATE INDEX "review_reports_user_id_idx" ON "review_reports" USING btree ("user_id");--> statement-breakpoint
ALTER TABLE "app_reports" ADD CONSTRAINT "app_reports_resolved_by_users_id_fk" FOREIGN KEY ("resolved_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "organizations_verified_domain_key" ON "organizations" USING btree ("verified_domain");--> statement-breakpoint
CREATE UNIQUE INDEX "app_versions_one_in_flight_key" ON "app_versions" USING btree ("app_id") WHERE state not in ('released', 'superseded', 'removed');--> statement-breakpoint
CREATE INDEX "app_versions_scheduled_idx" ON "app_versions" USING btree ("release_at") WHERE state = 'approved' and release_mode = 'scheduled';--> statement-breakpoint
CREATE INDEX "review_responses_organization_id_idx" ON "review_responses" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "app_reports_resolved_idx" ON "app_reports" USING btree ("resolved_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE resolved_at is not null;--> statement-breakpoint
ALTER TABLE "purchases" DROP COLUMN "receipt_id";--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_suspended_together" CHECK (("organizations"."suspended_at" is null) = ("organizations"."suspended_reason" is null));--> statement-breakpoint
ALTER TABLE "app_versions" ADD CONSTRAINT "app_versions_release_mode_known" CHECK ("app_versions"."release_mode" in ('manual', 'scheduled', 'automatic'));--> statement-breakpoint
ALTER TABLE "app_versions" ADD CONSTRAINT "app_versions_release_at_present" CHECK (("app_versions"."release_mode" = 'scheduled') = ("app_versions"."release_at" is not null));--> statement-breakpoint
ALTER TABLE "app_reports" ADD CONSTRAINT "app_reports_resolution_known" CHECK ("app_reports"."resolution" in ('dismissed', 'acted'));--> statement-breakpoint
CREATE TRIGGER audit_heads_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_heads
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Versions that waited before anything could be handed in start as drafts.
UPDATE "app_versions" SET "state" = 'draft' WHERE "state" NOT IN ('draft', 'released', 'superseded', 'removed');
--> statement-breakpoint
-- Rates to begin with, rounded; admins set them.
INSERT INTO "exchange_rates" ("currency", "per_usd", "updated_at")
SELECT "currency", "per_usd", now() FROM (VALUES
	('USD', 1), ('EUR', 0.86), ('GBP', 0.75), ('JPY', 152), ('BRL', 5.35), ('CAD', 1.4), ('AUD', 1.53), ('CHF', 0.8),
	('CNY', 7.12), ('INR', 88.5), ('KRW', 1440), ('MXN', 18.4), ('SEK', 9.45), ('NOK', 10.1), ('DKK', 6.45), ('PLN', 3.65),
	('CZK', 20.9), ('HUF', 333), ('RON', 4.38), ('TRY', 42), ('ZAR', 17.2), ('ILS', 3.25), ('AED', 3.67), ('SAR', 3.75),
	('THB', 32.4), ('IDR', 16650), ('MYR', 4.15), ('PHP', 58.8), ('SGD', 1.3), ('HKD', 7.78), ('TWD', 31), ('NZD', 1.76),
	('VND', 26300), ('CLP', 935), ('COP', 3800), ('PEN', 3.38), ('ARS', 1430), ('EGP', 47.3), ('NGN', 1440), ('KES', 129),
	('UAH', 42), ('KZT', 525), ('BGN', 1.68), ('ISK', 126), ('PKR', 281), ('BDT', 122), ('MAD', 9.25), ('QAR', 3.64), ('KWD', 0.307)
) AS "rates" ("currency", "per_usd");
