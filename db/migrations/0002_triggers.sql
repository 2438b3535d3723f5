-- A slug belongs to its app for ever: every slug an app takes is remembered, and nobody else can take it.
CREATE FUNCTION remember_app_slugs() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO app_slugs (slug, app_id)
  SELECT n.slug, n.id FROM new_apps n
  WHERE NOT EXISTS (SELECT 1 FROM app_slugs s WHERE s.slug = n.slug AND s.app_id = n.id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER apps_remember_slugs_insert AFTER INSERT ON apps
  REFERENCING NEW TABLE AS new_apps FOR EACH STATEMENT EXECUTE FUNCTION remember_app_slugs();
--> statement-breakpoint
CREATE TRIGGER apps_remember_slugs_update AFTER UPDATE ON apps
  REFERENCING NEW TABLE AS new_apps FOR EACH STATEMENT EXECUTE FUNCTION remember_app_slugs();
--> statement-breakpoint
-- The bundle id names the app to devices and receipts: fixed once a version was approved.
CREATE FUNCTION refuse_bundle_id_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM app_versions v WHERE v.app_id = NEW.id AND v.state IN ('approved', 'released', 'superseded', 'removed')) THEN
    RAISE EXCEPTION 'bundle id of app % is fixed', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'apps_bundle_id_immutable';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER apps_bundle_id_immutable BEFORE UPDATE OF bundle_id ON apps
  FOR EACH ROW WHEN (OLD.bundle_id IS DISTINCT FROM NEW.bundle_id) EXECUTE FUNCTION refuse_bundle_id_change();
--> statement-breakpoint
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER ledger_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entries
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Money never appears or vanishes: the rows of a ledger transaction sum to zero per currency at commit.
CREATE FUNCTION require_balanced_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM ledger_entries WHERE transaction_id = NEW.transaction_id
    GROUP BY currency HAVING sum(amount_minor) <> 0
  ) THEN
    RAISE EXCEPTION 'ledger transaction % does not balance', NEW.transaction_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_entries_balanced';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER ledger_entries_balanced AFTER INSERT ON ledger_entries
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_balanced_ledger();
