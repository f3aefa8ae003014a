-- What people and teams may have is something of which reservations claim shares; address ranges,
-- storages and pools can be claimed too.

CREATE TYPE inetrange AS RANGE (subtype = inet);

ALTER TABLE resource
  DROP CONSTRAINT resource_kind_check,
  ADD CONSTRAINT resource_kind_check
    CHECK (kind IN ('node', 'storage', 'guest', 'device', 'port', 'vlan', 'network', 'console',
                    'pool', 'team', 'person', 'addresses')),
  ADD COLUMN node text CHECK (node <> ''),
  ADD COLUMN addresses inetrange,
  ADD CONSTRAINT resource_addresses CHECK ((kind = 'addresses') = (addresses IS NOT NULL)),
  ADD CONSTRAINT resource_of_pool
    CHECK (kind <> 'pool' OR (node IS NOT NULL AND vms IS NOT NULL AND lxc IS NOT NULL));
COMMENT ON COLUMN resource.node IS 'Where it is: of a pool, and of a storage that only one node has.';
COMMENT ON COLUMN resource.addresses IS 'Of a range of addresses: all of them.';

CREATE TABLE address_claim (
  claim       bigint PRIMARY KEY REFERENCES claim ON DELETE CASCADE,
  reservation bigint NOT NULL REFERENCES reservation,
  lane        bigint NOT NULL,
  addresses   inetrange NOT NULL CHECK (NOT isempty(addresses)),
  during      tstzrange NOT NULL,
  holding     boolean NOT NULL DEFAULT true,
  -- Ranges that overlap are resources of their own; all are decided under one lock, the advisory
  -- (17490, 0), and this refuses whatever the program does.
  CONSTRAINT address_claim_alone
    EXCLUDE USING gist (addresses WITH &&, during WITH &&, lane WITH <>) WHERE (holding)
);
COMMENT ON TABLE address_claim IS 'Which addresses a claim keeps others out of.';

-- Everybody and every team is a resource, so that there is a lock for each from the beginning.

ALTER TABLE resource DISABLE TRIGGER resource_tells;
INSERT INTO resource (kind, name)
SELECT 'person', name FROM person UNION ALL SELECT 'team', name FROM team;
ALTER TABLE resource ENABLE TRIGGER resource_tells;

CREATE FUNCTION add_limit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO resource (kind, name) VALUES (TG_ARGV[0], NEW.name) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER person_is_a_limit
  AFTER INSERT ON person FOR EACH ROW EXECUTE FUNCTION add_limit('person');
CREATE TRIGGER team_is_a_limit
  AFTER INSERT ON team FOR EACH ROW EXECUTE FUNCTION add_limit('team');

-- Of a team that is removed, reservations that are over may have claimed something.
CREATE FUNCTION remove_limit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM resource r
   WHERE r.kind = TG_ARGV[0] AND r.name = OLD.name
     AND NOT EXISTS (SELECT FROM claim c WHERE c.resource = r.id);
  RETURN NULL;
END $$;
CREATE TRIGGER team_is_a_limit_no_more
  AFTER DELETE ON team FOR EACH ROW EXECUTE FUNCTION remove_limit('team');

-- Planned by itself and strict, so that whoever reads other resources neither plans nor does it.
CREATE FUNCTION limit_of(kind text, name text)
  RETURNS TABLE (guests bigint, cores bigint, memory bigint, disk bigint, used_guests bigint,
                 used_cores bigint, used_memory bigint, used_disk bigint)
  LANGUAGE plpgsql STABLE STRICT AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT q.guests, q.cores, q.memory, q.disk, u.guests, u.cores, u.memory, u.disk
    FROM (SELECT (SELECT p.id FROM person p
                   WHERE limit_of.kind = 'person' AND p.name = limit_of.name) AS person,
                 CASE WHEN limit_of.kind = 'team' THEN limit_of.name END AS team) AS h
    LEFT JOIN LATERAL (
      SELECT * FROM quota a
       WHERE CASE WHEN h.team IS NULL
                  THEN a.team IS NULL AND coalesce(a.person = h.person, true)
                  ELSE a.team = h.team END
       ORDER BY a.person NULLS LAST LIMIT 1) AS q ON true
   CROSS JOIN LATERAL (
      SELECT count(*) AS guests, CAST(coalesce(sum(g.cores), 0) AS bigint) AS cores,
             CAST(coalesce(sum(g.memory), 0) AS bigint) AS memory,
             CAST(coalesce(sum(g.disk), 0) AS bigint) AS disk
        FROM holding g
       WHERE g.kind = 'guest' AND g.counts AND (g.person = h.person OR g.team = h.team)) AS u;
END $$;
COMMENT ON FUNCTION limit_of IS
  'The quota of a person or a team, and what of it is in use outside reservations.';

-- Read where it is set and used, so that nothing has to be kept in step.
CREATE VIEW resource_as_is AS
SELECT r.id, r.kind, r.cluster, r.name, r.tags, r.node, r.addresses,
       coalesce(r.cores, l.cores) AS cores, coalesce(r.memory, l.memory) AS memory,
       coalesce(r.disk, l.disk) AS disk, r.vms, r.lxc, l.guests, r.cores_factor, r.memory_factor,
       coalesce(l.used_cores, r.standing_cores) AS standing_cores,
       coalesce(l.used_memory, r.standing_memory) AS standing_memory,
       coalesce(l.used_disk, r.standing_disk) AS standing_disk,
       coalesce(l.used_guests, 0) AS standing_guests,
       r.out_of_service, r.expected_back, r.gone
  FROM resource r
  LEFT JOIN LATERAL limit_of(CASE WHEN r.kind IN ('person', 'team') THEN r.kind END, r.name) AS l
    ON true;
COMMENT ON VIEW resource_as_is IS 'What can be claimed, with the quotas of people and teams.';

-- Whatever the time is: what was late and still holds counts too, and what stands outside
-- reservations stands beside all that was ever booked and not let go.
CREATE FUNCTION most_booked(of_resource integer)
  RETURNS TABLE (guests bigint, cores bigint, memory bigint, disk bigint)
  LANGUAGE sql STABLE AS $$
  WITH change AS (
    SELECT lower(c.during) AS at, c.vms + c.lxc AS guests, c.cores, c.memory, c.disk
      FROM claim c WHERE c.resource = of_resource AND c.holding
     UNION ALL
    SELECT upper(c.during), -(c.vms + c.lxc), -c.cores, -c.memory, -c.disk
      FROM claim c WHERE c.resource = of_resource AND c.holding
  ), moment AS (
    SELECT at, sum(guests) AS guests, sum(cores) AS cores, sum(memory) AS memory, sum(disk) AS disk
      FROM change GROUP BY at
  ), load AS (
    SELECT sum(guests) OVER w AS guests, sum(cores) OVER w AS cores, sum(memory) OVER w AS memory,
           sum(disk) OVER w AS disk
      FROM moment WINDOW w AS (ORDER BY at)
  )
  SELECT CAST(coalesce(max(guests), 0) AS bigint), CAST(coalesce(max(cores), 0) AS bigint),
         CAST(coalesce(max(memory), 0) AS bigint), CAST(coalesce(max(disk), 0) AS bigint)
    FROM load
$$;
COMMENT ON FUNCTION most_booked IS 'How much of something is promised at the fullest moment.';

CREATE OR REPLACE FUNCTION quota_excess(fresh holding, earlier holding) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  holder record;
  most   quota;
  used   record;
  booked record;
  here   integer;
  bounds boolean := false;
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
    bounds := true;
  END LOOP;
  IF NOT bounds THEN
    RETURN found;
  END IF;
  -- Nor is anything booked meanwhile. Bookings lock what they claim in the order of its numbers.
  PERFORM pg_advisory_xact_lock(17490, l.id)
     FROM (SELECT r.id FROM resource r
            WHERE (r.kind = 'team' AND r.name = fresh.team)
               OR (r.kind = 'person'
                   AND r.name = (SELECT p.name FROM person p WHERE p.id = fresh.person))
            ORDER BY r.id) AS l;
  FOR holder IN
    SELECT fresh.person AS person, NULL AS team, earlier.person = fresh.person AS had,
           (SELECT p.name FROM person p WHERE p.id = fresh.person) AS name
     UNION ALL
    SELECT NULL, fresh.team, earlier.team = fresh.team, NULL WHERE fresh.team IS NOT NULL
     ORDER BY team NULLS FIRST
  LOOP
    SELECT * INTO most FROM quota q
     WHERE CASE WHEN holder.team IS NULL
                THEN q.team IS NULL AND coalesce(q.person = holder.person, true)
                ELSE q.team = holder.team END
     ORDER BY q.person NULLS LAST LIMIT 1;
    CONTINUE WHEN num_nonnulls(most.guests, most.cores, most.memory, most.disk) = 0;
    SELECT count(*) AS guests, coalesce(sum(h.cores), 0) AS cores,
           coalesce(sum(h.memory), 0) AS memory, coalesce(sum(h.disk), 0) AS disk
      INTO used FROM holding h
     WHERE h.kind = 'guest' AND h.counts AND (h.person = holder.person OR h.team = holder.team)
       AND (h.cluster, h.key) <> (fresh.cluster, fresh.key);
    SELECT r.id INTO here FROM resource r
     WHERE r.kind = CASE WHEN holder.team IS NULL THEN 'person' ELSE 'team' END
       AND r.name = coalesce(holder.team, holder.name);
    SELECT * INTO booked FROM most_booked(here);
    SELECT found || coalesce(jsonb_agg(jsonb_build_object(
             'person', holder.name, 'team', holder.team, 'dimension', d.dimension,
             'wanted', d.wanted, 'used', d.used, 'booked', d.booked, 'bound', d.bound)), '[]')
      INTO found
      FROM (VALUES ('guests', 1, 1, used.guests, booked.guests, most.guests),
                   ('cores', fresh.cores, earlier.cores, used.cores, booked.cores, most.cores),
                   ('memory', fresh.memory, earlier.memory, used.memory, booked.memory,
                    most.memory),
                   ('disk', fresh.disk, earlier.disk, used.disk, booked.disk, most.disk))
             AS d (dimension, wanted, had, used, booked, bound)
     WHERE d.wanted > CASE WHEN holder.had THEN d.had ELSE 0 END
       AND d.used + d.booked + d.wanted > d.bound;
  END LOOP;
  RETURN found;
END $$;

-- Whoever holds a pool on a node makes no more guests there, while they hold it, than they claimed.

CREATE FUNCTION pool_excess(of_cluster text, of_node text, of_kind text, of_person uuid,
                            besides text, made timestamptz)
  RETURNS jsonb LANGUAGE sql STABLE AS $$
  WITH mine AS (
    SELECT v.id, v.person, v.team, v.zone, r.name, lower(c.during) AS since, upper(c.during) AS until,
           CASE WHEN of_kind = 'lxc'
                THEN CASE WHEN c.lane = 0 THEN c.lxc ELSE r.lxc END
                ELSE CASE WHEN c.lane = 0 THEN c.vms ELSE r.vms END END AS bound
      FROM claim c
      JOIN resource r ON r.id = c.resource
      JOIN reservation v ON v.id = c.reservation
     WHERE r.kind = 'pool' AND r.cluster = of_cluster AND r.node = of_node
       AND c.holding AND c.during @> made
       AND (v.person = of_person
            OR v.team IN (SELECT m.team FROM team_member m WHERE m.person = of_person))
  ), them AS (
    SELECT of_person AS person
     UNION SELECT person FROM mine WHERE person IS NOT NULL
     UNION SELECT m.person FROM team_member m JOIN mine ON mine.team = m.team
  ), there AS (
    SELECT (SELECT count(*) FROM part p
             WHERE p.reservation IN (SELECT id FROM mine) AND p.state <> 'gone'
               AND p.making -> 0 ->> 'guestKind' = of_kind AND p.making -> 0 ->> 'node' = of_node)
         + (SELECT count(*) FROM holding h
             WHERE h.kind = 'guest' AND h.counts AND h.cluster = of_cluster AND h.key <> besides
               AND split_part(h.seen, '/', 1) = of_node AND split_part(h.seen, '/', 2) = of_kind
               AND h.since >= (SELECT min(since) FROM mine)
               AND h.person IN (SELECT person FROM them)) AS used
  )
  SELECT jsonb_build_object(
           'pools', string_agg(DISTINCT m.name, ', '), 'bound', sum(m.bound), 'used', t.used,
           'until', to_char(min(m.until) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
           'zone', min(m.zone), 'reservation', min(m.id))
    FROM mine m CROSS JOIN there t
   GROUP BY t.used
  HAVING t.used + 1 > sum(m.bound)
$$;
COMMENT ON FUNCTION pool_excess IS
  'What somebody has of pools on a node at a moment, where one more guest would be too much; else nothing.';

CREATE FUNCTION keep_within_pool() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  found jsonb;
BEGIN
  IF NEW.kind = 'guest' AND NEW.counts AND NEW.seen IS NOT NULL THEN
    -- Of two orders at once, the second counts what the first made.
    PERFORM pg_advisory_xact_lock(17493, r.id)
       FROM (SELECT id FROM resource
              WHERE kind = 'pool' AND cluster = NEW.cluster AND node = split_part(NEW.seen, '/', 1)
              ORDER BY id) AS r;
    found := pool_excess(NEW.cluster, split_part(NEW.seen, '/', 1), split_part(NEW.seen, '/', 2),
                         NEW.person, NEW.key, NEW.since);
    IF found IS NOT NULL THEN
      RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'pool',
        MESSAGE = 'somebody would have more than they claimed of a pool', DETAIL = found::text;
    END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER holding_is_within_pool
  AFTER INSERT OR UPDATE OF operation ON holding
  FOR EACH ROW EXECUTE FUNCTION keep_within_pool();
