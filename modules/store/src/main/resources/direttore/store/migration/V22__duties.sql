-- What is done periodically, once for all processes.

CREATE TABLE duty (
  name text PRIMARY KEY,
  due_at timestamptz NOT NULL,
  began_at timestamptz,
  ended_at timestamptz,
  trouble text,
  troubled_at timestamptz
);
COMMENT ON TABLE duty IS
  'Duties of the lab. Whoever does one holds the advisory lock (17491, hashtext(name)), so that it is free again when the process dies.';
COMMENT ON COLUMN duty.trouble IS 'What was last wrong, at troubled_at; the last run went well where that is not ended_at.';
