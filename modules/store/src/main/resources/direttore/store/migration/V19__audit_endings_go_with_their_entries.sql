-- How an operation ended stays in the audit for as long as an entry names the operation, and no longer.

CREATE OR REPLACE FUNCTION forget_audit(days integer, most integer) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  cutoff timestamptz := now() - make_interval(days => days);
  old    bigint[];
  named  uuid[];
  gone   integer;
BEGIN
  IF days < 30 THEN
    RAISE EXCEPTION 'the audit is kept for 30 days at least';
  END IF;
  old := ARRAY(SELECT id FROM audit WHERE at < cutoff ORDER BY at LIMIT most);
  named := ARRAY(SELECT operation FROM audit WHERE id = ANY (old) AND operation IS NOT NULL);
  PERFORM set_config('direttore.audit_retention', 'on', true);
  DELETE FROM audit WHERE id = ANY (old);
  GET DIAGNOSTICS gone = ROW_COUNT;
  DELETE FROM audit_ending e
   WHERE e.operation = ANY (named)
     AND NOT EXISTS (SELECT FROM audit a WHERE a.operation = e.operation);
  -- No entry ever named what was ordered before the audit named operations.
  DELETE FROM audit_ending WHERE operation IN (
    SELECT e.operation FROM audit_ending e
     WHERE e.at < cutoff AND NOT EXISTS (SELECT FROM audit a WHERE a.operation = e.operation)
     LIMIT most);
  PERFORM set_config('direttore.audit_retention', '', true);
  RETURN gone;
END $$;
