-- Guests of reservations take addresses that their reservations claim.

ALTER TABLE allocation ADD COLUMN reservation bigint REFERENCES reservation ON DELETE SET NULL;
COMMENT ON COLUMN allocation.reservation IS 'For a guest of which reservation it was taken.';
CREATE INDEX allocation_reservation ON allocation (reservation) WHERE reservation IS NOT NULL;
