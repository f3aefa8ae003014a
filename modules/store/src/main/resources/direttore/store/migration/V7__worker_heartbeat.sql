-- Workers show that they live, so that one which only holds its connection loses its operations;
-- and they share the room for what Proxmox does badly in parallel.

ALTER TABLE worker
  ADD COLUMN seen_at timestamptz,
  ADD COLUMN steady_since timestamptz,
  ADD COLUMN left_at timestamptz;
COMMENT ON COLUMN worker.seen_at IS
  'Its latest sign of life, each second; null for versions that give none.';
COMMENT ON COLUMN worker.steady_since IS
  'When its signs of life came back after a gap; null while there was none.';
COMMENT ON COLUMN worker.left_at IS 'When it left in good order, or null.';

CREATE VIEW worker_keeping AS
  SELECT w.number
    FROM worker w LEFT JOIN worker_alive a USING (number)
   WHERE w.left_at IS NULL
     AND CASE
           WHEN w.seen_at IS NULL THEN a.number IS NOT NULL
           -- A connection may be lost for longer than a moment, but not for longer than it takes
           -- to come back. A clock that was set back must not keep anyone for ever.
           ELSE abs(extract(epoch FROM now() - w.seen_at))
                < CASE WHEN a.number IS NULL THEN 4 ELSE 30 END
         END;
COMMENT ON VIEW worker_keeping IS
  'Workers that keep their operations: they live, or may be back in a moment.';

CREATE VIEW worker_unsteady AS
  SELECT number FROM worker
   WHERE abs(extract(epoch FROM now() - steady_since)) < 5
      OR abs(extract(epoch FROM now() - seen_at)) > 10;
COMMENT ON VIEW worker_unsteady IS
  'Workers that were away themselves just now, and so cannot judge who else is: they take nothing.';

CREATE TABLE operation_turn (
  lane      text NOT NULL,
  operation uuid NOT NULL REFERENCES operation ON DELETE CASCADE,
  PRIMARY KEY (lane, operation)
);
CREATE INDEX operation_turn_operation ON operation_turn (operation);
COMMENT ON TABLE operation_turn IS
  'Operations that take up room in a lane, such as clones of one source; only running ones count.';
COMMENT ON COLUMN operation_turn.lane IS 'What there is room for only so often at once.';
COMMENT ON COLUMN operation_turn.operation IS 'Which operation takes up room in it.';
