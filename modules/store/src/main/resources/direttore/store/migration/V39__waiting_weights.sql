-- That what a team had lately counts less than what others had, where it waits.

ALTER TABLE reservation_policy ADD waiting_weight integer CHECK (waiting_weight BETWEEN 1 AND 100);
COMMENT ON COLUMN reservation_policy.waiting_weight IS 'How many times less counts what was had lately, where somebody waits; null: once.';
