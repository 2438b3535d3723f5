CREATE SCHEMA "sandbox";
--> statement-breakpoint
CREATE TABLE "one_time_tokens" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"user_id" uuid,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "one_time_tokens_purpose_known" CHECK ("one_time_tokens"."purpose" in ('set_password', 'verify_email', 'reset_password'))
);
--> statement-breakpoint
CREATE TABLE "organization_members" (
	"organization_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "organization_members_pkey" PRIMARY KEY("organization_id","user_id"),
	CONSTRAINT "organization_members_role_known" CHECK ("organization_members"."role" in ('owner', 'admin', 'marketer', 'viewer'))
);
--> statement-breakpoint
CREATE TABLE "organizations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"website" text,
	"country" text NOT NULL,
	"contact_email" "citext",
	"verified_domain" text,
	"verified_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "organizations_slug_format" CHECK ("organizations"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length("organizations"."slug") <= 120),
	CONSTRAINT "organizations_name_length" CHECK (length("organizations"."name") between 1 and 200),
	CONSTRAINT "organizations_country_format" CHECK ("organizations"."country" ~ '^[A-Z]{2}$'),
	CONSTRAINT "organizations_verified_together" CHECK (("organizations"."verified_domain" is null) = ("organizations"."verified_at" is null))
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"user_agent" text DEFAULT '' NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" uuid
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" "citext" NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"country" text NOT NULL,
	"country_changed_at" timestamp with time zone,
	"roles" text[] DEFAULT '{}' NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"email_verified_at" timestamp with time zone,
	"suspended_at" timestamp with time zone,
	"erased_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "users_email_length" CHECK (length("users"."email") between 3 and 254),
	CONSTRAINT "users_name_length" CHECK (length("users"."name") between 1 and 100),
	CONSTRAINT "users_country_format" CHECK ("users"."country" ~ '^[A-Z]{2}$'),
	CONSTRAINT "users_roles_known" CHECK ("users"."roles" <@ array['moderator', 'admin'])
);
--> statement-breakpoint
CREATE TABLE "app_downloads_daily" (
	"app_id" uuid NOT NULL,
	"day" date NOT NULL,
	"country" text NOT NULL,
	"downloads" integer DEFAULT 0 NOT NULL,
	"deliveries" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "app_downloads_daily_pkey" PRIMARY KEY("app_id","day","country"),
	CONSTRAINT "app_downloads_daily_not_negative" CHECK (least("app_downloads_daily"."downloads", "app_downloads_daily"."deliveries") >= 0)
);
--> statement-breakpoint
CREATE TABLE "app_engagement_daily" (
	"app_id" uuid NOT NULL,
	"day" date NOT NULL,
	"active_users" integer DEFAULT 0 NOT NULL,
	"sessions" integer DEFAULT 0 NOT NULL,
	"minutes" real DEFAULT 0 NOT NULL,
	CONSTRAINT "app_engagement_daily_pkey" PRIMARY KEY("app_id","day")
);
--> statement-breakpoint
CREATE TABLE "app_revenue_daily" (
	"app_id" uuid NOT NULL,
	"day" date NOT NULL,
	"country" text NOT NULL,
	"currency" text NOT NULL,
	"units" integer DEFAULT 0 NOT NULL,
	"gross_minor" bigint DEFAULT 0 NOT NULL,
	"tax_minor" bigint DEFAULT 0 NOT NULL,
	"commission_minor" bigint DEFAULT 0 NOT NULL,
	"refunded_minor" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "app_revenue_daily_pkey" PRIMARY KEY("app_id","day","country","currency")
);
--> statement-breakpoint
CREATE TABLE "app_media" (
	"id" uuid PRIMARY KEY NOT NULL,
	"app_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"platform" text,
	"position" smallint DEFAULT 0 NOT NULL,
	"alt_text" text DEFAULT '' NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"color" text NOT NULL,
	"storage_key" text,
	"art" jsonb,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "app_media_kind_known" CHECK ("app_media"."kind" in ('icon', 'screenshot', 'video', 'poster')),
	CONSTRAINT "app_media_has_source" CHECK (("app_media"."storage_key" is null) <> ("app_media"."art" is null)),
	CONSTRAINT "app_media_color_format" CHECK ("app_media"."color" ~ '^#[0-9a-f]{6}$'),
	CONSTRAINT "app_media_size_positive" CHECK ("app_media"."width" > 0 and "app_media"."height" > 0)
);
--> statement-breakpoint
CREATE TABLE "app_prices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"app_id" uuid NOT NULL,
	"country" text NOT NULL,
	"currency" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"kind" text NOT NULL,
	"period" text,
	"trial_days" smallint DEFAULT 0 NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	"valid_until" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "app_prices_open_key" UNIQUE NULLS NOT DISTINCT("app_id","country","kind","period","valid_until"),
	CONSTRAINT "app_prices_country_format" CHECK ("app_prices"."country" ~ '^([A-Z]{2}|[*])$'),
	CONSTRAINT "app_prices_currency_format" CHECK ("app_prices"."currency" ~ '^[A-Z]{3}$'),
	CONSTRAINT "app_prices_amount_not_negative" CHECK ("app_prices"."amount_minor" between 0 and 100000000000),
	CONSTRAINT "app_prices_kind_known" CHECK ("app_prices"."kind" in ('one_time', 'subscription')),
	CONSTRAINT "app_prices_period_known" CHECK (("app_prices"."kind" = 'one_time' and "app_prices"."period" is null) or ("app_prices"."kind" = 'subscription' and "app_prices"."period" in ('P1W', 'P1M', 'P2M', 'P3M', 'P6M', 'P1Y'))),
	CONSTRAINT "app_prices_valid_order" CHECK ("app_prices"."valid_until" is null or "app_prices"."valid_until" > "app_prices"."valid_from"),
	CONSTRAINT "app_prices_trial_range" CHECK ("app_prices"."trial_days" between 0 and 365)
);
--> statement-breakpoint
CREATE TABLE "app_slugs" (
	"slug" text PRIMARY KEY NOT NULL,
	"app_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app_stats" (
	"app_id" uuid PRIMARY KEY NOT NULL,
	"category_slug" text NOT NULL,
	"downloads" bigint DEFAULT 0 NOT NULL,
	"rating_sum" bigint DEFAULT 0 NOT NULL,
	"rating_count" bigint DEFAULT 0 NOT NULL,
	"imported_downloads" bigint DEFAULT 0 NOT NULL,
	"imported_rating_sum" bigint DEFAULT 0 NOT NULL,
	"imported_rating_count" bigint DEFAULT 0 NOT NULL,
	"dau" bigint DEFAULT 0 NOT NULL,
	"mau" bigint DEFAULT 0 NOT NULL,
	"average_session_minutes" real DEFAULT 0 NOT NULL,
	"day7_retention" real DEFAULT 0 NOT NULL,
	"average_rating" real GENERATED ALWAYS AS (case when rating_count = 0 then 0 else rating_sum::real / rating_count end) STORED NOT NULL,
	"shown_rating" real GENERATED ALWAYS AS (case when rating_count + imported_rating_count = 0 then 0 else (rating_sum + imported_rating_sum)::real / (rating_count + imported_rating_count) end) STORED NOT NULL,
	"shown_downloads" bigint GENERATED ALWAYS AS (downloads + imported_downloads) STORED NOT NULL,
	CONSTRAINT "app_stats_not_negative" CHECK (least("app_stats"."downloads", "app_stats"."rating_sum", "app_stats"."rating_count", "app_stats"."imported_downloads", "app_stats"."imported_rating_sum", "app_stats"."imported_rating_count", "app_stats"."dau", "app_stats"."mau") >= 0),
	CONSTRAINT "app_stats_retention_range" CHECK ("app_stats"."day7_retention" between 0 and 1)
);
--> statement-breakpoint
CREATE TABLE "app_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"app_id" uuid NOT NULL,
	"version" text NOT NULL,
	"platform" text NOT NULL,
	"languages" text[] DEFAULT '{}' NOT NULL,
	"release_notes" text DEFAULT '' NOT NULL,
	"minimum_os" text,
	"size_bytes" bigint NOT NULL,
	"sha256" text NOT NULL,
	"storage_key" text NOT NULL,
	"file_name" text NOT NULL,
	"content_type" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"released_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "app_versions_platform_known" CHECK ("app_versions"."platform" in ('android', 'ios', 'windows', 'macos', 'linux', 'web')),
	CONSTRAINT "app_versions_state_known" CHECK ("app_versions"."state" in ('draft', 'processing', 'invalid_binary', 'waiting_for_review', 'in_review', 'metadata_rejected', 'rejected', 'appealed', 'approved', 'released', 'superseded', 'removed')),
	CONSTRAINT "app_versions_released_at_present" CHECK ("app_versions"."state" not in ('released', 'superseded') or "app_versions"."released_at" is not null),
	CONSTRAINT "app_versions_size_positive" CHECK ("app_versions"."size_bytes" >= 0),
	CONSTRAINT "app_versions_sha256_format" CHECK ("app_versions"."sha256" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "apps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"bundle_id" text NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"subtitle" text DEFAULT '' NOT NULL,
	"category_slug" text NOT NULL,
	"subcategory_slug" text,
	"description" text DEFAULT '' NOT NULL,
	"keywords" text[] DEFAULT '{}' NOT NULL,
	"platforms" text[] DEFAULT '{}' NOT NULL,
	"age_rating" smallint DEFAULT 4 NOT NULL,
	"privacy_label" jsonb DEFAULT '{"collected":[],"linked":[],"tracking":[]}'::jsonb NOT NULL,
	"accessibility" text[] DEFAULT '{}' NOT NULL,
	"support_url" text,
	"privacy_url" text,
	"status" text DEFAULT 'draft' NOT NULL,
	"released_at" timestamp with time zone,
	"last_released_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "apps_id_category_slug_key" UNIQUE("id","category_slug"),
	CONSTRAINT "apps_status_known" CHECK ("apps"."status" in ('draft', 'listed', 'hidden', 'removed')),
	CONSTRAINT "apps_slug_format" CHECK ("apps"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length("apps"."slug") <= 220),
	CONSTRAINT "apps_slug_not_uuid" CHECK ("apps"."slug" !~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'),
	CONSTRAINT "apps_bundle_id_format" CHECK ("apps"."bundle_id" ~ '^[A-Za-z0-9_-]+([.][A-Za-z0-9_-]+)+$' and length("apps"."bundle_id") <= 255),
	CONSTRAINT "apps_name_length" CHECK (length("apps"."name") between 1 and 200),
	CONSTRAINT "apps_subtitle_length" CHECK (length("apps"."subtitle") <= 250),
	CONSTRAINT "apps_keywords_count" CHECK (cardinality("apps"."keywords") <= 10),
	CONSTRAINT "apps_age_rating_known" CHECK ("apps"."age_rating" in (4, 9, 12, 16, 18)),
	CONSTRAINT "apps_released_together" CHECK (("apps"."released_at" is null) = ("apps"."last_released_at" is null))
);
--> statement-breakpoint
CREATE TABLE "categories" (
	"slug" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"parent_slug" text,
	"icon" text NOT NULL,
	"hue" smallint NOT NULL,
	"position" smallint NOT NULL,
	CONSTRAINT "categories_hue_range" CHECK ("categories"."hue" between 0 and 359)
);
--> statement-breakpoint
CREATE TABLE "collection_apps" (
	"collection_id" uuid NOT NULL,
	"app_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	CONSTRAINT "collection_apps_pkey" PRIMARY KEY("collection_id","app_id")
);
--> statement-breakpoint
CREATE TABLE "collections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"subtitle" text DEFAULT '' NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"art" jsonb,
	"position" smallint DEFAULT 0 NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "collections_kind_known" CHECK ("collections"."kind" in ('story', 'list')),
	CONSTRAINT "collections_slug_format" CHECK ("collections"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"sequence" bigint PRIMARY KEY NOT NULL,
	"actor_id" uuid,
	"actor_kind" text NOT NULL,
	"action" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"changes" jsonb NOT NULL,
	"reason" text,
	"request_id" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"previous_hash" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "audit_log_actor_kind_known" CHECK ("audit_log"."actor_kind" in ('user', 'api_key', 'system', 'anonymous'))
);
--> statement-breakpoint
CREATE TABLE "processed_events" (
	"event_id" uuid NOT NULL,
	"handler" text NOT NULL,
	"processed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "processed_events_pkey" PRIMARY KEY("event_id","handler")
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"app_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"country" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "entitlements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"app_id" uuid NOT NULL,
	"purchase_id" uuid NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"granted_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "entitlements_revoked_at_present" CHECK ("entitlements"."is_active" = ("entitlements"."revoked_at" is null))
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"recovery_point" text DEFAULT 'started' NOT NULL,
	"locked_at" timestamp with time zone,
	"response_status" smallint,
	"response_body" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_recovery_point_known" CHECK ("idempotency_keys"."recovery_point" in ('started', 'charged', 'finished')),
	CONSTRAINT "idempotency_keys_response_together" CHECK (("idempotency_keys"."response_status" is null) = ("idempotency_keys"."response_body" is null)),
	CONSTRAINT "idempotency_keys_finished_has_response" CHECK (("idempotency_keys"."recovery_point" = 'finished') = ("idempotency_keys"."response_status" is not null))
);
--> statement-breakpoint
CREATE TABLE "ledger_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"transaction_id" uuid NOT NULL,
	"purchase_id" uuid,
	"organization_id" uuid,
	"account" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "ledger_entries_amount_not_zero" CHECK ("ledger_entries"."amount_minor" <> 0)
);
--> statement-breakpoint
CREATE TABLE "payment_methods" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"provider" text NOT NULL,
	"token" text NOT NULL,
	"label" text NOT NULL,
	"is_default" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "payment_methods_deleted_not_default" CHECK ("payment_methods"."deleted_at" is null or not "payment_methods"."is_default")
);
--> statement-breakpoint
CREATE TABLE "purchases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"app_id" uuid NOT NULL,
	"price_id" uuid NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"country" text NOT NULL,
	"kind" text NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"provider" text,
	"provider_payment_id" text,
	"payment_token" text,
	"decline_code" text,
	"idempotency_key_id" uuid,
	"original_purchase_id" uuid,
	"period_number" integer DEFAULT 0 NOT NULL,
	"receipt_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"purchased_at" timestamp with time zone,
	"expires_at" timestamp with time zone,
	"refunded_at" timestamp with time zone,
	CONSTRAINT "purchases_amount_not_negative" CHECK ("purchases"."amount_minor" >= 0),
	CONSTRAINT "purchases_status_known" CHECK ("purchases"."status" in ('pending', 'completed', 'failed', 'refunded')),
	CONSTRAINT "purchases_kind_known" CHECK ("purchases"."kind" in ('one_time', 'subscription')),
	CONSTRAINT "purchases_purchased_at_present" CHECK ("purchases"."status" not in ('completed', 'refunded') or "purchases"."purchased_at" is not null),
	CONSTRAINT "purchases_refunded_at_present" CHECK (("purchases"."status" = 'refunded') = ("purchases"."refunded_at" is not null)),
	CONSTRAINT "purchases_paid_has_payment" CHECK ("purchases"."status" not in ('completed', 'refunded') or "purchases"."amount_minor" = 0 or "purchases"."provider_payment_id" is not null),
	CONSTRAINT "purchases_period_not_negative" CHECK ("purchases"."period_number" >= 0)
);
--> statement-breakpoint
CREATE TABLE "sandbox"."charges" (
	"id" text PRIMARY KEY NOT NULL,
	"idempotency_key" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"status" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "charges_status_known" CHECK ("sandbox"."charges"."status" in ('succeeded', 'refunded')),
	CONSTRAINT "charges_amount_positive" CHECK ("sandbox"."charges"."amount_minor" > 0)
);
--> statement-breakpoint
CREATE TABLE "review_analyses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"review_id" uuid NOT NULL,
	"version" smallint NOT NULL,
	"score" real NOT NULL,
	"signals" jsonb NOT NULL,
	"action" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "review_analyses_score_range" CHECK ("review_analyses"."score" between 0 and 1),
	CONSTRAINT "review_analyses_action_known" CHECK ("review_analyses"."action" in ('approved', 'manual_review', 'rejected'))
);
--> statement-breakpoint
CREATE TABLE "review_responses" (
	"review_id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"author_id" uuid,
	"body" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "review_responses_body_length" CHECK (length("review_responses"."body") between 1 and 1000)
);
--> statement-breakpoint
CREATE TABLE "review_votes" (
	"review_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"is_helpful" boolean NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "review_votes_pkey" PRIMARY KEY("review_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"app_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"rating" smallint NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"is_visible" boolean DEFAULT false NOT NULL,
	"app_version" text,
	"country" text NOT NULL,
	"is_paid" boolean DEFAULT false NOT NULL,
	"helpful_count" integer DEFAULT 0 NOT NULL,
	"unhelpful_count" integer DEFAULT 0 NOT NULL,
	"helpful_score" real DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"edited_at" timestamp with time zone,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "reviews_rating_range" CHECK ("reviews"."rating" between 1 and 5),
	CONSTRAINT "reviews_title_length" CHECK (length("reviews"."title") <= 100),
	CONSTRAINT "reviews_body_length" CHECK (length("reviews"."body") <= 4000),
	CONSTRAINT "reviews_status_known" CHECK ("reviews"."status" in ('pending', 'approved', 'manual_review', 'escalated', 'rejected', 'appealed')),
	CONSTRAINT "reviews_visible_status" CHECK (not "reviews"."is_visible" or ("reviews"."deleted_at" is null and "reviews"."status" in ('approved', 'manual_review', 'escalated', 'pending')))
);
--> statement-breakpoint
ALTER TABLE "one_time_tokens" ADD CONSTRAINT "one_time_tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_members" ADD CONSTRAINT "organization_members_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_members" ADD CONSTRAINT "organization_members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settings" ADD CONSTRAINT "settings_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app_downloads_daily" ADD CONSTRAINT "app_downloads_daily_app_id_apps_id_fk" FOREIGN KEY ("app_id") REFERENCES "public"."apps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app_engagement_daily" ADD CONSTRAINT "app_engagement_daily_app_id_apps_id_fk" FOREIGN KEY ("app_id") REFERENCES "public"."apps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app_revenue_daily" ADD CONSTRAINT "app_revenue_daily_app_id_apps_id_fk" FOREIGN KEY ("app_id") REFERENCES "public"."apps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app_media" ADD CONSTRAINT "app_media_app_id_apps_id_fk" FOREIGN KEY ("app_id") REFERENCES "public"."apps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app_prices" ADD CONSTRAINT "app_prices_app_id_apps_id_fk" FOREIGN KEY ("app_id") REFERENCES "public"."apps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app_slugs" ADD CONSTRAINT "app_slugs_app_id_apps_id_fk" FOREIGN KEY ("app_id") REFERENCES "public"."apps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app_stats" ADD CONSTRAINT "app_stats_app_fkey" FOREIGN KEY ("app_id","category_slug") REFERENCES "public"."apps"("id","category_slug") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "app_versions" ADD CONSTRAINT "app_versions_app_id_apps_id_fk" FOREIGN KEY ("app_id") REFERENCES "public"."apps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "apps" ADD CONSTRAINT "apps_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "apps" ADD CONSTRAINT "apps_category_slug_categories_slug_fk" FOREIGN KEY ("category_slug") REFERENCES "public"."categories"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "apps" ADD CONSTRAINT "apps_subcategory_slug_categories_slug_fk" FOREIGN KEY ("subcategory_slug") REFERENCES "public"."categories"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "categories" ADD CONSTRAINT "categories_parent_slug_fkey" FOREIGN KEY ("parent_slug") REFERENCES "public"."categories"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_apps" ADD CONSTRAINT "collection_apps_collection_id_collections_id_fk" FOREIGN KEY ("collection_id") REFERENCES "public"."collections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_apps" ADD CONSTRAINT "collection_apps_app_id_apps_id_fk" FOREIGN KEY ("app_id") REFERENCES "public"."apps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_app_id_apps_id_fk" FOREIGN KEY ("app_id") REFERENCES "public"."apps"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_version_id_app_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."app_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entitlements" ADD CONSTRAINT "entitlements_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entitlements" ADD CONSTRAINT "entitlements_app_id_apps_id_fk" FOREIGN KEY ("app_id") REFERENCES "public"."apps"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entitlements" ADD CONSTRAINT "entitlements_purchase_id_purchases_id_fk" FOREIGN KEY ("purchase_id") REFERENCES "public"."purchases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_purchase_id_purchases_id_fk" FOREIGN KEY ("purchase_id") REFERENCES "public"."purchases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_methods" ADD CONSTRAINT "payment_methods_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchases" ADD CONSTRAINT "purchases_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchases" ADD CONSTRAINT "purchases_app_id_apps_id_fk" FOREIGN KEY ("app_id") REFERENCES "public"."apps"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchases" ADD CONSTRAINT "purchases_price_id_app_prices_id_fk" FOREIGN KEY ("price_id") REFERENCES "public"."app_prices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchases" ADD CONSTRAINT "purchases_idempotency_key_id_idempotency_keys_id_fk" FOREIGN KEY ("idempotency_key_id") REFERENCES "public"."idempotency_keys"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchases" ADD CONSTRAINT "purchases_original_purchase_id_purchases_id_fk" FOREIGN KEY ("original_purchase_id") REFERENCES "public"."purchases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_analyses" ADD CONSTRAINT "review_analyses_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_responses" ADD CONSTRAINT "review_responses_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_responses" ADD CONSTRAINT "review_responses_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_responses" ADD CONSTRAINT "review_responses_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_votes" ADD CONSTRAINT "review_votes_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_votes" ADD CONSTRAINT "review_votes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_app_id_apps_id_fk" FOREIGN KEY ("app_id") REFERENCES "public"."apps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "one_time_tokens_user_id_idx" ON "one_time_tokens" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "organization_members_user_id_idx" ON "organization_members" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "organizations_slug_key" ON "organizations" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "sessions_user_id_idx" ON "sessions" USING btree ("user_id","last_used_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "sessions_expires_at_idx" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_key" ON "users" USING btree ("email");--> statement-breakpoint
CREATE INDEX "app_downloads_daily_day_idx" ON "app_downloads_daily" USING btree ("day");--> statement-breakpoint
CREATE INDEX "app_engagement_daily_day_idx" ON "app_engagement_daily" USING btree ("day");--> statement-breakpoint
CREATE INDEX "app_revenue_daily_day_idx" ON "app_revenue_daily" USING btree ("day");--> statement-breakpoint
CREATE UNIQUE INDEX "app_media_app_kind_platform_position_key" ON "app_media" USING btree ("app_id","kind",coalesce("platform", ''),"position");--> statement-breakpoint
CREATE UNIQUE INDEX "app_media_one_icon_key" ON "app_media" USING btree ("app_id") WHERE kind = 'icon';--> statement-breakpoint
CREATE INDEX "app_prices_app_country_idx" ON "app_prices" USING btree ("app_id","country","valid_from" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "app_slugs_app_id_idx" ON "app_slugs" USING btree ("app_id");--> statement-breakpoint
CREATE INDEX "app_stats_category_downloads_idx" ON "app_stats" USING btree ("category_slug","shown_downloads" DESC NULLS FIRST,"app_id");--> statement-breakpoint
CREATE INDEX "app_stats_category_rating_idx" ON "app_stats" USING btree ("category_slug","shown_rating" DESC NULLS FIRST,"app_id");--> statement-breakpoint
CREATE INDEX "app_stats_downloads_idx" ON "app_stats" USING btree ("shown_downloads" DESC NULLS FIRST,"app_id");--> statement-breakpoint
CREATE INDEX "app_stats_rating_idx" ON "app_stats" USING btree ("shown_rating" DESC NULLS FIRST,"app_id");--> statement-breakpoint
CREATE UNIQUE INDEX "app_versions_app_platform_version_key" ON "app_versions" USING btree ("app_id","platform","version");--> statement-breakpoint
CREATE INDEX "app_versions_released_idx" ON "app_versions" USING btree ("app_id","released_at" DESC NULLS FIRST,"id") WHERE state in ('released', 'superseded');--> statement-breakpoint
CREATE UNIQUE INDEX "apps_bundle_id_key" ON "apps" USING btree ("bundle_id");--> statement-breakpoint
CREATE UNIQUE INDEX "apps_slug_key" ON "apps" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "apps_category_released_at_idx" ON "apps" USING btree ("category_slug","released_at" DESC NULLS FIRST,"id") WHERE status = 'listed';--> statement-breakpoint
CREATE INDEX "apps_subcategory_idx" ON "apps" USING btree ("subcategory_slug") WHERE status = 'listed';--> statement-breakpoint
CREATE INDEX "apps_released_at_idx" ON "apps" USING btree ("released_at" DESC NULLS FIRST,"id") WHERE status = 'listed';--> statement-breakpoint
CREATE INDEX "apps_organization_id_idx" ON "apps" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "apps_name_trgm_idx" ON "apps" USING gin (lower("name") gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "apps_name_prefix_idx" ON "apps" USING btree (lower("name") text_pattern_ops);--> statement-breakpoint
CREATE INDEX "collection_apps_app_id_idx" ON "collection_apps" USING btree ("app_id");--> statement-breakpoint
CREATE UNIQUE INDEX "collections_slug_key" ON "collections" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "collections_position_idx" ON "collections" USING btree ("position","starts_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE UNIQUE INDEX "audit_log_hash_key" ON "audit_log" USING btree ("hash");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_log_previous_hash_key" ON "audit_log" USING btree ("previous_hash");--> statement-breakpoint
CREATE INDEX "audit_log_subject_idx" ON "audit_log" USING btree ("subject_type","subject_id","sequence");--> statement-breakpoint
CREATE INDEX "processed_events_processed_at_idx" ON "processed_events" USING btree ("processed_at");--> statement-breakpoint
CREATE INDEX "deliveries_user_app_idx" ON "deliveries" USING btree ("user_id","app_id","created_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "deliveries_version_id_idx" ON "deliveries" USING btree ("version_id");--> statement-breakpoint
CREATE UNIQUE INDEX "entitlements_one_active_key" ON "entitlements" USING btree ("user_id","app_id") WHERE is_active;--> statement-breakpoint
CREATE INDEX "entitlements_user_granted_at_idx" ON "entitlements" USING btree ("user_id","granted_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE is_active;--> statement-breakpoint
CREATE INDEX "entitlements_app_id_idx" ON "entitlements" USING btree ("app_id","user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "entitlements_purchase_id_key" ON "entitlements" USING btree ("purchase_id");--> statement-breakpoint
CREATE UNIQUE INDEX "idempotency_keys_user_key_key" ON "idempotency_keys" USING btree ("user_id","key");--> statement-breakpoint
CREATE INDEX "idempotency_keys_created_at_idx" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_entries_transaction_account_key" ON "ledger_entries" USING btree ("transaction_id","account");--> statement-breakpoint
CREATE INDEX "ledger_entries_purchase_id_idx" ON "ledger_entries" USING btree ("purchase_id");--> statement-breakpoint
CREATE INDEX "ledger_entries_account_created_at_idx" ON "ledger_entries" USING btree ("account","created_at");--> statement-breakpoint
CREATE INDEX "payment_methods_user_id_idx" ON "payment_methods" USING btree ("user_id") WHERE deleted_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "payment_methods_one_default_key" ON "payment_methods" USING btree ("user_id") WHERE is_default and deleted_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "purchases_one_pending_key" ON "purchases" USING btree ("user_id","app_id") WHERE status = 'pending' and period_number = 0;--> statement-breakpoint
CREATE UNIQUE INDEX "purchases_provider_payment_key" ON "purchases" USING btree ("provider","provider_payment_id") WHERE provider_payment_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "purchases_idempotency_key_key" ON "purchases" USING btree ("idempotency_key_id") WHERE idempotency_key_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "purchases_period_key" ON "purchases" USING btree ("original_purchase_id","period_number") WHERE period_number > 0;--> statement-breakpoint
CREATE INDEX "purchases_user_created_at_idx" ON "purchases" USING btree ("user_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "purchases_app_user_idx" ON "purchases" USING btree ("app_id","user_id");--> statement-breakpoint
CREATE INDEX "purchases_pending_idx" ON "purchases" USING btree ("created_at") WHERE status = 'pending';--> statement-breakpoint
CREATE UNIQUE INDEX "charges_idempotency_key_key" ON "sandbox"."charges" USING btree ("idempotency_key");--> statement-breakpoint
CREATE INDEX "review_analyses_review_id_idx" ON "review_analyses" USING btree ("review_id","created_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "review_votes_user_id_idx" ON "review_votes" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "reviews_one_live_key" ON "reviews" USING btree ("user_id","app_id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "reviews_app_created_at_idx" ON "reviews" USING btree ("app_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE is_visible;--> statement-breakpoint
CREATE INDEX "reviews_app_helpful_idx" ON "reviews" USING btree ("app_id","helpful_score" DESC NULLS FIRST,"created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE is_visible;--> statement-breakpoint
CREATE INDEX "reviews_app_rating_idx" ON "reviews" USING btree ("app_id","rating","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE is_visible;--> statement-breakpoint
CREATE INDEX "reviews_waiting_idx" ON "reviews" USING btree ("created_at") WHERE status in ('pending', 'manual_review', 'escalated', 'appealed');