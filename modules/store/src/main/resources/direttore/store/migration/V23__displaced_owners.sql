-- An order under a VMID that somebody has takes it from them only once its guest is made: until then
-- what they had is kept beside, and is theirs again where the order fails.

ALTER TABLE guest_forgotten ADD COLUMN displaced_by uuid;
COMMENT ON COLUMN guest_forgotten.displaced_by IS
  'The order that was given under the VMID; null where the guest was taken for gone.';

CREATE FUNCTION displace_owner(which integer, by_order uuid) RETURNS void LANGUAGE sql AS $$
  INSERT INTO guest_forgotten
         (vmid, person, team, since, cores, memory, disk, operation, seen, born, generation, cards,
          displaced_by)
  SELECT vmid, person, team, since, cores, memory, disk, operation, seen, born, generation, cards,
         by_order
    FROM guest_owner WHERE vmid = which AND operation IS DISTINCT FROM by_order;
$$;
COMMENT ON FUNCTION displace_owner IS 'Keeps who has a VMID that an order is about to have.';

CREATE OR REPLACE FUNCTION keep_guest(ordered operation) RETURNS void LANGUAGE plpgsql AS $$
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
      IF held.vmid <> ordered.vmid THEN
        PERFORM displace_owner(ordered.vmid, ordered.id);
      END IF;
      DELETE FROM guest_owner WHERE vmid = ordered.vmid AND vmid <> held.vmid;
      UPDATE guest_owner
         SET vmid = ordered.vmid, person = held.person, team = held.team,
             cores = ordered.cores, memory = ordered.memory, disk = ordered.disk,
             since = ordered.created_at, operation = ordered.id
       WHERE vmid = held.vmid;
      -- What the first order displaced is the second one's to give back.
      UPDATE guest_forgotten SET displaced_by = ordered.id
       WHERE vmid = ordered.vmid AND displaced_by = ordered.retry_of;
      RETURN;
    END IF;
    WITH RECURSIVE earlier AS (
      SELECT o.person, o.team, o.retry_of FROM operation o WHERE o.id = ordered.retry_of
      UNION ALL
      SELECT o.person, o.team, o.retry_of FROM operation o JOIN earlier e ON o.id = e.retry_of)
    SELECT coalesce(e.person, keeper), e.team INTO keeper, its_team
      FROM earlier e WHERE e.retry_of IS NULL;
  END IF;
  PERFORM displace_owner(ordered.vmid, ordered.id);
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
      PERFORM displace_owner(NEW.vmid, NEW.id);
      DELETE FROM guest_owner WHERE vmid = NEW.vmid;
      UPDATE guest_owner SET vmid = NEW.vmid WHERE operation = NEW.id;
    END IF;
  END IF;
  RETURN NULL;
END $$;
