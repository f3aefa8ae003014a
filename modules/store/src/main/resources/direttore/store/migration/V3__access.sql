-- Who may do what, who has what, and who did what.

CREATE TABLE person (
  id            uuid PRIMARY KEY,
  name          text NOT NULL CONSTRAINT person_name UNIQUE
                  CHECK (name ~ '^[a-z0-9][a-z0-9._@-]{0,62}$'),
  display       text NOT NULL CHECK (display <> ''),
  password_hash text,
  issuer        text,
  subject       text,
  disabled      boolean NOT NULL DEFAULT false,
  created_at    timestamptz NOT NULL,
  last_sign_in  timestamptz,
  CONSTRAINT person_identity UNIQUE (issuer, subject),
  CHECK ((issuer IS NULL) = (subject IS NULL))
);
COMMENT ON TABLE person IS
  'Everybody who was ever let in. Rows are never removed, so that what they did keeps its name.';
COMMENT ON COLUMN person.password_hash IS 'Argon2id; null for who has set none.';
COMMENT ON COLUMN person.subject IS 'Who the OpenID provider issuer says they are.';

CREATE TABLE team (
  name text CONSTRAINT team_name PRIMARY KEY CHECK (name ~ '^[a-z0-9][a-z0-9._-]{0,62}$')
);
COMMENT ON TABLE team IS 'People who have guests together.';

CREATE TABLE team_member (
  team   text NOT NULL CONSTRAINT team_member_team REFERENCES team,
  person uuid NOT NULL REFERENCES person,
  PRIMARY KEY (team, person)
);
COMMENT ON TABLE team_member IS 'Who is of which team.';

CREATE TABLE person_grant (
  person uuid NOT NULL REFERENCES person,
  role   text NOT NULL CHECK (role IN ('viewer', 'user', 'operator', 'admin')),
  scope  text NOT NULL CHECK (scope IN ('everywhere', 'node', 'tag', 'team')),
  value  text,
  UNIQUE NULLS NOT DISTINCT (person, role, scope, value),
  CHECK ((value IS NULL) = (scope = 'everywhere')),
  CHECK (role <> 'admin' OR scope = 'everywhere')
);
COMMENT ON TABLE person_grant IS 'A role of somebody, everywhere or on some guests only.';

CREATE FUNCTION keep_an_admin() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Two administrators who dismiss each other at once: the second to commit sees what the first did.
  PERFORM pg_advisory_xact_lock(17484);
  IF NOT EXISTS (SELECT FROM person_grant g JOIN person p ON p.id = g.person
                  WHERE g.role = 'admin' AND NOT p.disabled) THEN
    RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'last_admin',
      MESSAGE = 'nobody would be left who may manage people';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER grant_keeps_an_admin
  AFTER UPDATE OR DELETE ON person_grant DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.role = 'admin') EXECUTE FUNCTION keep_an_admin();
CREATE CONSTRAINT TRIGGER person_keeps_an_admin
  AFTER UPDATE OF disabled ON person DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.disabled AND NOT OLD.disabled) EXECUTE FUNCTION keep_an_admin();

CREATE TABLE session (
  id         uuid PRIMARY KEY,
  digest     bytea NOT NULL UNIQUE,
  person     uuid NOT NULL REFERENCES person,
  created_at timestamptz NOT NULL,
  seen_at    timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  address    text NOT NULL,
  agent      text NOT NULL
);
COMMENT ON TABLE session IS 'Browsers that are signed in. The cookie is kept as its SHA-256 only.';
CREATE INDEX session_person ON session (person);

CREATE TABLE api_token (
  id           uuid PRIMARY KEY,
  digest       bytea NOT NULL UNIQUE,
  person       uuid NOT NULL REFERENCES person,
  name         text NOT NULL CHECK (name <> ''),
  role         text NOT NULL CHECK (role IN ('viewer', 'user', 'operator', 'admin')),
  created_at   timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL,
  last_used    timestamptz,
  last_address text,
  CONSTRAINT api_token_name UNIQUE (person, name)
);
COMMENT ON TABLE api_token IS 'Keys of programs, kept as their SHA-256 only.';

CREATE TABLE sign_in_link (
  person     uuid PRIMARY KEY REFERENCES person,
  digest     bytea NOT NULL UNIQUE,
  expires_at timestamptz NOT NULL
);
COMMENT ON TABLE sign_in_link IS
  'Links that let somebody in once, kept as their SHA-256 only; gone when used.';

-- Who has which guest. Recorded with the order that makes it: in the same transaction.

CREATE TABLE guest_owner (
  vmid   integer PRIMARY KEY CHECK (vmid BETWEEN 100 AND 999999999),
  person uuid NOT NULL REFERENCES person,
  team   text CONSTRAINT guest_owner_team REFERENCES team,
  since  timestamptz NOT NULL
);
COMMENT ON TABLE guest_owner IS 'Who has which guest, and the team that has it too.';

ALTER TABLE operation
  ADD COLUMN person uuid REFERENCES person,
  ADD COLUMN team   text CONSTRAINT operation_team REFERENCES team;
COMMENT ON COLUMN operation.person IS 'Who ordered it; null where nobody signs in.';
COMMENT ON COLUMN operation.team IS 'The team that shall have the new guest too.';

CREATE FUNCTION keep_owners() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  keeper uuid := NEW.person;
BEGIN
  IF NEW.kind IN ('create-vm', 'clone-vm', 'create-lxc') THEN
    -- Whoever repeats an order for somebody else helps; the guest stays theirs.
    IF NEW.retry_of IS NOT NULL THEN
      SELECT coalesce(o.person, keeper) INTO keeper
        FROM operation before LEFT JOIN guest_owner o ON o.vmid = before.vmid
       WHERE before.id = NEW.retry_of;
    END IF;
    IF TG_OP = 'UPDATE' THEN
      DELETE FROM guest_owner WHERE vmid = OLD.vmid;
    ELSIF keeper IS NULL THEN
      DELETE FROM guest_owner WHERE vmid = NEW.vmid;
    END IF;
    IF keeper IS NOT NULL THEN
      INSERT INTO guest_owner (vmid, person, team, since)
      VALUES (NEW.vmid, keeper, NEW.team, NEW.created_at)
          ON CONFLICT (vmid) DO UPDATE
             SET person = EXCLUDED.person, team = EXCLUDED.team, since = EXCLUDED.since;
    END IF;
  ELSIF NEW.kind = 'delete' AND NEW.state = 'succeeded' THEN
    DELETE FROM guest_owner WHERE vmid = NEW.vmid;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER operation_ordered_keeps_owners
  AFTER INSERT ON operation FOR EACH ROW EXECUTE FUNCTION keep_owners();
CREATE TRIGGER operation_renumbered_keeps_owners
  AFTER UPDATE OF vmid ON operation FOR EACH ROW
  WHEN (OLD.vmid <> NEW.vmid) EXECUTE FUNCTION keep_owners();
CREATE TRIGGER operation_deleted_keeps_owners
  AFTER UPDATE OF state ON operation FOR EACH ROW
  WHEN (NEW.kind = 'delete' AND NEW.state = 'succeeded') EXECUTE FUNCTION keep_owners();

-- What was done: written once.

CREATE TABLE audit (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at      timestamptz NOT NULL,
  who     text NOT NULL,
  via     text NOT NULL CHECK (via IN ('session', 'token', 'link', 'command-line', 'none')),
  address text NOT NULL,
  action  text NOT NULL,
  target  text NOT NULL,
  before  jsonb,
  after   jsonb,
  request text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('done', 'refused', 'failed')),
  detail  text NOT NULL
);
COMMENT ON TABLE audit IS 'Who did or tried what. Rows are added, and nothing else.';
CREATE INDEX audit_at ON audit (at);
CREATE INDEX audit_who ON audit (who, id);
CREATE INDEX audit_target ON audit (target, id);

CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit is written once: % is not possible', TG_OP;
END $$;
CREATE TRIGGER audit_is_written_once
  BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
