-- What the database knows of itself and of the key that its secrets are sealed with.

CREATE TABLE write_probe (
  one      boolean PRIMARY KEY DEFAULT true CHECK (one),
  tried_at timestamptz NOT NULL
);
COMMENT ON TABLE write_probe IS
  'One row, written again and again to see whether the database takes changes.';
COMMENT ON COLUMN write_probe.one IS 'Always true, so that there is one row.';
COMMENT ON COLUMN write_probe.tried_at IS 'When a change was last tried.';
INSERT INTO write_probe (tried_at) VALUES (now());

CREATE TABLE secret_key (
  one         boolean PRIMARY KEY DEFAULT true CHECK (one),
  fingerprint text NOT NULL,
  since       timestamptz NOT NULL
);
COMMENT ON TABLE secret_key IS
  'By which key the stored secrets are sealed: one row, so that no process works with another.';
COMMENT ON COLUMN secret_key.one IS 'Always true, so that there is one row.';
COMMENT ON COLUMN secret_key.fingerprint IS 'A digest of the key, from which it cannot be found.';
COMMENT ON COLUMN secret_key.since IS 'When the key was first used.';

-- What did not open with the key at hand may open with the right one, so it is kept.

CREATE OR REPLACE FUNCTION forget_secrets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.failure IS NULL OR NEW.failure->>'type' IS DISTINCT FROM 'sealed' THEN
    DELETE FROM operation_secret WHERE operation = NEW.id;
  END IF;
  RETURN NULL;
END $$;
