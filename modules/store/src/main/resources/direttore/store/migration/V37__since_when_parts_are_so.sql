-- Since when a part is as far as it is; of those that are so already nobody knows.
ALTER TABLE part ADD COLUMN since timestamptz;
COMMENT ON COLUMN part.since IS 'Since when it is in its state; null where that was not noted.';
