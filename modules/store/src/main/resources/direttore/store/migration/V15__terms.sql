-- Under what an order is carried out, and since when and until when an operation waits.

ALTER TABLE operation
  ADD COLUMN terms         jsonb,
  ADD COLUMN waiting_since timestamptz,
  ADD COLUMN waiting_until timestamptz;
COMMENT ON COLUMN operation.terms IS
  'Whether it waits for locks, and what its guest was born with when it was ordered; null where nothing was said.';
COMMENT ON COLUMN operation.waiting_since IS 'Since when it waits for what waiting says.';
COMMENT ON COLUMN operation.waiting_until IS 'When it gives up; null where it does not.';
