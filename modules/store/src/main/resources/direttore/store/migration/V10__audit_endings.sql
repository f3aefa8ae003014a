-- The audit names the operation of an order, and tells how it ended.

ALTER TABLE audit ADD COLUMN operation uuid;
COMMENT ON COLUMN audit.operation IS
  'The operation that carries the order out, or that was to be cancelled; its row may be gone.';
CREATE INDEX audit_operation ON audit (operation, id) WHERE operation IS NOT NULL;

ALTER TABLE audit DROP CONSTRAINT audit_outcome_check;
ALTER TABLE audit ADD CONSTRAINT audit_outcome_check
  CHECK (outcome IN ('accepted', 'done', 'refused', 'failed'));
COMMENT ON COLUMN audit.outcome IS
  'How the request ended; accepted where an operation does the rest, see audit_ending.';

CREATE TABLE audit_ending (
  operation uuid PRIMARY KEY,
  at        timestamptz NOT NULL,
  outcome   text NOT NULL CHECK (outcome IN ('done', 'failed', 'cancelled')),
  detail    text NOT NULL
);
COMMENT ON TABLE audit_ending IS
  'How operations ended, for the audit, which outlives them. Rows are added, and nothing else.';
COMMENT ON COLUMN audit_ending.operation IS 'The operation.';
COMMENT ON COLUMN audit_ending.at IS 'When it ended.';
COMMENT ON COLUMN audit_ending.outcome IS 'How it ended.';
COMMENT ON COLUMN audit_ending.detail IS 'Why it failed or was cancelled; empty otherwise.';

CREATE TRIGGER audit_ending_is_written_once
  BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_ending
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

CREATE FUNCTION tell_audit_the_ending() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO audit_ending (operation, at, outcome, detail)
  VALUES (
    NEW.id,
    NEW.finished_at,
    CASE NEW.state WHEN 'succeeded' THEN 'done' ELSE NEW.state END,
    COALESCE(left(NEW.failure ->> 'message', 1000), ''))
  ON CONFLICT (operation) DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER operation_tells_audit_the_ending
  AFTER UPDATE OF state ON operation FOR EACH ROW
  WHEN (NEW.finished_at IS NOT NULL) EXECUTE FUNCTION tell_audit_the_ending();

CREATE VIEW audit_seen AS
  SELECT a.id, a.at, a.who, a.via, a.address, a.action, a.target, a.before, a.after, a.request,
         CASE
           WHEN e.operation IS NULL THEN
             CASE
               -- Until version 6 an order that was accepted was called done, whatever came of it.
               WHEN a.outcome = 'done' AND a.operation IS NULL AND a.action LIKE 'guest.%'
                 AND a.action <> 'guest.hand-over' THEN 'accepted'
               ELSE a.outcome
             END
           WHEN a.action <> 'operation.cancel' THEN e.outcome
           WHEN e.outcome = 'cancelled' THEN 'done'
           ELSE 'failed'
         END AS outcome,
         CASE
           WHEN e.operation IS NULL THEN a.detail
           WHEN a.action <> 'operation.cancel' THEN e.detail
           WHEN e.outcome = 'cancelled' THEN ''
           WHEN e.outcome = 'done' THEN 'The operation succeeded before it could be cancelled.'
           ELSE 'The operation failed before it could be cancelled.'
         END AS detail,
         a.operation,
         e.at AS ended
    FROM audit a
    LEFT JOIN audit_ending e ON e.operation = a.operation AND a.outcome = 'accepted';
COMMENT ON VIEW audit_seen IS 'The audit, with how the operations of orders ended.';
