-- The history of reservations and their notices name who did what became of them, also where that
-- was done to something else; what the program does is nobody's.

DROP FUNCTION add_notices(bigint[], text[], text[], boolean);

-- The same as before, also for whoever has changed none of these reservations.
CREATE FUNCTION add_notices(ids bigint[], kinds text[], reasons text[], somebody boolean, who text)
  RETURNS integer
  LANGUAGE plpgsql AS $$
DECLARE
  added integer;
BEGIN
  INSERT INTO notice
    (reservation, version, kind, topic, person, requester, team, actor, title, hidden, since, until,
     zone, phase, status, reason, at, check_in_by)
  SELECT r.id, r.version, n.kind,
         CASE WHEN n.kind IN ('ending', 'check_in') THEN n.kind || '/' || r.id
              WHEN r.series IS NOT NULL
               AND n.kind IN ('requested', 'booked', 'refused', 'cancelled', 'kept', 'at_risk')
              THEN n.kind || '/series/' || r.series || '/' || now()
              ELSE n.kind || '/' || r.id || '/' || now() END,
         r.person, r.requester, r.team,
         coalesce(who, CASE WHEN somebody THEN r.changed_by END),
         r.title, r.hidden, lower(r.during), upper(r.during), r.zone, r.phase, r.status,
         coalesce(n.reason, r.reason), now(), b.due
    FROM unnest(ids, kinds, reasons) WITH ORDINALITY AS n (id, kind, reason, place)
    JOIN reservation r ON r.id = n.id
    LEFT JOIN bell b ON b.reservation = r.id AND b.what = 'check_in_by' AND b.rung IS NULL
                    AND n.kind = 'check_in'
   WHERE r.kind = 'booking' AND (n.kind <> 'check_in' OR b.due IS NOT NULL)
   ORDER BY n.place;
  GET DIAGNOSTICS added = ROW_COUNT;
  RETURN added;
END $$;

-- The same as before; what is offered, nobody has booked.
CREATE OR REPLACE FUNCTION tell_booked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO notice
    (reservation, version, kind, topic, person, requester, team, actor, title, hidden, since, until,
     zone, phase, status, reason, at)
  VALUES
    (NEW.id, NEW.version, NEW.phase,
     CASE WHEN NEW.series IS NULL THEN NEW.phase || '/' || NEW.id || '/' || now()
          ELSE NEW.phase || '/series/' || NEW.series || '/' || now() END,
     NEW.person, NEW.requester, NEW.team,
     CASE WHEN NEW.phase <> 'offered' THEN NEW.booked_by END,
     NEW.title, NEW.hidden, lower(NEW.during), upper(NEW.during), NEW.zone, NEW.phase, NEW.status,
     NEW.reason, now());
  RETURN NULL;
END $$;

-- What came of a change that waited for an approval, in the history of what it was to change.
ALTER TABLE reservation_history
  ADD asked_by text CHECK (asked_by <> ''),
  DROP CONSTRAINT reservation_history_what_check,
  ADD CONSTRAINT reservation_history_what_check
    CHECK (what IN ('changed', 'ready', 'degraded', 'kept', 'reassigned', 'at_risk', 'repaired',
                    'change_refused', 'change_lapsed'));
COMMENT ON COLUMN reservation_history.asked_by IS
  'The name of who asked for a change that somebody else had to approve; else null.';

-- The same as before, with changes that are made to nothing, and fields of which none is changed
-- with another.
CREATE OR REPLACE FUNCTION keep_reservation_history() RETURNS trigger LANGUAGE plpgsql AS $$
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
              CASE WHEN n.guest_kind IS DISTINCT FROM o.guest_kind THEN 'resource_type' END,
              CASE WHEN n.node IS DISTINCT FROM o.node THEN 'proxmox_node' END,
              CASE WHEN n.vmid IS DISTINCT FROM o.vmid THEN 'vmid' END,
              CASE WHEN asked_things(n.requests) <> asked_things(o.requests) THEN 'claims' END,
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

  WITH decided AS (
    INSERT INTO reservation_history (reservation, version, what, at, actor, reason, asked_by)
    SELECT p.id, p.version, 'change_' || n.phase, n.changed_at, n.changed_by, n.reason, a.asked_by
      FROM changed n
      JOIN was o ON o.id = n.id AND o.phase = 'requested'
      JOIN reservation p ON p.id = n.replaces
      LEFT JOIN reservation_approval a ON a.reservation = n.id
     WHERE n.replaces IS NOT NULL AND n.phase IN ('refused', 'lapsed')
     ORDER BY n.id
    RETURNING reservation)
  INSERT INTO event_pending (type, subject) SELECT 'reservation', reservation::text FROM decided;
  RETURN NULL;
END $$;

-- Each is told once of what is out of service, until it is well again or expected to be in time.
CREATE TABLE risk_told (
  resource    integer NOT NULL REFERENCES resource ON DELETE CASCADE,
  reservation bigint NOT NULL,
  PRIMARY KEY (resource, reservation)
);
COMMENT ON TABLE risk_told IS
  'Of which reservations whoever has them was told that a resource which they have is out of service.';
COMMENT ON COLUMN risk_told.reservation IS
  'Which is never deleted; so nobody has to look whether it is there.';
