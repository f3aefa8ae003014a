-- What can be claimed, who has it when, and what reservations bring into being.

-- So that equal numbers can stand in one index beside times that overlap.
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE resource (
  id              integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind            text NOT NULL
                    CHECK (kind IN ('node', 'storage', 'guest', 'device', 'port', 'vlan', 'network',
                                    'console', 'pool', 'team', 'person')),
  cluster         text NOT NULL DEFAULT 'main' CHECK (cluster <> ''),
  name            text NOT NULL CHECK (name <> ''),
  tags            text[] NOT NULL DEFAULT '{}',
  cores           integer CHECK (cores >= 0),
  memory          bigint CHECK (memory >= 0),
  disk            bigint CHECK (disk >= 0),
  vms             integer CHECK (vms >= 0),
  lxc             integer CHECK (lxc >= 0),
  cores_factor    numeric(4, 2) NOT NULL DEFAULT 1 CHECK (cores_factor > 0),
  memory_factor   numeric(4, 2) NOT NULL DEFAULT 1 CHECK (memory_factor > 0),
  standing_cores  integer NOT NULL DEFAULT 0 CHECK (standing_cores >= 0),
  standing_memory bigint NOT NULL DEFAULT 0 CHECK (standing_memory >= 0),
  standing_disk   bigint NOT NULL DEFAULT 0 CHECK (standing_disk >= 0),
  out_of_service  text CHECK (out_of_service <> ''),
  expected_back   timestamptz,
  gone            boolean NOT NULL DEFAULT false,
  CONSTRAINT resource_name UNIQUE (kind, cluster, name)
);
COMMENT ON TABLE resource IS 'What can be claimed.';
COMMENT ON COLUMN resource.cores IS 'How many there are to be shared; null: not bounded. Without any bound it is claimed as a whole only.';
COMMENT ON COLUMN resource.memory IS 'MiB.';
COMMENT ON COLUMN resource.disk IS 'Bytes.';
COMMENT ON COLUMN resource.cores_factor IS 'How many times over they may be promised.';
COMMENT ON COLUMN resource.standing_cores IS 'In use outside any reservation.';
COMMENT ON COLUMN resource.out_of_service IS 'Why it cannot be used now, as somebody said.';
COMMENT ON COLUMN resource.gone IS 'Whether its cluster tells of it no more.';

CREATE TABLE reservation_series (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  uid             text NOT NULL,
  rule            text NOT NULL CHECK (rule <> ''),
  zone            text NOT NULL,
  start_local     timestamp NOT NULL,
  end_local       timestamp NOT NULL,
  exceptions      jsonb NOT NULL DEFAULT '[]',
  mode            text NOT NULL CHECK (mode IN ('all', 'skip')),
  skipped         jsonb NOT NULL DEFAULT '[]',
  version         integer NOT NULL DEFAULT 1,
  booked_by       text NOT NULL,
  idempotency_key text,
  request_mac     bytea,
  created_at      timestamptz NOT NULL,
  CONSTRAINT reservation_series_idempotency_key UNIQUE (booked_by, idempotency_key)
);
COMMENT ON TABLE reservation_series IS 'What repeats; each occurrence is a reservation.';
COMMENT ON COLUMN reservation_series.uid IS 'Its name in calendars.';
COMMENT ON COLUMN reservation_series.rule IS 'RRULE.';
COMMENT ON COLUMN reservation_series.start_local IS 'When the first begins, by the clock on the wall of the zone.';
COMMENT ON COLUMN reservation_series.exceptions IS 'What the rule gives and is left out (EXDATE).';
COMMENT ON COLUMN reservation_series.skipped IS 'What could not be booked, and why.';

CREATE TABLE reservation (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  uid             text NOT NULL,
  series          bigint CONSTRAINT reservation_of_series REFERENCES reservation_series,
  occurrence      timestamp,
  kind            text NOT NULL CHECK (kind IN ('booking', 'blackout', 'hold')),
  title           text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
  notes           text NOT NULL CHECK (char_length(notes) <= 4000),
  requester       text NOT NULL CHECK (requester <> ''),
  person          uuid REFERENCES person,
  team            text CONSTRAINT reservation_team REFERENCES team,
  hidden          boolean NOT NULL,
  guest_kind      text NOT NULL CHECK (guest_kind IN ('qemu', 'lxc')),
  node            text,
  vmid            integer,
  during          tstzrange NOT NULL
                    CHECK (NOT isempty(during) AND lower_inc(during) AND NOT upper_inc(during)
                           AND NOT lower_inf(during) AND NOT upper_inf(during)),
  start_local     timestamp NOT NULL,
  end_local       timestamp NOT NULL,
  zone            text NOT NULL,
  zone_data       text NOT NULL,
  status          text NOT NULL CHECK (status IN ('pending', 'active', 'completed', 'cancelled')),
  phase           text NOT NULL
                    CHECK (phase IN ('requested', 'offered', 'booked', 'preparing', 'running',
                                     'returning', 'returned', 'missed', 'called_off', 'refused',
                                     'lapsed')),
  version         integer NOT NULL DEFAULT 1,
  sequence        integer NOT NULL DEFAULT 0,
  lead            interval NOT NULL DEFAULT '0',
  grace           interval NOT NULL DEFAULT '0',
  tidy            interval NOT NULL DEFAULT '0',
  at_start        text NOT NULL,
  at_end          text NOT NULL,
  guests          jsonb NOT NULL DEFAULT '[]',
  requests        jsonb NOT NULL DEFAULT '[]',
  degraded        boolean NOT NULL DEFAULT false,
  replaces        bigint REFERENCES reservation,
  booked_by       text NOT NULL,
  idempotency_key text,
  request_mac     bytea,
  created_at      timestamptz NOT NULL,
  changed_at      timestamptz NOT NULL,
  reason          text,
  CONSTRAINT reservation_idempotency_key UNIQUE (booked_by, idempotency_key),
  CONSTRAINT reservation_occurrence UNIQUE (series, occurrence),
  CHECK ((series IS NULL) = (occurrence IS NULL))
);
COMMENT ON TABLE reservation IS 'What is somebody''s for a time. Rows stay when it is over or called off.';
COMMENT ON COLUMN reservation.id IS 'Also the lane of its whole claims.';
COMMENT ON COLUMN reservation.uid IS 'Its name in calendars, that of its series where it is of one.';
COMMENT ON COLUMN reservation.occurrence IS 'When it began in its zone before anybody moved it.';
COMMENT ON COLUMN reservation.hidden IS 'Whether others see only that something is reserved.';
COMMENT ON COLUMN reservation.node IS 'What the calendar says of its place, as guest_kind and vmid do; claims decide.';
COMMENT ON COLUMN reservation.during IS 'What people see; claims last longer by lead, and by grace and tidy.';
COMMENT ON COLUMN reservation.start_local IS 'What people meant, by the clock on the wall of the zone.';
COMMENT ON COLUMN reservation.zone_data IS 'The version of the time-zone data by which during was computed.';
COMMENT ON COLUMN reservation.version IS 'Rises with each change.';
COMMENT ON COLUMN reservation.sequence IS 'Rises with each change that calendars must notice.';
COMMENT ON COLUMN reservation.guests IS 'What it brings into being, without secrets.';
COMMENT ON COLUMN reservation.requests IS 'What was asked for, in turn; claims name their place in it.';
COMMENT ON COLUMN reservation.replaces IS 'The one whose place it takes when it is approved.';
COMMENT ON COLUMN reservation.booked_by IS 'Who asked for it, where that is not for themselves.';
CREATE INDEX reservation_begins ON reservation (lower(during), id);
CREATE INDEX reservation_during ON reservation USING gist (during);
CREATE INDEX reservation_person ON reservation (person);
CREATE INDEX reservation_uid ON reservation (uid);

CREATE TABLE claim (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  reservation bigint NOT NULL REFERENCES reservation,
  resource    integer NOT NULL REFERENCES resource,
  request     integer NOT NULL CHECK (request >= 0),
  lane        bigint NOT NULL CHECK (lane IN (0, reservation)),
  during      tstzrange NOT NULL
                CHECK (NOT isempty(during) AND lower_inc(during) AND NOT upper_inc(during)),
  cores       integer NOT NULL DEFAULT 0 CHECK (cores >= 0),
  memory      bigint NOT NULL DEFAULT 0 CHECK (memory >= 0),
  disk        bigint NOT NULL DEFAULT 0 CHECK (disk >= 0),
  vms         integer NOT NULL DEFAULT 0 CHECK (vms >= 0),
  lxc         integer NOT NULL DEFAULT 0 CHECK (lxc >= 0),
  holding     boolean NOT NULL DEFAULT true,
  -- Whole beside whole, and whole beside a share: refused whatever the program does. Sums of shares
  -- are decided under a lock of the resource, the advisory (17490, its id).
  CONSTRAINT claim_alone
    EXCLUDE USING gist (resource WITH =, during WITH &&, lane WITH <>) WHERE (holding)
);
COMMENT ON TABLE claim IS 'What a reservation has of one resource.';
COMMENT ON COLUMN claim.request IS 'What of the reservation''s requests it answers, counted from 0.';
COMMENT ON COLUMN claim.lane IS '0 for a share, else the reservation: only claims of one lane lie beside each other.';
COMMENT ON COLUMN claim.during IS 'With lead, grace and tidying.';
COMMENT ON COLUMN claim.memory IS 'MiB.';
COMMENT ON COLUMN claim.disk IS 'Bytes.';
COMMENT ON COLUMN claim.holding IS 'Whether it keeps others out; not once its reservation is over or called off.';
CREATE INDEX claim_reservation ON claim (reservation);

-- What others hold of resources in any of some windows. Each statement of a function sees what was
-- committed before it, so what is read after the locks were taken is right until they are let go.
CREATE FUNCTION held_claims(resources integer[], windows tstzrange[], besides bigint[], locked boolean,
                            commits text)
  RETURNS TABLE (resource integer, reservation bigint, lane bigint, since timestamptz,
                 until timestamptz, cores integer, memory bigint, disk bigint, vms integer,
                 lxc integer)
  LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
  IF locked THEN
    -- The locks are free before the disk has what they kept; whoever answers flushes it.
    PERFORM set_config('synchronous_commit', commits, true);
    PERFORM pg_advisory_xact_lock(17490, id) FROM unnest(resources) AS id;
  END IF;
  -- One search of the index for each resource and window: what it is made for.
  RETURN QUERY
    SELECT DISTINCT ON (c.id) c.resource, c.reservation, c.lane, c.since, c.until, c.cores,
           c.memory, c.disk, c.vms, c.lxc
      FROM unnest(resources) AS r(id)
     CROSS JOIN unnest(windows) AS w(during)
     CROSS JOIN LATERAL (
       SELECT h.id, h.resource, h.reservation, h.lane, lower(h.during) AS since,
              upper(h.during) AS until, h.cores, h.memory, h.disk, h.vms, h.lxc
         FROM claim h
        WHERE h.holding AND h.resource = r.id AND h.during && w.during
          AND h.reservation <> ALL (besides)
       OFFSET 0) c;
END $$;

CREATE TABLE part (
  id          uuid PRIMARY KEY,
  reservation bigint NOT NULL REFERENCES reservation,
  name        text NOT NULL CHECK (name <> ''),
  making      jsonb,
  guest       text,
  starts      boolean NOT NULL DEFAULT false,
  at_end      text NOT NULL,
  want        text NOT NULL,
  round       integer NOT NULL DEFAULT 0 CHECK (round >= 0),
  state       text NOT NULL,
  failure     jsonb,
  CONSTRAINT part_name UNIQUE (reservation, name)
);
COMMENT ON TABLE part IS 'One thing that a reservation brings into being, or takes care of.';
COMMENT ON COLUMN part.making IS 'How it is made; null for what was there.';
COMMENT ON COLUMN part.guest IS 'The guest as cluster/node/kind/vmid, once it is known.';
COMMENT ON COLUMN part.want IS 'What it is to come to.';
COMMENT ON COLUMN part.round IS 'Rises when that changes; operations of an older one do nothing more.';

CREATE TABLE possession (
  resource integer PRIMARY KEY REFERENCES resource,
  part     uuid REFERENCES part,
  since    timestamptz NOT NULL,
  state    text NOT NULL CHECK (state IN ('held', 'returning', 'quarantined')),
  note     text
);
COMMENT ON TABLE possession IS 'Who has what in fact, whoever has claimed it: what is late is still had.';

CREATE TABLE bell (
  reservation bigint NOT NULL REFERENCES reservation,
  what        text NOT NULL CHECK (what <> ''),
  due         timestamptz NOT NULL,
  rung        timestamptz,
  PRIMARY KEY (reservation, what)
);
COMMENT ON TABLE bell IS 'What is due for a reservation, and when; moved with it.';
CREATE INDEX bell_due ON bell (due) WHERE rung IS NULL;

CREATE TABLE calendar_feed (
  id         uuid PRIMARY KEY,
  digest     bytea NOT NULL UNIQUE,
  person     uuid NOT NULL REFERENCES person,
  scope      text NOT NULL,
  name       text NOT NULL CHECK (name <> ''),
  created_at timestamptz NOT NULL,
  last_used  timestamptz
);
COMMENT ON TABLE calendar_feed IS 'Addresses of calendars, by a secret of which only the SHA-256 is kept; gone when revoked.';
CREATE INDEX calendar_feed_person ON calendar_feed (person);

CREATE FUNCTION tell_reservation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell('reservation', NEW.id::text);
  RETURN NULL;
END $$;
CREATE TRIGGER reservation_tells
  AFTER INSERT OR UPDATE ON reservation FOR EACH ROW EXECUTE FUNCTION tell_reservation();

CREATE FUNCTION tell_resource() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell('resource', NEW.id::text);
  RETURN NULL;
END $$;
CREATE TRIGGER resource_tells
  AFTER INSERT OR UPDATE ON resource FOR EACH ROW EXECUTE FUNCTION tell_resource();
