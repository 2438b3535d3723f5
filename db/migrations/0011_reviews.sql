CREATE TABLE "app_views_daily" (
	"app_id" uuid NOT NULL,
	"day" date NOT NULL,
	"views" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "app_views_daily_pkey" PRIMARY KEY("app_id","day"),
	CONSTRAINT "app_views_daily_not_negative" CHECK ("app_views_daily"."views" >= 0)
);
--> statement-breakpoint
ALTER TABLE "app_views_daily" ADD CONSTRAINT "app_views_daily_app_id_apps_id_fk" FOREIGN KEY ("app_id") REFERENCES "public"."apps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "app_views_daily_day_idx" ON "app_views_daily" USING btree ("day");--> statement-breakpoint
CREATE TABLE "review_bursts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"app_id" uuid NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"baseline" real NOT NULL,
	"five_star_share" real NOT NULL,
	"one_star_share" real NOT NULL,
	"review_count" integer NOT NULL,
	"last_review_at" timestamp with time zone NOT NULL,
	"rescoring_since" timestamp with time zone,
	CONSTRAINT "review_bursts_order" CHECK ("review_bursts"."ended_at" is null or "review_bursts"."ended_at" >= "review_bursts"."started_at")
);
--> statement-breakpoint
CREATE TABLE "review_fingerprints" (
	"review_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"app_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"text_hash" "bytea" NOT NULL,
	"bands" bigint[] NOT NULL,
	"is_copy" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "review_fingerprints_pkey" PRIMARY KEY("review_id","revision")
);
--> statement-breakpoint
CREATE TABLE "review_decisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"review_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"decision" text NOT NULL,
	"from_status" text NOT NULL,
	"was_visible" boolean DEFAULT false NOT NULL,
	"machine_action" text,
	"rule_id" text,
	"note" text DEFAULT '' NOT NULL,
	"decided_by" uuid,
	"is_machine" boolean NOT NULL,
	"batch_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"undone_at" timestamp with time zone,
	"told_at" timestamp with time zone,
	CONSTRAINT "review_decisions_decision_known" CHECK ("review_decisions"."decision" in ('approve', 'reject', 'escalate')),
	CONSTRAINT "review_decisions_rule_present" CHECK ("review_decisions"."decision" <> 'reject' or "review_decisions"."is_machine" or "review_decisions"."rule_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "review_revisions" (
	"review_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"rating" smallint NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"app_version" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "review_revisions_pkey" PRIMARY KEY("review_id","revision"),
	CONSTRAINT "review_revisions_rating_range" CHECK ("review_revisions"."rating" between 1 and 5),
	CONSTRAINT "review_revisions_title_length" CHECK (length("review_revisions"."title") <= 100),
	CONSTRAINT "review_revisions_body_length" CHECK (length("review_revisions"."body") <= 4000)
);
--> statement-breakpoint
ALTER TABLE "review_reports" DROP CONSTRAINT "review_reports_reason_known";--> statement-breakpoint
UPDATE "review_reports" SET "reason" = CASE "reason" WHEN 'offensive' THEN 'abusive' ELSE 'off_topic' END WHERE "reason" IN ('offensive', 'other');
--> statement-breakpoint
DROP INDEX "reviews_waiting_idx";--> statement-breakpoint
ALTER TABLE "review_analyses" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "review_analyses" ADD COLUMN "facts" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "review_analyses" ADD COLUMN "cause" text DEFAULT 'written' NOT NULL;--> statement-breakpoint
ALTER TABLE "review_analyses" ADD COLUMN "model" text;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "report_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "score" real;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "queued_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "claimed_by" uuid;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "claim_expires_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "review_bursts" ADD CONSTRAINT "review_bursts_app_id_apps_id_fk" FOREIGN KEY ("app_id") REFERENCES "public"."apps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_fingerprints" ADD CONSTRAINT "review_fingerprints_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_decisions" ADD CONSTRAINT "review_decisions_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_decisions" ADD CONSTRAINT "review_decisions_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_revisions" ADD CONSTRAINT "review_revisions_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "review_bursts_one_open_key" ON "review_bursts" USING btree ("app_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "review_bursts_app_id_idx" ON "review_bursts" USING btree ("app_id","started_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "review_fingerprints_text_hash_idx" ON "review_fingerprints" USING btree ("text_hash","created_at");--> statement-breakpoint
CREATE INDEX "review_fingerprints_app_hash_idx" ON "review_fingerprints" USING btree ("app_id","text_hash","created_at");--> statement-breakpoint
CREATE INDEX "review_fingerprints_bands_idx" ON "review_fingerprints" USING gin ("bands") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "review_decisions_review_id_idx" ON "review_decisions" USING btree ("review_id","created_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "review_decisions_untold_idx" ON "review_decisions" USING btree ("created_at") WHERE told_at is null and undone_at is null;--> statement-breakpoint
CREATE INDEX "review_decisions_created_at_idx" ON "review_decisions" USING btree ("created_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "review_decisions_decided_by_idx" ON "review_decisions" USING btree ("decided_by","created_at" DESC NULLS FIRST);--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_claimed_by_users_id_fk" FOREIGN KEY ("claimed_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "review_analyses_created_at_idx" ON "review_analyses" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "reviews_app_version_idx" ON "reviews" USING btree ("app_id","app_version","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE is_visible;--> statement-breakpoint
CREATE INDEX "reviews_pending_idx" ON "reviews" USING btree ("created_at") WHERE status = 'pending' and deleted_at is null;--> statement-breakpoint
CREATE INDEX "reviews_queue_idx" ON "reviews" USING btree ("status","score","queued_at","id") WHERE status in ('manual_review', 'escalated') and deleted_at is null;--> statement-breakpoint
CREATE INDEX "reviews_app_time_idx" ON "reviews" USING btree ("app_id","created_at","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "reviews_user_time_idx" ON "reviews" USING btree ("user_id","created_at") WHERE deleted_at is null;--> statement-breakpoint
ALTER TABLE "review_analyses" ADD CONSTRAINT "review_analyses_cause_known" CHECK ("review_analyses"."cause" in ('written', 'edited', 'refunded', 'burst', 'asked'));--> statement-breakpoint
ALTER TABLE "review_reports" ADD CONSTRAINT "review_reports_reason_known" CHECK ("review_reports"."reason" in ('spam', 'off_topic', 'abusive', 'fake', 'conflict_of_interest', 'outdated', 'personal_data', 'illegal'));--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_claim_together" CHECK (("reviews"."claimed_by" is null) or ("reviews"."claim_expires_at" is not null));--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_revision_positive" CHECK ("reviews"."revision" >= 1);--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_report_count_not_negative" CHECK ("reviews"."report_count" >= 0);--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_score_range" CHECK ("reviews"."score" between 0 and 1);--> statement-breakpoint
-- What was written until now is the first revision; what waits for a moderator came to the desk when it was written.
INSERT INTO "review_revisions" ("review_id", "revision", "rating", "title", "body", "app_version", "created_at")
SELECT "id", 1, "rating", "title", "body", "app_version", coalesce("edited_at", "created_at") FROM "reviews" WHERE "deleted_at" IS NULL;
--> statement-breakpoint
UPDATE "reviews" r SET
  "score" = (SELECT a."score" FROM "review_analyses" a WHERE a."review_id" = r."id" ORDER BY a."created_at" DESC, a."id" DESC LIMIT 1),
  "queued_at" = CASE WHEN "status" IN ('manual_review', 'escalated') THEN "created_at" END;
--> statement-breakpoint
-- Analyses go with their review and otherwise stay as they were written.
CREATE TRIGGER review_analyses_append_only BEFORE UPDATE ON review_analyses
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
