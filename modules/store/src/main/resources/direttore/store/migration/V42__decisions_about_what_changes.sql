-- Also what changes of a resource between a look at it and the decision is noticed, as that it went
-- out of service.

DROP FUNCTION nothing_new(integer[], tstzrange, bigint[], text);

-- Whether nobody claims any of the resources in a window but by the claims that are known, and each
-- resource is as it is known; for sure until the transaction ends, as nobody else can decide about
-- them or put them out of service. What is known was read without a lock: of what was decided by
-- it, only what came since can be in the way.
CREATE FUNCTION nothing_new(resources integer[], versions bigint[], during tstzrange, known bigint[],
                            commits text)
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
     WHERE c.id <> ALL (known))
  AND NOT EXISTS (
    SELECT FROM unnest(resources, versions) AS k(id, version)
      LEFT JOIN LATERAL (
       SELECT r.xmin FROM resource r WHERE r.id = k.id
       OFFSET 0) n ON true
     WHERE CAST(CAST(n.xmin AS text) AS bigint) IS DISTINCT FROM k.version);
END $$;
