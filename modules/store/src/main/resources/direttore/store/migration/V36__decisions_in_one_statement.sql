-- Decisions that hold their locks for one statement, not while answers travel.

DROP FUNCTION held_claims(integer[], tstzrange[], bigint[], boolean, text);

-- Both functions keep their plans: the planner would take another for each array otherwise, which
-- costs more than what it plans.

-- What others hold of resources in any of some windows, in seconds. Each statement of a function
-- sees what was committed before it, so what is read after the locks were taken is right until they
-- are let go.
CREATE FUNCTION held_claims(resources integer[], windows tstzrange[], besides bigint[], locked boolean,
                            commits text)
  RETURNS TABLE (claim bigint, resource integer, reservation bigint, whole boolean, since bigint,
                 until bigint, cores integer, memory bigint, disk bigint, vms integer, lxc integer)
  LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
  IF locked THEN
    -- The locks are free before the disk has what they kept; whoever answers flushes it.
    PERFORM set_config('synchronous_commit', commits, true);
    PERFORM pg_advisory_xact_lock(17490, id) FROM unnest(resources) AS id;
  END IF;
  -- One search of the index for each resource and window: what it is made for.
  RETURN QUERY
    SELECT DISTINCT ON (c.id) c.id, c.resource, c.reservation, c.lane <> 0,
           CAST(extract(epoch FROM lower(c.during)) AS bigint),
           CAST(extract(epoch FROM upper(c.during)) AS bigint),
           c.cores, c.memory, c.disk, c.vms, c.lxc
      FROM unnest(resources) AS r(id)
     CROSS JOIN unnest(windows) AS w(during)
     CROSS JOIN LATERAL (
       SELECT h.id, h.resource, h.reservation, h.lane, h.during, h.cores, h.memory, h.disk, h.vms,
              h.lxc
         FROM claim h
        WHERE h.holding AND h.resource = r.id AND h.during && w.during
          AND h.reservation <> ALL (besides)
       OFFSET 0) c;
END $$;

-- Whether nobody claims any of the resources in a window but by the claims that are known; for sure
-- until the transaction ends, as nobody else can decide about them. What is known was read without
-- a lock: of what was decided by it, only what came since can be in the way.
CREATE FUNCTION nothing_new(resources integer[], during tstzrange, known bigint[], commits text)
  RETURNS boolean LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
  asked CONSTANT tstzrange := during;
BEGIN
  -- The locks are free before the disk has what they kept; whoever answers flushes it.
  PERFORM set_config('synchronous_commit', commits, true);
  PERFORM pg_advisory_xact_lock(17490, id) FROM unnest(resources) AS id;
  RETURN NOT EXISTS (
    SELECT FROM unnest(resources) AS r(id)
     CROSS JOIN LATERAL (
       SELECT h.id FROM claim h
        WHERE h.holding AND h.resource = r.id AND h.during && asked
       OFFSET 0) c
     WHERE c.id <> ALL (known));
END $$;
