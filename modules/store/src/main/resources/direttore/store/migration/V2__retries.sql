-- Orders that failed can be given again, as operations of their own.

ALTER TABLE operation
  ADD COLUMN retry_of     uuid REFERENCES operation ON DELETE SET NULL,
  ADD COLUMN secret_names jsonb NOT NULL DEFAULT '[]';
COMMENT ON COLUMN operation.retry_of IS 'The operation whose order this repeats.';
COMMENT ON COLUMN operation.secret_names IS
  'Which secret fields came with the order; what they held is in operation_secret until it ends.';
