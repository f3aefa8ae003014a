-- The cluster is part of a guest's name. What stands here is about the one that is called main.

ALTER TABLE operation ADD COLUMN cluster text DEFAULT 'main';
UPDATE operation SET cluster = NULL WHERE vmid IS NULL;
ALTER TABLE operation
  ALTER COLUMN cluster DROP DEFAULT,
  DROP CONSTRAINT operation_of_guest_or_not,
  ADD CONSTRAINT operation_of_guest_or_not
    CHECK (num_nulls(cluster, guest_kind, node, vmid, vmid_chosen) IN (0, 5));
COMMENT ON COLUMN operation.cluster IS
  'Where its guest is, as is its node; null where it is about no guest.';

DROP INDEX operation_of_guest;
CREATE INDEX operation_of_guest ON operation (vmid, cluster, created_at DESC, id DESC);
DROP INDEX operation_active_on_guest;
CREATE INDEX operation_active_on_guest
  ON operation (vmid, cluster) WHERE state IN ('queued', 'running');

UPDATE operation_lock SET key = 'main/' || key WHERE kind = 'guest';
COMMENT ON COLUMN operation_lock.key IS 'Which one: the cluster and the VMID of a guest.';

-- What the end of an operation changes is said by whoever writes its row: triggers know no subject
-- but the operation itself.

ALTER TABLE operation ADD COLUMN end_events text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN operation.end_events IS
  'What is told when it ends, each as type and subject with a blank between.';
UPDATE operation
   SET end_events = ARRAY['guest main/' || node || '/' || guest_kind || '/' || vmid]
 WHERE state IN ('queued', 'running') AND vmid IS NOT NULL;

CREATE OR REPLACE FUNCTION tell_operation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Before the operation's own event: who hears of its end shall read what it changed as it is now.
  IF NEW.finished_at IS NOT NULL THEN
    PERFORM tell(split_part(told, ' ', 1), split_part(told, ' ', 2))
       FROM unnest(NEW.end_events) AS told;
  END IF;
  PERFORM tell('operation', NEW.id::text);
  RETURN NULL;
END $$;

UPDATE event SET subject = 'main/' || subject WHERE type = 'guest';
UPDATE event_pending SET subject = 'main/' || subject WHERE type = 'guest';
