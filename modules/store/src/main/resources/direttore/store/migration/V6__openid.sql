-- What somebody may do because another server's groups say so, and for how long that is believed.

ALTER TABLE person_grant
  ADD COLUMN provided boolean NOT NULL DEFAULT false,
  ADD COLUMN until    timestamptz,
  DROP CONSTRAINT person_grant_person_role_scope_value_key,
  ADD CONSTRAINT person_grant_once
    UNIQUE NULLS NOT DISTINCT (person, role, scope, value, provided),
  ADD CONSTRAINT person_grant_until CHECK ((until IS NULL) = NOT provided);
COMMENT ON COLUMN person_grant.provided IS
  'Whether the OpenID provider''s groups gave it; replaced at each sign-in through the provider.';
COMMENT ON COLUMN person_grant.until IS 'When what the provider gave no longer counts.';
