-- What NetBox records of guests.

CREATE TABLE guest_record (
  id          uuid PRIMARY KEY,
  cluster     text NOT NULL,
  seen        text NOT NULL,
  guest       text NOT NULL,
  state       text NOT NULL
              CHECK (state IN ('recording', 'recorded', 'removing', 'removed', 'theirs')),
  requester   text NOT NULL CHECK (requester <> ''),
  wanted      jsonb,
  written     jsonb,
  source      text,
  machine     bigint,
  birth       jsonb,
  created_at  timestamptz NOT NULL,
  changed_at  timestamptz NOT NULL,
  recorded_at timestamptz,
  looked_at   timestamptz NOT NULL DEFAULT '-infinity',
  tries       integer NOT NULL DEFAULT 0,
  CHECK (state <> 'recorded' OR (machine IS NOT NULL AND recorded_at IS NOT NULL))
);
COMMENT ON TABLE guest_record IS 'Guests that NetBox is to have, until it has them no more.';
COMMENT ON COLUMN guest_record.id IS 'The operation that made the guest, or an id of its own.';
COMMENT ON COLUMN guest_record.seen IS 'Where the guest was made, or seen last, as node/kind/VMID.';
COMMENT ON COLUMN guest_record.guest IS 'As cluster/VMID.';
COMMENT ON COLUMN guest_record.wanted IS 'What is to be recorded; null while nobody looked at the guest.';
COMMENT ON COLUMN guest_record.written IS 'What was recorded last; null where all of it is to be written.';
COMMENT ON COLUMN guest_record.source IS 'Of which NetBox machine and written are.';
COMMENT ON COLUMN guest_record.machine IS 'The id of its virtual machine at NetBox.';
COMMENT ON COLUMN guest_record.birth IS 'What the guest was born with, by which it is told from another.';
COMMENT ON COLUMN guest_record.looked_at IS 'When something was last done about it, or its guest looked at.';
COMMENT ON COLUMN guest_record.tries IS 'How often it was ordered in vain.';

CREATE UNIQUE INDEX guest_record_once ON guest_record (guest) WHERE state IN ('recording', 'recorded');
CREATE INDEX guest_record_guest ON guest_record (guest);
CREATE INDEX guest_record_over ON guest_record (changed_at) WHERE state = 'removed';

CREATE FUNCTION tell_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell('record', NEW.id::text);
  RETURN NULL;
END $$;
CREATE TRIGGER record_tells
  AFTER INSERT OR UPDATE OF state, written, machine ON guest_record
  FOR EACH ROW EXECUTE FUNCTION tell_record();
