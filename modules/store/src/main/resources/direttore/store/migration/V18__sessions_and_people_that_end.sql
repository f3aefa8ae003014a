-- Which sessions the OpenID provider vouched for, and with which of its own they go, so that they can
-- end when it says so (OpenID Connect Back-Channel Logout 1.0).

ALTER TABLE session
  ADD COLUMN vouched boolean NOT NULL DEFAULT false,
  ADD COLUMN there   text,
  ADD CONSTRAINT session_there CHECK (there IS NULL OR vouched);
COMMENT ON COLUMN session.vouched IS 'Whether the OpenID provider vouched for it, at its sign-in.';
COMMENT ON COLUMN session.there IS
  'The provider''s session that it goes with (sid); null where the provider did not say.';

-- How those of before came in is not known: of whom the provider knows, it may have vouched for them.
UPDATE session SET vouched = true
 WHERE person IN (SELECT id FROM person WHERE subject IS NOT NULL);

CREATE TABLE provider_logout (
  digest     bytea PRIMARY KEY,
  expires_at timestamptz NOT NULL
);
COMMENT ON TABLE provider_logout IS
  'Logout tokens that the provider sent, for as long as they would count: none works twice.';
COMMENT ON COLUMN provider_logout.digest IS 'SHA-256 of the provider and the token''s id (jti).';
COMMENT ON COLUMN provider_logout.expires_at IS 'When it no longer counts, and its row can go.';

-- Whoever is deleted leaves their name behind, in the audit and on what they ordered, and nobody can
-- take it for theirs.

ALTER TABLE person
  ADD COLUMN deleted_at timestamptz,
  ADD CONSTRAINT person_deleted CHECK
    (deleted_at IS NULL OR disabled AND password_hash IS NULL AND subject IS NULL);
COMMENT ON COLUMN person.deleted_at IS
  'When an administrator deleted them, so that nothing but the name is left; null for everybody else.';

-- The lock on the person makes a guest that is given at the same moment wait, and then see this.
CREATE FUNCTION refuse_deleted_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM person WHERE id = NEW.person AND deleted_at IS NOT NULL) THEN
    RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'owner_deleted',
      MESSAGE = 'whoever was to have the guest was deleted';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER guest_owner_is_somebody
  AFTER INSERT OR UPDATE OF person ON guest_owner
  FOR EACH ROW EXECUTE FUNCTION refuse_deleted_owner();
