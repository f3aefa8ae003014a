-- What happened to reservations, when and by whom. Triggers write it, in the statement that changes
-- the row: whatever changes one, now or later, is kept, and nothing that was taken back.

-- Those that are there already have a history from now on; a column's default that is taken away
-- again says so without a new version of any row.
ALTER TABLE reservation ADD history_since timestamptz DEFAULT now();
ALTER TABLE reservation ALTER history_since DROP DEFAULT;
COMMENT ON COLUMN reservation.history_since IS
  'From when on its history is kept; null: since it was made.';

CREATE TABLE reservation_history (
  id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  reservation      bigint NOT NULL,
  version          integer NOT NULL,
  what             text NOT NULL
                     CHECK (what IN ('changed', 'ready', 'degraded', 'kept', 'reassigned', 'at_risk',
                                     'repaired')),
  at               timestamptz NOT NULL,
  actor            text CHECK (actor <> ''),
  reason           text,
  phase_before     text,
  phase            text,
  status_before    text,
  status           text,
  during_before    tstzrange,
  during           tstzrange,
  requester_before text,
  requester        text,
  team_before      text,
  team             text,
  checked_in       boolean,
  fields           text[],
  CHECK (what <> 'changed'
         OR num_nulls(phase_before, phase, status_before, status, during_before, during,
                      requester_before, requester, checked_in, fields) = 0)
);
COMMENT ON TABLE reservation_history IS
  'What happened to reservations after they were made, which their own rows tell; kept as long as they are.';
COMMENT ON COLUMN reservation_history.reservation IS
  'Which is never deleted; so nobody has to look whether it is there.';
COMMENT ON COLUMN reservation_history.version IS 'Of the reservation, once it had happened.';
COMMENT ON COLUMN reservation_history.what IS
  'That its row was changed, as the columns from phase_before on say; or else what happened beside it.';
COMMENT ON COLUMN reservation_history.actor IS
  'The name of who did it; null where it happened by itself, or nobody knows.';
COMMENT ON COLUMN reservation_history.reason IS 'What was said of it, or null.';
COMMENT ON COLUMN reservation_history.checked_in IS 'Whether somebody checked in with it.';
COMMENT ON COLUMN reservation_history.fields IS 'What else was changed, by the names of the API.';

-- One row for each version: what becomes of a change at once is written in the same.
CREATE UNIQUE INDEX reservation_history_versions
  ON reservation_history (reservation, version) WHERE what = 'changed';
CREATE INDEX reservation_history_latest ON reservation_history (reservation, id DESC);

-- What was asked for but how much somebody may have, which follows whose it is.
CREATE FUNCTION asked_things(requests jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE
  RETURN jsonb_path_query_array(requests, '$[*] ? (@.kind != "team" && @.kind != "person")');

CREATE FUNCTION keep_reservation_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO reservation_history
    (reservation, version, what, at, actor, reason, phase_before, phase, status_before, status,
     during_before, during, requester_before, requester, team_before, team, checked_in, fields)
  SELECT n.id, n.version, 'changed', n.changed_at, n.changed_by,
         CASE WHEN n.reason IS DISTINCT FROM o.reason THEN n.reason END,
         o.phase, n.phase, o.status, n.status, o.during, n.during, o.requester, n.requester, o.team,
         n.team, o.checked_in_at IS NULL AND n.checked_in_at IS NOT NULL, f.fields
    FROM was o
    JOIN changed n ON n.id = o.id AND (n.version > o.version OR n.phase <> o.phase)
   CROSS JOIN LATERAL (
     SELECT array_remove(ARRAY[
              CASE WHEN n.title <> o.title THEN 'title' END,
              CASE WHEN n.notes <> o.notes THEN 'notes' END,
              CASE WHEN n.hidden <> o.hidden THEN 'private' END,
              CASE WHEN n.zone <> o.zone THEN 'time_zone' END,
              CASE WHEN (n.guest_kind, n.node, n.vmid) IS DISTINCT FROM (o.guest_kind, o.node, o.vmid)
                        OR asked_things(n.requests) <> asked_things(o.requests) THEN 'claims' END,
              CASE WHEN n.guests <> o.guests THEN 'guests' END,
              CASE WHEN n.at_start <> o.at_start THEN 'at_start' END,
              CASE WHEN n.at_end <> o.at_end THEN 'at_end' END,
              CASE WHEN n.lead <> o.lead THEN 'lead_minutes' END,
              CASE WHEN n.grace <> o.grace THEN 'grace_minutes' END], NULL) AS fields) f
   -- What was changed to what it was already is no news.
   WHERE f.fields <> '{}'
      OR (n.phase, n.status, n.during, n.requester) <> (o.phase, o.status, o.during, o.requester)
      OR (n.team, n.checked_in_at) IS DISTINCT FROM (o.team, o.checked_in_at)
   ORDER BY n.id
      ON CONFLICT (reservation, version) WHERE what = 'changed'
      DO UPDATE SET phase = EXCLUDED.phase, status = EXCLUDED.status;
  RETURN NULL;
END $$;
CREATE TRIGGER reservation_keeps_history
  AFTER UPDATE ON reservation REFERENCING OLD TABLE AS was NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION keep_reservation_history();

-- Of what changes nothing of the reservation's row, its notice tells.
CREATE FUNCTION keep_notice_in_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO reservation_history (reservation, version, what, at, actor, reason)
  VALUES (NEW.reservation, NEW.version, NEW.kind, NEW.at, NEW.actor, NEW.reason);
  RETURN NULL;
END $$;
CREATE TRIGGER notice_keeps_history
  AFTER INSERT ON notice FOR EACH ROW
  WHEN (NEW.kind IN ('ready', 'degraded', 'kept', 'reassigned', 'at_risk'))
  EXECUTE FUNCTION keep_notice_in_history();
