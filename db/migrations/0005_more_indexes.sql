CREATE INDEX "users_staff_idx" ON "users" USING btree ("id") WHERE roles <> '{}';--> statement-breakpoint
CREATE INDEX "apps_last_released_at_idx" ON "apps" USING btree ("last_released_at" DESC NULLS FIRST,"id") WHERE status = 'listed';--> statement-breakpoint
CREATE INDEX "apps_category_last_released_at_idx" ON "apps" USING btree ("category_slug","last_released_at" DESC NULLS FIRST,"id") WHERE status = 'listed';--> statement-breakpoint
CREATE INDEX "audit_log_actor_idx" ON "audit_log" USING btree ("actor_id","sequence");--> statement-breakpoint
CREATE INDEX "mails_recipient_idx" ON "mails" USING btree ("recipient") WHERE user_id is null;--> statement-breakpoint
CREATE INDEX "reviews_user_id_idx" ON "reviews" USING btree ("user_id");