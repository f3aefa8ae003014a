-- What somebody may do because another server's groups say so.

ALTER TABLE person_grant
  ADD COLUMN provided boolean NOT NULL DEFAULT false,
  DROP CONSTRAINT person_grant_person_role_scope_value_key,
  ADD CONSTRAINT person_grant_once
    UNIQUE NULLS NOT DISTINCT (person, role, scope, value, provided);
COMMENT ON COLUMN person_grant.provided IS
  'Whether the OpenID provider''s groups gave it; replaced at each sign-in through the provider.';
