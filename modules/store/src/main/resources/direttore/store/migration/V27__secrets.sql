-- Secrets belong to whoever needs them: an operation today, a reservation or a device later. An
-- operation's are forgotten with its end, as before; and, as there is no key to it any more, when it
-- is deleted.

CREATE TABLE secret (
  owner_kind text NOT NULL,
  owner      text NOT NULL,
  sealed     bytea NOT NULL,
  PRIMARY KEY (owner_kind, owner)
);
COMMENT ON TABLE secret IS 'Passwords and keys, encrypted; forgotten when their owner needs them no more.';
COMMENT ON COLUMN secret.owner_kind IS 'Of what kind their owner is, such as operation.';
COMMENT ON COLUMN secret.owner IS 'Which one of them: the id of an operation.';
COMMENT ON COLUMN secret.sealed IS 'What only the key opens, and for this owner only.';

INSERT INTO secret (owner_kind, owner, sealed)
SELECT 'operation', operation::text, sealed FROM operation_secret;
DROP TABLE operation_secret;
COMMENT ON COLUMN operation.secret_names IS
  'Which secret fields came with the order; what they held is in secret until it ends.';

CREATE OR REPLACE FUNCTION forget_secrets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.failure IS NULL OR NEW.failure->>'type' IS DISTINCT FROM 'sealed' THEN
    DELETE FROM secret WHERE owner_kind = 'operation' AND owner = NEW.id::text;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION forget_secrets_of_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM secret
   WHERE owner_kind = 'operation' AND owner IN (SELECT id::text FROM deleted);
  RETURN NULL;
END $$;
CREATE TRIGGER operation_deleted_forgets_secrets
  AFTER DELETE ON operation REFERENCING OLD TABLE AS deleted
  FOR EACH STATEMENT EXECUTE FUNCTION forget_secrets_of_deleted();
