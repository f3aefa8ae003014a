-- Every filter of the list of operations has an index that gives its rows in the list's order.

CREATE INDEX operation_of_guest     ON operation (vmid, created_at DESC, id DESC);
CREATE INDEX operation_of_requester ON operation (requested_by, created_at DESC, id DESC);
CREATE INDEX operation_of_node      ON operation (node, created_at DESC, id DESC);
CREATE INDEX operation_of_kind      ON operation (kind, created_at DESC, id DESC);
CREATE INDEX operation_active       ON operation (created_at DESC, id DESC)
  WHERE state IN ('queued', 'running');
CREATE INDEX operation_unsuccessful ON operation (created_at DESC, id DESC)
  WHERE state IN ('failed', 'cancelled');
CREATE INDEX operation_repeated     ON operation (retry_of) WHERE retry_of IS NOT NULL;
CREATE INDEX operation_tasks        ON operation
  USING gin (jsonb_path_query_array(steps, '$[*].upid') jsonb_path_ops);

-- The audit is still written once. What is older than its retention can go, by one function only.

CREATE OR REPLACE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('direttore.audit_retention', true) = 'on' THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION 'the audit is written once: % is not possible', TG_OP;
END $$;

CREATE FUNCTION keep_recent_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.at > now() - interval '30 days' THEN
    RAISE EXCEPTION 'the audit is kept for 30 days at least';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER audit_is_kept_for_a_month
  BEFORE DELETE ON audit FOR EACH ROW EXECUTE FUNCTION keep_recent_audit();

CREATE FUNCTION forget_audit(days integer, most integer) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  gone integer;
BEGIN
  IF days < 30 THEN
    RAISE EXCEPTION 'the audit is kept for 30 days at least';
  END IF;
  PERFORM set_config('direttore.audit_retention', 'on', true);
  DELETE FROM audit WHERE id IN (
    SELECT id FROM audit WHERE at < now() - make_interval(days => days) ORDER BY at LIMIT most);
  GET DIAGNOSTICS gone = ROW_COUNT;
  -- How the operations of old entries ended is as old; the table comes with a later version.
  DELETE FROM audit_ending WHERE operation IN (
    SELECT operation FROM audit_ending WHERE at < now() - make_interval(days => days) LIMIT most);
  PERFORM set_config('direttore.audit_retention', '', true);
  RETURN gone;
END $$;
COMMENT ON FUNCTION forget_audit IS
  'Removes at most so many entries that are older than so many days, 30 or more; answers how many.';
