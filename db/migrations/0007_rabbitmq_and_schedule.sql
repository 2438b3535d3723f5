CREATE TABLE "queue_activity" (
	"queue" text NOT NULL,
	"minute" timestamp with time zone NOT NULL,
	"done" integer NOT NULL,
	"failed" integer NOT NULL,
	CONSTRAINT "queue_activity_pkey" PRIMARY KEY("queue","minute")
);
--> statement-breakpoint
CREATE TABLE "relayed_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"queue" text NOT NULL,
	"message" jsonb NOT NULL,
	"priority" smallint NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"redeliveries" smallint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "scheduled_jobs" (
	"name" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"cron" text NOT NULL,
	"next_run_at" timestamp with time zone NOT NULL,
	"lease_until" timestamp with time zone,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"error" text,
	"result" text
);
--> statement-breakpoint
CREATE TABLE "workers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"broker" text NOT NULL,
	"problem" text,
	"started_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "workers_broker_known" CHECK ("workers"."broker" in ('postgres', 'rabbitmq'))
);
--> statement-breakpoint
CREATE INDEX "queue_activity_minute_idx" ON "queue_activity" USING btree ("minute");--> statement-breakpoint
CREATE INDEX "relayed_messages_due_idx" ON "relayed_messages" USING btree ("queue","due_at");--> statement-breakpoint
CREATE INDEX "scheduled_jobs_next_run_at_idx" ON "scheduled_jobs" USING btree ("next_run_at");--> statement-breakpoint
CREATE INDEX "workers_seen_at_idx" ON "workers" USING btree ("seen_at");