-- Orders say that their worker is silent, and can be cancelled then; workers are not kept for ever.

CREATE VIEW worker_silent AS
  SELECT number, coalesce(left_at, seen_at) AS since FROM worker
   WHERE left_at IS NOT NULL OR abs(extract(epoch FROM now() - seen_at)) > 5;
COMMENT ON VIEW worker_silent IS
  'Workers that give no sign of life, and the time of their last one. What they have may still change.';

CREATE FUNCTION in_no_hands(o operation) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT o.state = 'queued'
      OR o.state = 'running'
         AND o.worker IN (SELECT number FROM worker_silent)
         AND NOT o.steps @? '$[*] ? (@.state != "PENDING")'
$$;
COMMENT ON FUNCTION in_no_hands IS
  'Whether the operation can end without a look at what it did: nobody has asked Proxmox for any of it, and before someone does the row is written, which then fails.';

CREATE FUNCTION forget_workers() RETURNS void LANGUAGE sql AS $$
  DELETE FROM worker w
   WHERE coalesce(left_at, seen_at, joined_at) < now() - interval '1 day'
     AND NOT EXISTS (SELECT FROM worker_alive a WHERE a.number = w.number)
     AND NOT EXISTS (
       SELECT FROM operation o WHERE o.state IN ('queued', 'running') AND o.worker = w.number)
$$;
COMMENT ON FUNCTION forget_workers IS
  'Removes workers that left or fell silent a day ago and have nothing in hand.';
