CREATE TABLE "dead_letters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"queue" text NOT NULL,
	"message" jsonb NOT NULL,
	"reason" text NOT NULL,
	"error" text NOT NULL,
	"attempts" integer NOT NULL,
	"died_at" timestamp with time zone NOT NULL,
	CONSTRAINT "dead_letters_reason_known" CHECK ("dead_letters"."reason" in ('failed', 'rejected', 'expired'))
);
--> statement-breakpoint
CREATE TABLE "paused_queues" (
	"queue" text PRIMARY KEY NOT NULL,
	"paused_at" timestamp with time zone NOT NULL,
	"paused_by" uuid
);
--> statement-breakpoint
ALTER TABLE "paused_queues" ADD CONSTRAINT "paused_queues_paused_by_users_id_fk" FOREIGN KEY ("paused_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dead_letters_died_at_idx" ON "dead_letters" USING btree ("died_at" DESC NULLS FIRST,"id");--> statement-breakpoint
CREATE INDEX "dead_letters_queue_idx" ON "dead_letters" USING btree ("queue","died_at" DESC NULLS FIRST,"id");