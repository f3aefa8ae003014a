-- An operation is about anything: what it holds meanwhile stands in a table of its own, and what is
-- said of a guest only where it is about one.

ALTER TABLE operation
  ALTER COLUMN guest_kind  DROP NOT NULL,
  ALTER COLUMN node        DROP NOT NULL,
  ALTER COLUMN vmid        DROP NOT NULL,
  ALTER COLUMN vmid_chosen DROP NOT NULL,
  ADD CONSTRAINT operation_of_guest_or_not
    CHECK (num_nulls(guest_kind, node, vmid, vmid_chosen) IN (0, 4));

CREATE TABLE operation_lock (
  kind      text NOT NULL CHECK (kind <> ''),
  key       text NOT NULL CHECK (key <> ''),
  operation uuid NOT NULL REFERENCES operation ON DELETE CASCADE,
  CONSTRAINT operation_lock_held PRIMARY KEY (kind, key)
);
COMMENT ON TABLE operation_lock IS
  'What active operations change: each thing is in one operation''s hands, which may have several.';
COMMENT ON COLUMN operation_lock.kind IS 'What it is, such as guest.';
COMMENT ON COLUMN operation_lock.key IS 'Which one: the VMID of a guest.';
COMMENT ON COLUMN operation_lock.operation IS 'The operation; its end gives everything back.';
CREATE INDEX operation_lock_operation ON operation_lock (operation);

INSERT INTO operation_lock (kind, key, operation)
SELECT 'guest', vmid::text, id FROM operation WHERE state IN ('queued', 'running');

DROP INDEX operation_one_active_per_guest;
CREATE INDEX operation_active_on_guest
  ON operation (vmid) WHERE state IN ('queued', 'running');

CREATE FUNCTION unlock_subjects() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM operation_lock WHERE operation = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER operation_unlocks_subjects
  AFTER UPDATE OF state ON operation FOR EACH ROW
  WHEN (NEW.finished_at IS NOT NULL) EXECUTE FUNCTION unlock_subjects();

CREATE OR REPLACE FUNCTION tell_operation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Before the operation's own event: who hears of its end shall read the guest as it is now.
  IF NEW.finished_at IS NOT NULL AND NEW.vmid IS NOT NULL THEN
    PERFORM tell('guest', NEW.node || '/' || NEW.guest_kind || '/' || NEW.vmid);
  END IF;
  PERFORM tell('operation', NEW.id::text);
  RETURN NULL;
END $$;
