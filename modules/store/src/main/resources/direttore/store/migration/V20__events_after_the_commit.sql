-- Events get their numbers after the commit of what they are about, many at once: a transaction that
-- decides something waits for no other one's commit, and PostgreSQL lets only one at a time commit
-- with a notice.

CREATE TABLE event_pending (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  type    text NOT NULL,
  subject text NOT NULL
);
COMMENT ON TABLE event_pending IS
  'What changed and was not announced yet. Whoever writes here wakes a teller after the commit.';

CREATE OR REPLACE FUNCTION tell(what text, which text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO event_pending (type, subject) VALUES (what, which);
END $$;

-- Answers how many were pending, at the most so many; of each subject only the latest is announced.
CREATE FUNCTION announce_events(most integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  pending bigint[];
  each    record;
BEGIN
  -- Numbers become visible in their order, or a listener could pass one by.
  PERFORM pg_advisory_xact_lock(17482);
  pending := ARRAY(SELECT id FROM event_pending ORDER BY id LIMIT most);
  IF cardinality(pending) = 0 THEN
    RETURN 0;
  END IF;
  FOR each IN
    WITH taken AS (
      DELETE FROM event_pending WHERE id = ANY (pending) RETURNING id, type, subject
    ), latest AS (
      SELECT type, subject FROM taken GROUP BY type, subject ORDER BY max(id)
    ), announced AS (
      INSERT INTO event (type, subject, seq)
      SELECT type, subject, nextval('event_seq') FROM latest
          ON CONFLICT (type, subject) DO UPDATE SET seq = EXCLUDED.seq
      RETURNING seq, type, subject
    )
    SELECT seq || ' ' || type || ' ' || subject AS notice FROM announced ORDER BY seq
  LOOP
    PERFORM pg_notify('direttore_events', each.notice);
  END LOOP;
  RETURN cardinality(pending);
END $$;
