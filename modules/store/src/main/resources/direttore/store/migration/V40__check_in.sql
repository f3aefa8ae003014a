-- That somebody has to check in to what they reserved, or else it is returned.

ALTER TABLE reservation_policy
  ADD check_in_minutes integer CHECK (check_in_minutes BETWEEN 5 AND 1440);
COMMENT ON COLUMN reservation_policy.check_in_minutes IS
  'How long after its start somebody has to check in; null: nobody has to.';

ALTER TABLE reservation
  ADD check_in_minutes integer CHECK (check_in_minutes > 0),
  ADD checked_in_at timestamptz,
  ADD CONSTRAINT reservation_checked_in
    CHECK (checked_in_at IS NULL OR check_in_minutes IS NOT NULL);
COMMENT ON COLUMN reservation.check_in_minutes IS
  'How long somebody has to check in, as the rules said when it was decided; until when is its bell''s to say. Null: nobody has to.';
COMMENT ON COLUMN reservation.checked_in_at IS 'When somebody checked in; null as long as nobody has.';
