-- That somebody has to check in to what they reserved, or else it is returned.

ALTER TABLE reservation_policy
  ADD check_in_minutes integer CHECK (check_in_minutes BETWEEN 5 AND 1440);
COMMENT ON COLUMN reservation_policy.check_in_minutes IS
  'How long after its start somebody has to check in; null: nobody has to.';

ALTER TABLE reservation
  ADD check_in_minutes integer CHECK (check_in_minutes > 0),
  ADD checked_in_at timestamptz,
  ADD CONSTRAINT reservation_checked_in
    CHECK (checked_in_at IS NULL OR check_in_minutes IS NOT NULL);
COMMENT ON COLUMN reservation.check_in_minutes IS
  'How long somebody has to check in, as the rules said when it was decided; until when is its bell''s to say. Null: nobody has to.';
COMMENT ON COLUMN reservation.checked_in_at IS 'When somebody checked in; null as long as nobody has.';

ALTER TABLE notice
  ADD check_in_by timestamptz,
  DROP CONSTRAINT notice_kind_check,
  ADD CONSTRAINT notice_kind_check
    CHECK (kind IN ('requested', 'booked', 'offered', 'refused', 'cancelled', 'ready', 'degraded',
                    'check_in', 'no_show', 'ending', 'ended')),
  ADD CONSTRAINT notice_check_in_by CHECK (kind <> 'check_in' OR check_in_by IS NOT NULL);
COMMENT ON COLUMN notice.check_in_by IS 'Until when somebody had to check in, where it asks for that.';

-- The same as before, also of check-ins: of one that is not waited for any more nothing is told.
CREATE OR REPLACE FUNCTION add_notices(ids bigint[], kinds text[], somebody boolean) RETURNS integer
  LANGUAGE plpgsql AS $$
DECLARE
  added integer;
BEGIN
  INSERT INTO notice
    (reservation, version, kind, topic, person, requester, team, actor, title, hidden, since, until,
     zone, phase, status, reason, at, check_in_by)
  SELECT r.id, r.version, n.kind,
         CASE WHEN n.kind IN ('ending', 'check_in') THEN n.kind || '/' || r.id
              WHEN r.series IS NOT NULL AND n.kind IN ('requested', 'booked', 'refused', 'cancelled')
              THEN n.kind || '/series/' || r.series || '/' || now()
              ELSE n.kind || '/' || r.id || '/' || now() END,
         r.person, r.requester, r.team,
         CASE WHEN somebody THEN r.changed_by END,
         r.title, r.hidden, lower(r.during), upper(r.during), r.zone, r.phase, r.status, r.reason,
         now(), b.due
    FROM unnest(ids, kinds) WITH ORDINALITY AS n (id, kind, place)
    JOIN reservation r ON r.id = n.id
    LEFT JOIN bell b ON b.reservation = r.id AND b.what = 'check_in_by' AND b.rung IS NULL
                    AND n.kind = 'check_in'
   WHERE r.kind = 'booking' AND (n.kind <> 'check_in' OR b.due IS NOT NULL)
   ORDER BY n.place;
  GET DIAGNOSTICS added = ROW_COUNT;
  RETURN added;
END $$;

DROP TRIGGER notice_tells ON notice;
CREATE TRIGGER notice_tells
  AFTER INSERT ON notice FOR EACH ROW
  WHEN (NEW.kind IN ('ending', 'ready', 'degraded', 'check_in')) EXECUTE FUNCTION tell_notice();
