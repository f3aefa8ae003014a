-- Who has what, said once: guests now, addresses and devices later. The program writes it, in the
-- transaction of the order that changes it; only what nobody may have more of is looked at here.

CREATE TABLE holding (
  kind       text NOT NULL CHECK (kind IN ('guest', 'address', 'device')),
  cluster    text NOT NULL DEFAULT 'main' CHECK (cluster <> ''),
  key        text NOT NULL CHECK (key <> ''),
  person     uuid NOT NULL REFERENCES person,
  team       text CONSTRAINT holding_team REFERENCES team,
  since      timestamptz NOT NULL,
  cores      integer NOT NULL DEFAULT 0 CHECK (cores >= 0),
  memory     bigint  NOT NULL DEFAULT 0 CHECK (memory >= 0),
  disk       bigint  NOT NULL DEFAULT 0 CHECK (disk >= 0),
  measured   timestamptz,
  operation  uuid REFERENCES operation ON DELETE SET NULL,
  seen       text,
  born       timestamptz,
  generation text,
  cards      text,
  CONSTRAINT holding_of_one PRIMARY KEY (kind, cluster, key)
);
COMMENT ON TABLE holding IS 'Who has what, and the team that has it too.';
COMMENT ON COLUMN holding.kind IS 'What it is, as operation_lock names it.';
COMMENT ON COLUMN holding.cluster IS 'Where it is.';
COMMENT ON COLUMN holding.key IS 'Which one there: the VMID of a guest.';
COMMENT ON COLUMN holding.person IS 'Whose it is.';
COMMENT ON COLUMN holding.team IS 'The team that has it too.';
COMMENT ON COLUMN holding.since IS 'When it was ordered or handed over.';
COMMENT ON COLUMN holding.cores IS 'As it counts.';
COMMENT ON COLUMN holding.memory IS 'MiB.';
COMMENT ON COLUMN holding.disk IS 'Bytes of all disks.';
COMMENT ON COLUMN holding.measured IS 'When its disks were last looked at.';
COMMENT ON COLUMN holding.operation IS 'The order that made it, or is about to.';
COMMENT ON COLUMN holding.seen IS
  'Where it was seen last, or is to be made, as node/kind/vmid; null where neither is known.';
COMMENT ON COLUMN holding.born IS 'When it was made, as its configuration (meta) says.';
COMMENT ON COLUMN holding.generation IS 'Its vmgenid.';
COMMENT ON COLUMN holding.cards IS
  'Hardware addresses of its network cards, separated by blanks; null where it was never looked at.';

CREATE TABLE former_holding (
  number       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind         text NOT NULL,
  cluster      text NOT NULL DEFAULT 'main',
  key          text NOT NULL,
  person       uuid NOT NULL REFERENCES person ON DELETE CASCADE,
  team         text REFERENCES team ON DELETE SET NULL,
  since        timestamptz NOT NULL,
  cores        integer NOT NULL,
  memory       bigint NOT NULL,
  disk         bigint NOT NULL,
  operation    uuid,
  seen         text,
  born         timestamptz,
  generation   text,
  cards        text,
  ended_at     timestamptz NOT NULL DEFAULT now(),
  displaced_by uuid
);
COMMENT ON TABLE former_holding IS
  'Who had what until it was taken for gone, or ordered anew by another, so that it can be given back.';
COMMENT ON COLUMN former_holding.number IS 'In the order in which they ended.';
COMMENT ON COLUMN former_holding.kind IS 'As in holding, where another may have it since.';
COMMENT ON COLUMN former_holding.cluster IS 'Where it was.';
COMMENT ON COLUMN former_holding.key IS 'Which one it was there.';
COMMENT ON COLUMN former_holding.person IS 'Whose it was.';
COMMENT ON COLUMN former_holding.team IS 'The team that had it too.';
COMMENT ON COLUMN former_holding.since IS 'When it was ordered or handed over.';
COMMENT ON COLUMN former_holding.cores IS 'As it counted.';
COMMENT ON COLUMN former_holding.memory IS 'MiB.';
COMMENT ON COLUMN former_holding.disk IS 'Bytes of all disks.';
COMMENT ON COLUMN former_holding.operation IS 'The order that made it.';
COMMENT ON COLUMN former_holding.seen IS 'Where it was seen last, as node/kind/vmid.';
COMMENT ON COLUMN former_holding.born IS 'When it was made.';
COMMENT ON COLUMN former_holding.generation IS 'Its vmgenid.';
COMMENT ON COLUMN former_holding.cards IS 'Hardware addresses of its network cards.';
COMMENT ON COLUMN former_holding.ended_at IS 'When they had it no more.';
COMMENT ON COLUMN former_holding.displaced_by IS
  'The order that was given under the same key; null where it was taken for gone.';

INSERT INTO holding (key, kind, person, team, since, cores, memory, disk, measured, operation, seen,
                     born, generation, cards)
SELECT g.vmid::text, 'guest', g.person, g.team, g.since, g.cores, g.memory, g.disk, g.measured,
       g.operation, coalesce(g.seen, o.node || '/' || o.guest_kind || '/' || g.vmid),
       g.born, g.generation, g.cards
  FROM guest_owner g LEFT JOIN operation o ON o.id = g.operation;
INSERT INTO former_holding (number, key, kind, person, team, since, cores, memory, disk, operation,
                            seen, born, generation, cards, ended_at, displaced_by)
  OVERRIDING SYSTEM VALUE
SELECT number, vmid::text, 'guest', person, team, since, cores, memory, disk, operation,
       seen, born, generation, cards, forgotten_at, displaced_by
  FROM guest_forgotten;
SELECT setval(pg_get_serial_sequence('former_holding', 'number'), max(number))
  FROM former_holding HAVING max(number) IS NOT NULL;

DROP TRIGGER operation_ordered_keeps_owners ON operation;
DROP TRIGGER operation_renumbered_keeps_owners ON operation;
DROP TRIGGER operation_deleted_keeps_owners ON operation;
DROP FUNCTION keep_owners();
DROP FUNCTION keep_guest(operation);
DROP FUNCTION displace_owner(integer, uuid);
DROP TRIGGER guest_owner_keeps_quotas ON guest_owner;
DROP FUNCTION keep_quotas();
DROP FUNCTION exceeded(uuid, text, guest_owner, guest_owner);
DROP TABLE guest_forgotten;
DROP TABLE guest_owner;
DROP FUNCTION forget_birth();

CREATE INDEX holding_person ON holding (person);
CREATE INDEX holding_of_team ON holding (team);
CREATE INDEX holding_operation ON holding (operation);
CREATE INDEX former_holding_latest ON former_holding (kind, cluster, key, ended_at DESC);

-- The lock on the person makes what is given at the same moment wait, and then see this.
CREATE TRIGGER holding_is_somebodys
  AFTER INSERT OR UPDATE OF person ON holding
  FOR EACH ROW EXECUTE FUNCTION refuse_deleted_owner();

CREATE FUNCTION quota_excess(fresh holding, earlier holding) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  holder record;
  most   quota;
  used   record;
  found  jsonb := '[]';
BEGIN
  IF fresh.kind <> 'guest' THEN
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
     WHERE h.kind = 'guest' AND (h.person = holder.person OR h.team = holder.team)
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
COMMENT ON FUNCTION quota_excess IS
  'The bounds that a person or a team goes beyond with something, where it grows what they have.';

CREATE FUNCTION keep_within_quota() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  found jsonb := quota_excess(NEW, OLD);
BEGIN
  IF found <> '[]' THEN
    RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'quota',
      MESSAGE = 'somebody would have more than their quota', DETAIL = found::text;
  END IF;
  RETURN NULL;
END $$;
-- Not of the sizes alone: what was measured is so already, and cannot be refused.
CREATE TRIGGER holding_is_within_quota
  AFTER INSERT OR UPDATE OF person, team, operation ON holding
  FOR EACH ROW EXECUTE FUNCTION keep_within_quota();
