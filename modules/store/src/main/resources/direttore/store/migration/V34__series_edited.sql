-- Series that are edited as a whole, who changed a reservation, and what could not follow its clocks.

ALTER TABLE reservation
  ADD COLUMN changed_by text CHECK (changed_by <> ''),
  ADD COLUMN unmoved    text CHECK (unmoved <> '');
COMMENT ON COLUMN reservation.changed_by IS 'Who changed it last; null where nobody did, or time alone.';
COMMENT ON COLUMN reservation.unmoved IS 'Why it could not be moved when the rules of its zone changed; null where it takes place when its clocks say.';
COMMENT ON COLUMN reservation.start_local IS 'What people meant, by the clock on the wall of the zone; it stays when the rules of the zone change.';

-- Dates that are moved by a day are known by each other's starts for a moment.
ALTER TABLE reservation
  DROP CONSTRAINT reservation_occurrence,
  ADD CONSTRAINT reservation_occurrence UNIQUE (series, occurrence) DEFERRABLE;

-- What is to come, and may have to be moved when the rules of a zone have changed.
CREATE INDEX reservation_zone_data ON reservation (zone_data)
  WHERE phase IN ('requested', 'offered', 'booked');

ALTER TABLE reservation_series
  ADD COLUMN follows bigint CONSTRAINT reservation_series_follows REFERENCES reservation_series;
COMMENT ON COLUMN reservation_series.follows IS 'The series that it was split from.';
