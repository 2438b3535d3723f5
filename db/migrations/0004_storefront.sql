CREATE TABLE "identities" (
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "identities_pkey" PRIMARY KEY("issuer","subject")
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"href" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	CONSTRAINT "notifications_href_here" CHECK ("notifications"."href" ~ '^/[^/]')
);
--> statement-breakpoint
CREATE TABLE "app_reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"app_id" uuid NOT NULL,
	"user_id" uuid,
	"reason" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"resolved_at" timestamp with time zone,
	CONSTRAINT "app_reports_reason_known" CHECK ("app_reports"."reason" in ('malware', 'scam', 'offensive', 'copyright', 'misleading', 'broken', 'other')),
	CONSTRAINT "app_reports_note_length" CHECK (length("app_reports"."note") <= 2000)
);
--> statement-breakpoint
CREATE TABLE "wishlist_items" (
	"user_id" uuid NOT NULL,
	"app_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "wishlist_items_pkey" PRIMARY KEY("user_id","app_id")
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"user_id" uuid,
	"recipient" "citext" NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"error" text,
	CONSTRAINT "mails_kind_known" CHECK ("mails"."kind" in ('verify_email', 'reset_password', 'invitation'))
);
--> statement-breakpoint
ALTER TABLE "one_time_tokens" DROP CONSTRAINT "one_time_tokens_purpose_known";--> statement-breakpoint
ALTER TABLE "app_versions" ALTER COLUMN "sha256" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "app_versions" ALTER COLUMN "storage_key" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "app_versions" ALTER COLUMN "file_name" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "app_versions" ALTER COLUMN "content_type" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "one_time_tokens" ADD COLUMN "email" "citext";--> statement-breakpoint
ALTER TABLE "one_time_tokens" ADD COLUMN "created_by" uuid;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "import_key" text;--> statement-breakpoint
ALTER TABLE "apps" ADD COLUMN "import_source" text;--> statement-breakpoint
ALTER TABLE "collections" ADD COLUMN "art_id" uuid;--> statement-breakpoint
ALTER TABLE "collections" ADD COLUMN "art_storage_key" text;--> statement-breakpoint
ALTER TABLE "collections" ADD COLUMN "updated_at" timestamp with time zone;--> statement-breakpoint
UPDATE "collections" SET "updated_at" = "created_at", "art_id" = CASE WHEN "art" IS NOT NULL THEN "id" END;--> statement-breakpoint
ALTER TABLE "collections" ALTER COLUMN "updated_at" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app_reports" ADD CONSTRAINT "app_reports_app_id_apps_id_fk" FOREIGN KEY ("app_id") REFERENCES "public"."apps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app_reports" ADD CONSTRAINT "app_reports_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wishlist_items" ADD CONSTRAINT "wishlist_items_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wishlist_items" ADD CONSTRAINT "wishlist_items_app_id_apps_id_fk" FOREIGN KEY ("app_id") REFERENCES "public"."apps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "identities_user_id_idx" ON "identities" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "notifications_user_id_idx" ON "notifications" USING btree ("user_id","created_at" DESC NULLS FIRST,"id");--> statement-breakpoint
CREATE INDEX "notifications_unread_idx" ON "notifications" USING btree ("user_id") WHERE read_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "app_reports_one_open_key" ON "app_reports" USING btree ("app_id","user_id") WHERE resolved_at is null;--> statement-breakpoint
CREATE INDEX "app_reports_open_idx" ON "app_reports" USING btree ("created_at","id") WHERE resolved_at is null;--> statement-breakpoint
CREATE INDEX "app_reports_user_id_idx" ON "app_reports" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "wishlist_items_user_id_idx" ON "wishlist_items" USING btree ("user_id","created_at" DESC NULLS FIRST,"app_id");--> statement-breakpoint
CREATE INDEX "wishlist_items_app_id_idx" ON "wishlist_items" USING btree ("app_id");--> statement-breakpoint
CREATE INDEX "mails_created_at_idx" ON "mails" USING btree ("created_at" DESC NULLS FIRST,"id");--> statement-breakpoint
CREATE INDEX "mails_user_id_idx" ON "mails" USING btree ("user_id");--> statement-breakpoint
ALTER TABLE "one_time_tokens" ADD CONSTRAINT "one_time_tokens_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "one_time_tokens_invitations_idx" ON "one_time_tokens" USING btree ("created_at" DESC NULLS FIRST) WHERE purpose = 'invitation';--> statement-breakpoint
CREATE UNIQUE INDEX "organizations_import_key_key" ON "organizations" USING btree ("import_key");--> statement-breakpoint
CREATE UNIQUE INDEX "collections_art_id_key" ON "collections" USING btree ("art_id");--> statement-breakpoint
ALTER TABLE "one_time_tokens" ADD CONSTRAINT "one_time_tokens_user_known" CHECK (("one_time_tokens"."user_id" is null) = ("one_time_tokens"."purpose" = 'invitation'));--> statement-breakpoint
ALTER TABLE "one_time_tokens" ADD CONSTRAINT "one_time_tokens_purpose_known" CHECK ("one_time_tokens"."purpose" in ('set_password', 'verify_email', 'invitation'));--> statement-breakpoint
ALTER TABLE "app_versions" ADD CONSTRAINT "app_versions_file_together" CHECK (num_nulls("app_versions"."sha256", "app_versions"."storage_key", "app_versions"."file_name", "app_versions"."content_type") in (0, 4));--> statement-breakpoint
ALTER TABLE "collections" ADD CONSTRAINT "collections_art_source" CHECK (("collections"."art_id" is null)::int + num_nonnulls("collections"."art", "collections"."art_storage_key") = 1);--> statement-breakpoint
ALTER TABLE "collections" ADD CONSTRAINT "collections_dates_order" CHECK ("collections"."ends_at" is null or "collections"."ends_at" > "collections"."starts_at");