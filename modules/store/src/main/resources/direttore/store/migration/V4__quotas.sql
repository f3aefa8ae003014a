-- How much of the lab people and teams may have.

ALTER TABLE operation
  ADD COLUMN cores  integer NOT NULL DEFAULT 0 CHECK (cores >= 0),
  ADD COLUMN memory bigint  NOT NULL DEFAULT 0 CHECK (memory >= 0),
  ADD COLUMN disk   bigint  NOT NULL DEFAULT 0 CHECK (disk >= 0);
COMMENT ON COLUMN operation.cores IS 'Of the guest that is made; 0 for other orders.';
COMMENT ON COLUMN operation.memory IS 'MiB of the guest that is made.';
COMMENT ON COLUMN operation.disk IS 'Bytes of all disks of the guest that is made.';

ALTER TABLE guest_owner
  ADD COLUMN cores     integer NOT NULL DEFAULT 0 CHECK (cores >= 0),
  ADD COLUMN memory    bigint  NOT NULL DEFAULT 0 CHECK (memory >= 0),
  ADD COLUMN disk      bigint  NOT NULL DEFAULT 0 CHECK (disk >= 0),
  ADD COLUMN measured  timestamptz,
  ADD COLUMN operation uuid UNIQUE REFERENCES operation ON DELETE SET NULL;
COMMENT ON COLUMN guest_owner.memory IS 'MiB.';
COMMENT ON COLUMN guest_owner.disk IS 'Bytes of all disks.';
COMMENT ON COLUMN guest_owner.measured IS 'When its disks were last looked at.';
COMMENT ON COLUMN guest_owner.operation IS 'The order that made it, or is about to.';
CREATE INDEX guest_owner_person ON guest_owner (person);
CREATE INDEX guest_owner_team_name ON guest_owner (team);

UPDATE guest_owner g
   SET operation = (SELECT o.id FROM operation o
                     WHERE o.vmid = g.vmid AND o.kind IN ('create-vm', 'clone-vm', 'create-lxc')
                     ORDER BY o.created_at DESC LIMIT 1);

CREATE TABLE quota (
  person uuid REFERENCES person,
  team   text REFERENCES team ON DELETE CASCADE,
  guests bigint CHECK (guests >= 0),
  cores  bigint CHECK (cores >= 0),
  memory bigint CHECK (memory >= 0),
  disk   bigint CHECK (disk >= 0),
  UNIQUE NULLS NOT DISTINCT (person, team),
  CHECK (person IS NULL OR team IS NULL)
);
COMMENT ON TABLE quota IS
  'The most that a person or a team may have; without both, each person who has no row. Null: no bound.';
COMMENT ON COLUMN quota.memory IS 'MiB.';
COMMENT ON COLUMN quota.disk IS 'Bytes.';

CREATE FUNCTION exceeded(whose uuid, of_team text, fresh guest_owner, earlier guest_owner)
  RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  most  quota;
  used  record;
  found jsonb;
BEGIN
  SELECT * INTO most FROM quota q
   WHERE CASE WHEN of_team IS NULL THEN q.team IS NULL AND coalesce(q.person = whose, true)
              ELSE q.team = of_team END
   ORDER BY q.person NULLS LAST LIMIT 1;
  IF num_nonnulls(most.guests, most.cores, most.memory, most.disk) = 0 THEN
    RETURN '[]';
  END IF;
  -- Of two orders at once, the second counts what the first made.
  PERFORM pg_advisory_xact_lock(CASE WHEN of_team IS NULL THEN 17485 ELSE 17486 END,
                                hashtext(coalesce(of_team, whose::text)));
  SELECT count(*) AS guests, coalesce(sum(g.cores), 0) AS cores,
         coalesce(sum(g.memory), 0) AS memory, coalesce(sum(g.disk), 0) AS disk
    INTO used FROM guest_owner g
   WHERE (g.person = whose OR g.team = of_team) AND g.vmid <> fresh.vmid;
  SELECT jsonb_agg(jsonb_build_object(
           'person', (SELECT p.name FROM person p WHERE p.id = whose), 'team', of_team,
           'dimension', d.dimension, 'wanted', d.wanted, 'used', d.used, 'bound', d.bound))
    INTO found
    FROM (VALUES ('guests', 1, (earlier.vmid IS NOT NULL)::integer, used.guests, most.guests),
                 ('cores', fresh.cores, earlier.cores, used.cores, most.cores),
                 ('memory', fresh.memory, earlier.memory, used.memory, most.memory),
                 ('disk', fresh.disk, earlier.disk, used.disk, most.disk))
           AS d (dimension, wanted, had, used, bound)
   WHERE d.wanted > coalesce(d.had, 0) AND d.used + d.wanted > d.bound;
  RETURN coalesce(found, '[]');
END $$;
COMMENT ON FUNCTION exceeded IS
  'The bounds that a person or a team goes beyond with a guest, where it grows what they have.';

CREATE FUNCTION keep_quotas() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  found  jsonb;
  theirs guest_owner;
  teams  guest_owner;
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.person = NEW.person THEN
    theirs := OLD;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.team = NEW.team THEN
    teams := OLD;
  END IF;
  -- Always the person first and then the team, or two could wait for each other.
  found := exceeded(NEW.person, NULL, NEW, theirs);
  IF NEW.team IS NOT NULL THEN
    found := found || exceeded(NULL, NEW.team, NEW, teams);
  END IF;
  IF found <> '[]' THEN
    RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'quota',
      MESSAGE = 'somebody would have more than their quota', DETAIL = found::text;
  END IF;
  RETURN NULL;
END $$;
-- Not of the sizes: what was measured is so already, and cannot be refused.
CREATE TRIGGER guest_owner_keeps_quotas
  AFTER INSERT OR UPDATE OF person, team ON guest_owner
  FOR EACH ROW EXECUTE FUNCTION keep_quotas();

CREATE FUNCTION keep_guest(ordered operation) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  keeper   uuid := ordered.person;
  its_team text := ordered.team;
  held     guest_owner;
BEGIN
  IF ordered.retry_of IS NOT NULL THEN
    -- Whoever repeats an order for somebody else helps; the guest stays theirs, and counts once.
    SELECT * INTO held FROM guest_owner g
     WHERE g.operation = ordered.retry_of
        OR g.vmid = ordered.vmid AND ordered.steps @> '[{"state": "DONE"}]';
    IF FOUND THEN
      DELETE FROM guest_owner WHERE vmid = ordered.vmid AND vmid <> held.vmid;
      UPDATE guest_owner
         SET vmid = ordered.vmid, person = held.person, team = held.team,
             cores = ordered.cores, memory = ordered.memory, disk = ordered.disk,
             since = ordered.created_at, operation = ordered.id
       WHERE vmid = held.vmid;
      RETURN;
    END IF;
    WITH RECURSIVE earlier AS (
      SELECT o.person, o.team, o.retry_of FROM operation o WHERE o.id = ordered.retry_of
      UNION ALL
      SELECT o.person, o.team, o.retry_of FROM operation o JOIN earlier e ON o.id = e.retry_of)
    SELECT coalesce(e.person, keeper), e.team INTO keeper, its_team
      FROM earlier e WHERE e.retry_of IS NULL;
  END IF;
  IF keeper IS NULL THEN
    DELETE FROM guest_owner WHERE vmid = ordered.vmid;
  ELSE
    INSERT INTO guest_owner (vmid, person, team, since, cores, memory, disk, operation)
    VALUES (ordered.vmid, keeper, its_team, ordered.created_at,
            ordered.cores, ordered.memory, ordered.disk, ordered.id)
        ON CONFLICT (vmid) DO UPDATE
           SET person = EXCLUDED.person, team = EXCLUDED.team, since = EXCLUDED.since,
               cores = EXCLUDED.cores, memory = EXCLUDED.memory, disk = EXCLUDED.disk,
               measured = NULL, operation = EXCLUDED.operation;
  END IF;
END $$;

CREATE OR REPLACE FUNCTION keep_owners() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.kind = 'delete' THEN
    IF NEW.state = 'succeeded' THEN
      DELETE FROM guest_owner WHERE vmid = NEW.vmid;
    END IF;
  ELSIF NEW.kind IN ('create-vm', 'clone-vm', 'create-lxc') THEN
    IF TG_OP = 'INSERT' THEN
      PERFORM keep_guest(NEW);
    ELSE
      DELETE FROM guest_owner WHERE vmid = NEW.vmid;
      UPDATE guest_owner SET vmid = NEW.vmid WHERE operation = NEW.id;
    END IF;
  END IF;
  RETURN NULL;
END $$;
