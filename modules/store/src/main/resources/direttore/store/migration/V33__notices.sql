-- What people and other programs are told of reservations: in the pages, by mail and by webhooks.

CREATE TABLE preference (
  person    uuid PRIMARY KEY REFERENCES person,
  time_zone text CHECK (time_zone <> ''),
  locale    text CHECK (locale <> ''),
  mail      text CHECK (mail LIKE '%@%'),
  mails     boolean NOT NULL DEFAULT true
);
COMMENT ON TABLE preference IS 'What each person prefers; what is null is as it is for the lab.';
COMMENT ON COLUMN preference.mail IS 'Where mail reaches them.';
COMMENT ON COLUMN preference.mails IS 'Whether they want any.';

CREATE TABLE notice (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  reservation bigint NOT NULL,
  version     integer NOT NULL,
  kind        text NOT NULL
                CHECK (kind IN ('requested', 'booked', 'offered', 'refused', 'cancelled', 'ready',
                                'degraded', 'ending', 'ended')),
  topic       text NOT NULL,
  person      uuid,
  requester   text NOT NULL,
  team        text,
  actor       text,
  title       text NOT NULL,
  hidden      boolean NOT NULL,
  since       timestamptz NOT NULL,
  until       timestamptz NOT NULL,
  zone        text NOT NULL,
  phase       text NOT NULL,
  status      text NOT NULL,
  reason      text,
  at          timestamptz NOT NULL,
  spread      boolean NOT NULL DEFAULT false
);
COMMENT ON TABLE notice IS 'What happened to reservations and somebody should know, written with it.';
COMMENT ON COLUMN notice.reservation IS 'Which is never deleted, as people are not; so nobody has to look whether it is there.';
COMMENT ON COLUMN notice.topic IS 'The same for what people are told once, as of all dates of a series.';
COMMENT ON COLUMN notice.person IS 'For whom, with the team if any, as it was at that moment.';
COMMENT ON COLUMN notice.actor IS 'Who did it; null where it happened by itself, or nobody knows.';
COMMENT ON COLUMN notice.spread IS 'Whether its mails and deliveries have been written.';
CREATE INDEX notice_reservation ON notice (reservation);
CREATE INDEX notice_waiting ON notice (id) WHERE NOT spread;

CREATE TABLE notice_seen (
  notice bigint NOT NULL REFERENCES notice ON DELETE CASCADE,
  name   text NOT NULL CHECK (name <> ''),
  PRIMARY KEY (notice, name)
);
COMMENT ON TABLE notice_seen IS 'Who has put which notice away.';

CREATE TABLE mail (
  id       uuid PRIMARY KEY,
  notice   bigint NOT NULL REFERENCES notice ON DELETE CASCADE,
  person   uuid NOT NULL REFERENCES person,
  topic    text NOT NULL,
  state    text NOT NULL DEFAULT 'waiting'
             CHECK (state IN ('waiting', 'sent', 'dropped', 'failed')),
  tries    integer NOT NULL DEFAULT 0,
  next_try timestamptz NOT NULL,
  answer   text,
  CONSTRAINT mail_once UNIQUE (person, topic)
);
COMMENT ON TABLE mail IS 'Mails about notices; sent at least once, each with the same Message-ID.';
COMMENT ON COLUMN mail.next_try IS 'When it is due; pushed on while somebody tries it.';
CREATE INDEX mail_notice ON mail (notice);
CREATE INDEX mail_due ON mail (next_try) WHERE state = 'waiting';

CREATE TABLE webhook (
  id      uuid PRIMARY KEY,
  url     text NOT NULL CHECK (char_length(url) <= 500),
  events  text[] NOT NULL CHECK (cardinality(events) > 0),
  enabled boolean NOT NULL,
  made_by text NOT NULL,
  made_at timestamptz NOT NULL
);
COMMENT ON TABLE webhook IS 'Addresses that are called of notices; what they are signed with is in secret.';

CREATE TABLE webhook_delivery (
  id       uuid PRIMARY KEY,
  webhook  uuid NOT NULL REFERENCES webhook ON DELETE CASCADE,
  notice   bigint REFERENCES notice ON DELETE CASCADE,
  event    text NOT NULL,
  body     text NOT NULL,
  state    text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'failed')),
  tries    integer NOT NULL DEFAULT 0,
  next_try timestamptz NOT NULL,
  last_try timestamptz,
  answer   text,
  made_at  timestamptz NOT NULL,
  CONSTRAINT webhook_delivery_once UNIQUE (webhook, notice)
);
COMMENT ON TABLE webhook_delivery IS 'What was or is to be sent to webhooks, with the same body at each try.';
COMMENT ON COLUMN webhook_delivery.notice IS 'What it is about; null for one that only tries the address.';
COMMENT ON COLUMN webhook_delivery.next_try IS 'When it is due; pushed on while somebody tries it.';
CREATE INDEX webhook_delivery_notice ON webhook_delivery (notice);
CREATE INDEX webhook_delivery_latest ON webhook_delivery (webhook, made_at DESC, id DESC);
CREATE INDEX webhook_delivery_due ON webhook_delivery (next_try) WHERE state = 'waiting';

-- Writes what reservations are by now, and where somebody did it who; answers how many notices. Of
-- what keeps everybody out nothing is told.
CREATE FUNCTION add_notices(ids bigint[], kinds text[], somebody boolean) RETURNS integer
  LANGUAGE plpgsql AS $$
DECLARE
  added integer;
BEGIN
  INSERT INTO notice
    (reservation, version, kind, topic, person, requester, team, actor, title, hidden, since, until,
     zone, phase, status, reason, at)
  SELECT r.id, r.version, n.kind,
         CASE WHEN n.kind = 'ending' THEN 'ending/' || r.id
              WHEN r.series IS NOT NULL AND n.kind IN ('requested', 'booked', 'refused', 'cancelled')
              THEN n.kind || '/series/' || r.series || '/' || now()
              ELSE n.kind || '/' || r.id || '/' || now() END,
         r.person, r.requester, r.team,
         CASE WHEN somebody THEN r.changed_by END,
         r.title, r.hidden, lower(r.during), upper(r.during), r.zone, r.phase, r.status, r.reason,
         now()
    FROM unnest(ids, kinds) WITH ORDINALITY AS n (id, kind, place)
    JOIN reservation r ON r.id = n.id
   WHERE r.kind = 'booking'
   ORDER BY n.place;
  GET DIAGNOSTICS added = ROW_COUNT;
  RETURN added;
END $$;

-- In the statement that books it, and no slower than it must be, as others wait for that.
CREATE FUNCTION tell_booked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO notice
    (reservation, version, kind, topic, person, requester, team, actor, title, hidden, since, until,
     zone, phase, status, reason, at)
  VALUES
    (NEW.id, NEW.version, NEW.phase,
     CASE WHEN NEW.series IS NULL THEN NEW.phase || '/' || NEW.id || '/' || now()
          ELSE NEW.phase || '/series/' || NEW.series || '/' || now() END,
     NEW.person, NEW.requester, NEW.team, NEW.booked_by, NEW.title, NEW.hidden, lower(NEW.during),
     upper(NEW.during), NEW.zone, NEW.phase, NEW.status, NEW.reason, now());
  RETURN NULL;
END $$;
CREATE TRIGGER reservation_booked_tells
  AFTER INSERT ON reservation FOR EACH ROW
  WHEN (NEW.kind = 'booking' AND NEW.phase IN ('requested', 'offered', 'booked'))
  EXECUTE FUNCTION tell_booked();

-- Of what changes the reservation itself, its own event tells.
CREATE FUNCTION tell_notice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell('notice', NEW.id::text);
  RETURN NULL;
END $$;
CREATE TRIGGER notice_tells
  AFTER INSERT ON notice FOR EACH ROW
  WHEN (NEW.kind IN ('ending', 'ready', 'degraded')) EXECUTE FUNCTION tell_notice();

CREATE FUNCTION tell_webhook() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell('webhook', NEW.webhook::text);
  RETURN NULL;
END $$;
CREATE TRIGGER webhook_delivery_tells
  AFTER INSERT OR UPDATE OF state, answer ON webhook_delivery
  FOR EACH ROW EXECUTE FUNCTION tell_webhook();
