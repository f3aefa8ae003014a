-- Operations: each change to the outside world, a row before it is an effect.

CREATE TABLE operation (
  id               uuid PRIMARY KEY,
  kind             text NOT NULL,
  guest_kind       text NOT NULL CHECK (guest_kind IN ('qemu', 'lxc')),
  node             text NOT NULL,
  vmid             integer NOT NULL CHECK (vmid BETWEEN 100 AND 999999999),
  vmid_chosen      boolean NOT NULL,
  request          jsonb NOT NULL,
  state            text NOT NULL
                     CHECK (state IN ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
  steps            jsonb NOT NULL,
  waiting          text,
  progress         double precision CHECK (progress BETWEEN 0 AND 1),
  log              jsonb NOT NULL,
  warnings         jsonb NOT NULL,
  failure          jsonb,
  requested_by     text NOT NULL,
  idempotency_key  text,
  request_mac      bytea,
  attempt          integer NOT NULL DEFAULT 0,
  worker           integer,
  cancel_requested boolean NOT NULL DEFAULT false,
  watched_until    timestamptz,
  created_at       timestamptz NOT NULL,
  started_at       timestamptz,
  finished_at      timestamptz,
  CHECK ((idempotency_key IS NULL) = (request_mac IS NULL)),
  CHECK ((finished_at IS NULL) = (state IN ('queued', 'running')))
);
COMMENT ON TABLE operation IS
  'Each change to the outside world; the id is also that of its JobRunr job. Holds no secrets.';
COMMENT ON COLUMN operation.request IS 'What was ordered, without passwords and keys.';
COMMENT ON COLUMN operation.request_mac IS
  'Keyed digest of the request that an idempotency key stands for.';
COMMENT ON COLUMN operation.attempt IS
  'Raised when a worker takes the operation up; fences off a worker that was given up.';
COMMENT ON COLUMN operation.watched_until IS
  'Someone looks at the operation: until then its log is worth reading.';

CREATE UNIQUE INDEX operation_one_active_per_guest
  ON operation (vmid) WHERE state IN ('queued', 'running');
CREATE UNIQUE INDEX operation_idempotency_key
  ON operation (requested_by, idempotency_key) WHERE idempotency_key IS NOT NULL;
CREATE INDEX operation_newest ON operation (created_at DESC, id DESC);
CREATE INDEX operation_ended ON operation (finished_at);

CREATE TABLE operation_secret (
  operation uuid PRIMARY KEY REFERENCES operation ON DELETE CASCADE,
  sealed    bytea NOT NULL
);
COMMENT ON TABLE operation_secret IS
  'Passwords and keys of guests in the making, encrypted; forgotten when the operation ends.';

CREATE FUNCTION forget_secrets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM operation_secret WHERE operation = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER operation_forgets_secrets
  AFTER UPDATE OF state ON operation FOR EACH ROW
  WHEN (NEW.finished_at IS NOT NULL) EXECUTE FUNCTION forget_secrets();

-- Workers: who is there, so that what a dead one had begun is taken up by another.

CREATE TABLE worker (
  number    integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  joined_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE worker IS
  'Worker processes that ever joined. One is alive while it holds the advisory lock (17481, number).';

CREATE VIEW worker_alive AS
  SELECT l.objid::integer AS number
    FROM pg_locks l JOIN pg_database d ON d.oid = l.database
   WHERE l.locktype = 'advisory' AND l.classid = 17481 AND l.objsubid = 2 AND l.granted
     AND d.datname = current_database();
COMMENT ON VIEW worker_alive IS 'Workers whose process still holds its lock.';

-- Events: what changed, one row for each subject with the number of its latest change.

CREATE SEQUENCE event_seq;
CREATE TABLE event (
  type    text NOT NULL,
  subject text NOT NULL,
  seq     bigint NOT NULL UNIQUE,
  PRIMARY KEY (type, subject)
);
COMMENT ON TABLE event IS
  'The latest change of each subject, for listeners who resume; announced on direttore_events.';

CREATE FUNCTION tell(what text, which text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  number bigint;
BEGIN
  -- Numbers become visible in their order, or a listener could pass one by.
  PERFORM pg_advisory_xact_lock(17482);
  number := nextval('event_seq');
  INSERT INTO event (type, subject, seq) VALUES (what, which, number)
      ON CONFLICT (type, subject) DO UPDATE SET seq = EXCLUDED.seq;
  PERFORM pg_notify('direttore_events', number || ' ' || what || ' ' || which);
END $$;

CREATE FUNCTION tell_operation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Before the operation's own event: who hears of its end shall read the guest as it is now.
  IF NEW.finished_at IS NOT NULL THEN
    PERFORM tell('guest', NEW.node || '/' || NEW.guest_kind || '/' || NEW.vmid);
  END IF;
  PERFORM tell('operation', NEW.id::text);
  RETURN NULL;
END $$;
CREATE TRIGGER operation_added
  AFTER INSERT ON operation FOR EACH ROW EXECUTE FUNCTION tell_operation();
CREATE TRIGGER operation_changed
  AFTER UPDATE ON operation FOR EACH ROW
  WHEN ((OLD.state, OLD.vmid, OLD.steps, OLD.waiting, OLD.progress, OLD.log, OLD.warnings,
         OLD.cancel_requested)
        IS DISTINCT FROM
        (NEW.state, NEW.vmid, NEW.steps, NEW.waiting, NEW.progress, NEW.log, NEW.warnings,
         NEW.cancel_requested))
  EXECUTE FUNCTION tell_operation();
