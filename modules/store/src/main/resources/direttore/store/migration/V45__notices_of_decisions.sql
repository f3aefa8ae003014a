-- What somebody decided about what others asked for is told as that, to who asked: a yes apart from
-- what was booked in somebody's name, and a decision about a change with what it was to change.

ALTER TABLE notice
  ADD asked_by text CHECK (asked_by <> ''),
  DROP CONSTRAINT notice_kind_check,
  ADD CONSTRAINT notice_kind_check
    CHECK (kind IN ('requested', 'booked', 'approved', 'change_approved', 'offered', 'refused',
                    'change_refused', 'cancelled', 'kept', 'reassigned', 'at_risk', 'ready',
                    'degraded', 'check_in', 'no_show', 'ending', 'ended'));
COMMENT ON COLUMN notice.asked_by IS
  'The name of who asked for what was decided, where somebody had to approve it; else null.';

-- Whoever is told of these already is told of them by their new names.
UPDATE webhook SET events = events || CAST('{approved,change_approved}' AS text[])
 WHERE 'booked' = ANY (events);
UPDATE webhook SET events = events || CAST('{change_refused}' AS text[])
 WHERE 'refused' = ANY (events);

-- The same as before, with decisions. What is decided about a change is told of the reservation that
-- it was to change, as that is by now.
CREATE OR REPLACE FUNCTION add_notices(ids bigint[], kinds text[], reasons text[],
                                       somebody boolean, who text)
  RETURNS integer
  LANGUAGE plpgsql AS $$
DECLARE
  added integer;
BEGIN
  INSERT INTO notice
    (reservation, version, kind, topic, person, requester, team, actor, asked_by, title, hidden,
     since, until, zone, phase, status, reason, at, check_in_by)
  SELECT r.id, r.version, k.kind,
         CASE WHEN k.kind IN ('ending', 'check_in') THEN k.kind || '/' || r.id
              WHEN r.series IS NOT NULL
               AND k.kind IN ('requested', 'booked', 'approved', 'refused', 'cancelled', 'kept',
                              'at_risk')
              THEN k.kind || '/series/' || r.series || '/' || now()
              ELSE k.kind || '/' || r.id || '/' || now() END,
         r.person, r.requester, r.team,
         coalesce(who, CASE WHEN somebody THEN d.changed_by END),
         a.asked_by,
         r.title, r.hidden, lower(r.during), upper(r.during), r.zone, r.phase, r.status,
         coalesce(n.reason, CASE WHEN n.kind = 'refused' THEN d.reason ELSE r.reason END), now(),
         b.due
    FROM unnest(ids, kinds, reasons) WITH ORDINALITY AS n (id, kind, reason, place)
    JOIN reservation d ON d.id = n.id
    LEFT JOIN reservation_approval a ON a.reservation = d.id AND n.kind IN ('booked', 'refused')
   CROSS JOIN LATERAL (
     SELECT d.replaces IS NOT NULL AND n.kind IN ('booked', 'refused') AS changes) c
   CROSS JOIN LATERAL (
     SELECT CASE WHEN c.changes AND n.kind = 'booked' THEN 'change_approved'
                 WHEN c.changes THEN 'change_refused'
                 WHEN n.kind = 'booked' AND a.approved THEN 'approved'
                 ELSE n.kind END AS kind) k
    JOIN reservation r ON r.id = CASE WHEN c.changes THEN d.replaces ELSE d.id END
    LEFT JOIN bell b ON b.reservation = r.id AND b.what = 'check_in_by' AND b.rung IS NULL
                    AND n.kind = 'check_in'
   WHERE r.kind = 'booking' AND (n.kind <> 'check_in' OR b.due IS NOT NULL)
   ORDER BY n.place;
  GET DIAGNOSTICS added = ROW_COUNT;
  RETURN added;
END $$;
