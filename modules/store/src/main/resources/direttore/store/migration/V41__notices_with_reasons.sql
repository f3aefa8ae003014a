-- Notices of a check-in say until when it is waited for. Others say why by themselves, as what they
-- tell changes nothing of the reservation: that it stays where everything around it is closed, or
-- that something which it has is out of service.

ALTER TABLE notice
  ADD check_in_by timestamptz,
  DROP CONSTRAINT notice_kind_check,
  ADD CONSTRAINT notice_kind_check
    CHECK (kind IN ('requested', 'booked', 'offered', 'refused', 'cancelled', 'kept',
                    'reassigned', 'at_risk', 'ready', 'degraded', 'check_in', 'no_show', 'ending',
                    'ended')),
  ADD CONSTRAINT notice_check_in_by CHECK (kind <> 'check_in' OR check_in_by IS NOT NULL);
COMMENT ON COLUMN notice.check_in_by IS 'Until when somebody had to check in, where it asks for that.';

DROP FUNCTION add_notices(bigint[], text[], boolean);

-- The same as before, with reasons, of which null says the reservation's own, and with check-ins: of
-- one that is not waited for any more nothing is told.
CREATE FUNCTION add_notices(ids bigint[], kinds text[], reasons text[], somebody boolean)
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
         CASE WHEN somebody THEN r.changed_by END,
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

DROP TRIGGER notice_tells ON notice;
CREATE TRIGGER notice_tells
  AFTER INSERT ON notice FOR EACH ROW
  WHEN (NEW.kind IN ('ending', 'ready', 'degraded', 'check_in', 'kept', 'at_risk'))
  EXECUTE FUNCTION tell_notice();
