-- What the OpenID provider says of somebody is kept as it was said; what it gives here is worked out
-- from the settings of today whenever it is read.

CREATE TABLE person_group (
  person uuid NOT NULL REFERENCES person,
  name   text NOT NULL,
  PRIMARY KEY (person, name)
);
COMMENT ON TABLE person_group IS
  'The groups that the OpenID provider said somebody is in, at their last sign-in there.';
COMMENT ON COLUMN person_group.person IS 'Whom it was said of.';
COMMENT ON COLUMN person_group.name IS 'The group, in the provider''s words.';

ALTER TABLE person ADD COLUMN vouched_until timestamptz;
COMMENT ON COLUMN person.vouched_until IS
  'When the provider''s word about them no longer counts; null for whom it never vouched.';

-- Which groups gave the roles of before is not known: whoever has some signs in there once more.
DROP TRIGGER grant_keeps_an_admin ON person_grant;
DELETE FROM session WHERE person IN (SELECT person FROM person_grant WHERE provided);
DELETE FROM person_grant WHERE provided;
ALTER TABLE person_grant
  DROP CONSTRAINT person_grant_until,
  DROP CONSTRAINT person_grant_once,
  DROP COLUMN provided,
  DROP COLUMN until,
  ADD CONSTRAINT person_grant_once UNIQUE NULLS NOT DISTINCT (person, role, scope, value);

CREATE CONSTRAINT TRIGGER grant_keeps_an_admin
  AFTER UPDATE OR DELETE ON person_grant DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.role = 'admin') EXECUTE FUNCTION keep_an_admin();

-- Groups and settings change elsewhere, so that an administrator by groups is no last one; and whoever
-- is none may be disabled also where all administrators are so by groups.
CREATE FUNCTION keep_an_admin_enabled() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(17484);
  IF EXISTS (SELECT FROM person_grant WHERE person = NEW.id AND role = 'admin')
     AND NOT EXISTS (SELECT FROM person_grant g JOIN person p ON p.id = g.person
                      WHERE g.role = 'admin' AND NOT p.disabled) THEN
    RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'last_admin',
      MESSAGE = 'nobody would be left who may manage people';
  END IF;
  RETURN NULL;
END $$;
DROP TRIGGER person_keeps_an_admin ON person;
CREATE CONSTRAINT TRIGGER person_keeps_an_admin
  AFTER UPDATE OF disabled ON person DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.disabled AND NOT OLD.disabled) EXECUTE FUNCTION keep_an_admin_enabled();
