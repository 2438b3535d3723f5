CREATE TABLE "app_companions" (
	"app_id" uuid NOT NULL,
	"companion_id" uuid NOT NULL,
	"owners" integer NOT NULL,
	"position" smallint NOT NULL,
	CONSTRAINT "app_companions_pkey" PRIMARY KEY("app_id","companion_id")
);
--> statement-breakpoint
CREATE TABLE "search_documents" (
	"app_id" uuid PRIMARY KEY NOT NULL,
	"version" char(32) NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"normalised_name" text NOT NULL,
	"skeleton" text NOT NULL,
	"organization_id" uuid NOT NULL,
	"developer" text NOT NULL,
	"developer_slug" text NOT NULL,
	"is_verified" boolean NOT NULL,
	"subtitle" text NOT NULL,
	"keywords" text[] NOT NULL,
	"description" text NOT NULL,
	"category_slug" text NOT NULL,
	"subcategory_slug" text,
	"platforms" text[] NOT NULL,
	"price_minor" bigint,
	"average_rating" real NOT NULL,
	"trusted_rating" real NOT NULL,
	"rating_count" bigint NOT NULL,
	"downloads" bigint NOT NULL,
	"engagement" real NOT NULL,
	"age_rating" smallint NOT NULL,
	"accessibility" text[] NOT NULL,
	"released_at" timestamp with time zone,
	"updated_at" timestamp with time zone NOT NULL,
	"quality" real NOT NULL,
	"folded" text NOT NULL,
	"head" text NOT NULL,
	"brief" "tsvector" NOT NULL,
	"words" "tsvector" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_maxima" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"rating_count" bigint NOT NULL,
	"downloads" bigint NOT NULL,
	"refreshed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "search_maxima_one_row" CHECK ("search_maxima"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "search_queries" (
	"query" text PRIMARY KEY NOT NULL,
	"searches" bigint NOT NULL,
	"people" integer NOT NULL,
	"sketch" "bytea" NOT NULL,
	"found" integer NOT NULL,
	"last_searched_at" timestamp with time zone NOT NULL,
	CONSTRAINT "search_queries_length" CHECK (length("search_queries"."query") between 1 and 100),
	CONSTRAINT "search_queries_sketch_size" CHECK (length("search_queries"."sketch") = 32)
);
--> statement-breakpoint
CREATE TABLE "search_terms" (
	"term" text PRIMARY KEY NOT NULL,
	"documents" integer NOT NULL,
	"deletions" text[] NOT NULL
);
--> statement-breakpoint
ALTER TABLE "app_stats" ADD COLUMN "trusted_rating" real GENERATED ALWAYS AS (case when rating_count + imported_rating_count = 0 then 0 else (rating_sum + imported_rating_sum + 80)::real / (rating_count + imported_rating_count + 20) end) STORED NOT NULL;--> statement-breakpoint
DROP INDEX "app_stats_category_rating_idx";--> statement-breakpoint
CREATE INDEX "app_stats_category_rating_idx" ON "app_stats" USING btree ("category_slug","trusted_rating" DESC NULLS FIRST,"app_id");--> statement-breakpoint
CREATE INDEX "app_stats_trusted_rating_idx" ON "app_stats" USING btree ("trusted_rating" DESC NULLS FIRST,"app_id");--> statement-breakpoint
ALTER TABLE "app_companions" ADD CONSTRAINT "app_companions_app_id_apps_id_fk" FOREIGN KEY ("app_id") REFERENCES "public"."apps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app_companions" ADD CONSTRAINT "app_companions_companion_id_apps_id_fk" FOREIGN KEY ("companion_id") REFERENCES "public"."apps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_documents" ADD CONSTRAINT "search_documents_app_id_apps_id_fk" FOREIGN KEY ("app_id") REFERENCES "public"."apps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "app_companions_companion_id_idx" ON "app_companions" USING btree ("companion_id");--> statement-breakpoint
CREATE INDEX "search_documents_words_idx" ON "search_documents" USING gin ("words");--> statement-breakpoint
CREATE INDEX "search_documents_folded_idx" ON "search_documents" USING btree ("folded" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "search_documents_rating_idx" ON "search_documents" USING btree ("trusted_rating" DESC NULLS FIRST,"app_id");--> statement-breakpoint
CREATE INDEX "search_documents_released_at_idx" ON "search_documents" USING btree ("released_at" DESC NULLS LAST,"app_id");--> statement-breakpoint
CREATE INDEX "search_documents_price_idx" ON "search_documents" USING btree ("price_minor","app_id");--> statement-breakpoint
CREATE INDEX "search_documents_skeleton_idx" ON "search_documents" USING btree ("skeleton");--> statement-breakpoint
CREATE INDEX "search_queries_prefix_idx" ON "search_queries" USING btree ("query" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "search_queries_people_idx" ON "search_queries" USING btree ("people" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "search_terms_prefix_idx" ON "search_terms" USING btree ("term" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "search_terms_deletions_idx" ON "search_terms" USING gin ("deletions");
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;
--> statement-breakpoint
-- Rows stay small where searches read many of them: descriptions and their words go elsewhere.
ALTER TABLE search_documents SET (toast_tuple_target = 1024);
--> statement-breakpoint
ALTER TABLE search_documents ALTER COLUMN brief SET STORAGE MAIN;
--> statement-breakpoint
CREATE FUNCTION search_deletions(word text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT array(SELECT DISTINCT left(word, i) || substr(word, i + 2) FROM generate_series(0, length(word)) i)
$$;
--> statement-breakpoint
-- Edits between two words, 0 to 3 where 3 is many; two letters that changed places are one.
CREATE FUNCTION search_edits(one text, other text) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN length(one) = length(other) AND d = 2 AND EXISTS (
      SELECT FROM generate_series(1, length(one) - 1) i
      WHERE one = left(other, i - 1) || substr(other, i + 1, 1) || substr(other, i, 1) || substr(other, i + 2)
    ) THEN 1 ELSE d END
  FROM levenshtein_less_equal(one, other, 2) d
$$;
--> statement-breakpoint
-- Rows of search_documents that match: all of them where they are no more than `wanted`, else the most popular of them, about
-- as many (is_partial). Words hold ~t6 .. ~t24 for at least 2^3 .. 2^12 downloads, and so on. `expected` says about how many
-- there are. No query of ours is served better by reading all rows, but where few are known to the planner it believes so.
CREATE FUNCTION search_pool(query tsquery, expected float8, wanted int) RETURNS TABLE (
  app_id uuid, folded text, head text, normalised_name text, category_slug text, subcategory_slug text, platforms text[],
  price_minor bigint, average_rating real, trusted_rating real, downloads bigint, age_rating smallint, released_at timestamptz, quality real,
  is_partial boolean
) LANGUAGE plpgsql STABLE SET enable_seqscan = off SET work_mem = '32MB' AS $$
#variable_conflict use_column
DECLARE
  tier text;
  found_rows bigint := 0;
  many boolean := expected > wanted * 3;
BEGIN
  IF NOT many AND expected > wanted / 2 THEN
    SELECT count(*) > wanted INTO many FROM (SELECT FROM search_documents d WHERE d.words @@ query LIMIT wanted + 1) d;
  END IF;
  IF many THEN
    SELECT t.term INTO tier FROM search_terms t
      WHERE t.term ~>=~ '~t' AND t.term ~<~ '~u'
        AND t.documents * expected >= wanted::float8 * (SELECT n.documents FROM search_terms n WHERE n.term = '~')
      ORDER BY t.documents LIMIT 1;
    IF tier IS NOT NULL THEN
      RETURN QUERY SELECT d.app_id, d.folded, d.head, d.normalised_name, d.category_slug, d.subcategory_slug, d.platforms,
          d.price_minor, d.average_rating, d.trusted_rating, d.downloads, d.age_rating, d.released_at, d.quality, true
        FROM search_documents d WHERE d.words @@ (query && quote_literal(tier)::tsquery) LIMIT wanted * 3 / 2;
      GET DIAGNOSTICS found_rows = ROW_COUNT;
      IF found_rows >= 200 THEN RETURN; END IF;
    END IF;
  END IF;
  RETURN QUERY SELECT d.app_id, d.folded, d.head, d.normalised_name, d.category_slug, d.subcategory_slug, d.platforms,
      d.price_minor, d.average_rating, d.trusted_rating, d.downloads, d.age_rating, d.released_at, d.quality,
      many OR row_number() OVER () > wanted
    FROM search_documents d WHERE d.words @@ query LIMIT wanted + 1;
END
$$;