-- What keeps operations of an older round from doing anything stands by itself: parts of
-- reservations have rounds as groups have.

CREATE TABLE operation_fence (
  id     uuid PRIMARY KEY,
  round  integer NOT NULL DEFAULT 0 CHECK (round >= 0),
  closed boolean NOT NULL DEFAULT false,
  tells  text NOT NULL,
  counts boolean NOT NULL DEFAULT true
);
COMMENT ON TABLE operation_fence IS
  'What operations belong to that are submitted for one purpose, such as a group or a part of a reservation.';
COMMENT ON COLUMN operation_fence.id IS 'That of what it stands around.';
COMMENT ON COLUMN operation_fence.round IS
  'Rises when what is wanted changes; operations of an older one begin nothing more.';
COMMENT ON COLUMN operation_fence.closed IS 'Whether nothing more is submitted.';
COMMENT ON COLUMN operation_fence.tells IS
  'What has changed when one of its operations has, as type and subject with a blank between.';
COMMENT ON COLUMN operation_fence.counts IS
  'Whether what its operations make counts against quotas; not where that was decided with a booking.';

INSERT INTO operation_fence (id, round, closed, tells)
SELECT id, round, finished_at IS NOT NULL, 'group ' || id FROM operation_group;

ALTER TABLE operation
  DROP CONSTRAINT operation_group_id_fkey,
  ADD CONSTRAINT operation_of_fence FOREIGN KEY (group_id) REFERENCES operation_fence;
COMMENT ON COLUMN operation.group_id IS 'The fence that it belongs to, as that of a group.';
COMMENT ON COLUMN operation.group_key IS 'Which part of it it does; submitted again, it is found.';
COMMENT ON COLUMN operation.group_round IS 'The round that its fence was in.';

ALTER TABLE operation_group
  DROP COLUMN round,
  ADD CONSTRAINT operation_group_has_fence FOREIGN KEY (id) REFERENCES operation_fence ON DELETE CASCADE;
ALTER TABLE part
  DROP COLUMN round,
  ADD CONSTRAINT part_has_fence FOREIGN KEY (id) REFERENCES operation_fence;

CREATE OR REPLACE FUNCTION tell_group_of() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell(split_part(f.tells, ' ', 1), split_part(f.tells, ' ', 2))
     FROM operation_fence f WHERE f.id = NEW.group_id;
  RETURN NULL;
END $$;

CREATE FUNCTION tell_reservation_of() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell('reservation', NEW.reservation::text);
  RETURN NULL;
END $$;
CREATE TRIGGER part_tells
  AFTER UPDATE ON part FOR EACH ROW EXECUTE FUNCTION tell_reservation_of();

CREATE INDEX part_moving ON part (reservation) WHERE state IN ('making', 'ending');

-- What a reservation brings was decided with its booking: it does not count against what somebody
-- may have beside, and cannot be refused for that when its time has come.
ALTER TABLE holding ADD COLUMN counts boolean NOT NULL DEFAULT true;
COMMENT ON COLUMN holding.counts IS
  'Whether it counts against quotas; not what belongs to a reservation.';

CREATE OR REPLACE FUNCTION quota_excess(fresh holding, earlier holding) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  holder record;
  most   quota;
  used   record;
  found  jsonb := '[]';
BEGIN
  IF fresh.kind <> 'guest' OR NOT fresh.counts THEN
    RETURN found;
  END IF;
  -- Always the person first and then the team, or two could wait for each other.
  FOR holder IN
    SELECT fresh.person AS person, NULL AS team, earlier.person = fresh.person AS had
     UNION ALL
    SELECT NULL, fresh.team, earlier.team = fresh.team WHERE fresh.team IS NOT NULL
     ORDER BY team NULLS FIRST
  LOOP
    SELECT * INTO most FROM quota q
     WHERE CASE WHEN holder.team IS NULL
                THEN q.team IS NULL AND coalesce(q.person = holder.person, true)
                ELSE q.team = holder.team END
     ORDER BY q.person NULLS LAST LIMIT 1;
    CONTINUE WHEN num_nonnulls(most.guests, most.cores, most.memory, most.disk) = 0;
    -- Of two orders at once, the second counts what the first made.
    PERFORM pg_advisory_xact_lock(CASE WHEN holder.team IS NULL THEN 17485 ELSE 17486 END,
                                  hashtext(coalesce(holder.team, holder.person::text)));
    SELECT count(*) AS guests, coalesce(sum(h.cores), 0) AS cores,
           coalesce(sum(h.memory), 0) AS memory, coalesce(sum(h.disk), 0) AS disk
      INTO used FROM holding h
     WHERE h.kind = 'guest' AND h.counts AND (h.person = holder.person OR h.team = holder.team)
       AND (h.cluster, h.key) <> (fresh.cluster, fresh.key);
    SELECT found || coalesce(jsonb_agg(jsonb_build_object(
             'person', (SELECT p.name FROM person p WHERE p.id = holder.person),
             'team', holder.team,
             'dimension', d.dimension, 'wanted', d.wanted, 'used', d.used, 'bound', d.bound)), '[]')
      INTO found
      FROM (VALUES ('guests', 1, 1, used.guests, most.guests),
                   ('cores', fresh.cores, earlier.cores, used.cores, most.cores),
                   ('memory', fresh.memory, earlier.memory, used.memory, most.memory),
                   ('disk', fresh.disk, earlier.disk, used.disk, most.disk))
             AS d (dimension, wanted, had, used, bound)
     WHERE d.wanted > CASE WHEN holder.had THEN d.had ELSE 0 END AND d.used + d.wanted > d.bound;
  END LOOP;
  RETURN found;
END $$;
