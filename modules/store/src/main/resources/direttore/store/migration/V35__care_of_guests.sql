-- What is done with the guest of a part, whether it is the same guest still, and what it waits for.
ALTER TABLE part
  ADD COLUMN birth         jsonb,
  ADD COLUMN at_start      text NOT NULL DEFAULT 'nothing',
  ADD COLUMN ready         text NOT NULL DEFAULT 'running',
  ADD COLUMN ready_port    integer CHECK (ready_port BETWEEN 1 AND 65535),
  ADD COLUMN ready_within  interval NOT NULL DEFAULT '5 minutes',
  ADD COLUMN waiting       text CHECK (waiting <> ''),
  ADD COLUMN waiting_since timestamptz,
  ADD CONSTRAINT part_waits CHECK ((waiting IS NULL) = (waiting_since IS NULL));
UPDATE part SET at_start = 'start' WHERE starts;
ALTER TABLE part DROP COLUMN starts;
COMMENT ON COLUMN part.birth IS 'What its guest was born with when it was looked at; null where nobody has.';
COMMENT ON COLUMN part.at_start IS 'What is done with a guest that was there; start once that is done.';
COMMENT ON COLUMN part.ready IS 'When a guest that is made is ready.';
COMMENT ON COLUMN part.ready_within IS 'How long that may take once it runs.';
COMMENT ON COLUMN part.waiting IS 'What it waits for, as words that follow "waits for".';

-- Who has a guest that was there is a fact, which only its return ends.
CREATE INDEX possession_part ON possession (part);
INSERT INTO possession (resource, part, since, state)
SELECT DISTINCT ON (r.id) r.id, p.id, clock_timestamp(), 'held'
  FROM part p JOIN resource r
    ON r.kind = 'guest' AND r.cluster = split_part(p.guest, '/', 1)
   AND r.name = split_part(p.guest, '/', 4)
 WHERE p.making IS NULL AND (p.state IN ('ready', 'ending') OR (p.state = 'failed' AND p.want = 'present'))
 ORDER BY r.id, p.state <> 'ending', p.reservation
    ON CONFLICT DO NOTHING;

-- Nothing more is submitted for a part that has come to the end of its round.
UPDATE operation_fence f SET closed = true
  FROM part p WHERE p.id = f.id AND p.state NOT IN ('none', 'making', 'ending');
