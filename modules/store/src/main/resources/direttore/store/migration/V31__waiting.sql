-- Who waits for something that others have; what is offered to them is a reservation.

CREATE TABLE waiting (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  title      text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
  notes      text NOT NULL CHECK (char_length(notes) <= 4000),
  requester  text NOT NULL CHECK (requester <> ''),
  person     uuid REFERENCES person,
  team       text CONSTRAINT waiting_team REFERENCES team,
  hidden     boolean NOT NULL,
  wanted   tstzrange NOT NULL
               CHECK (NOT isempty(wanted) AND lower_inc(wanted) AND NOT upper_inc(wanted)
                      AND NOT lower_inf(wanted) AND NOT upper_inf(wanted)),
  length     interval NOT NULL CHECK (length > '0'),
  zone       text NOT NULL,
  requests   jsonb NOT NULL,
  at_start   text NOT NULL,
  at_end     text NOT NULL,
  entered_by text NOT NULL,
  ruled      boolean NOT NULL,
  since      timestamptz NOT NULL,
  passed     integer NOT NULL DEFAULT 0 CHECK (passed >= 0),
  lapsed     integer NOT NULL DEFAULT 0 CHECK (lapsed >= 0),
  offer      bigint REFERENCES reservation,
  ended      text CHECK (ended IN ('served', 'left', 'late', 'lapsed')),
  ended_at   timestamptz,
  CHECK ((ended IS NULL) = (ended_at IS NULL))
);
COMMENT ON TABLE waiting IS 'What somebody would book if it were free.';
COMMENT ON COLUMN waiting.wanted IS 'Not earlier and not later than that.';
COMMENT ON COLUMN waiting.length IS 'How long, anywhere in between.';
COMMENT ON COLUMN waiting.requests IS 'What is wanted, as in reservation.requests.';
COMMENT ON COLUMN waiting.entered_by IS 'Who asked for it, where that is not for themselves.';
COMMENT ON COLUMN waiting.ruled IS 'Whether the rules of reserving bind it; operators of all that it wants go by none.';
COMMENT ON COLUMN waiting.passed IS 'How often what it waits for was offered to one behind it.';
COMMENT ON COLUMN waiting.lapsed IS 'How many offers were not accepted.';
COMMENT ON COLUMN waiting.offer IS 'The reservation that was offered to it last, in whatever phase it is now.';
COMMENT ON COLUMN waiting.ended IS 'Why it waits no more.';
CREATE INDEX waiting_open ON waiting (since, id) WHERE ended IS NULL;
CREATE INDEX waiting_person ON waiting (person);
CREATE INDEX waiting_offer ON waiting (offer) WHERE offer IS NOT NULL;

CREATE FUNCTION tell_waiting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell('waiting', NEW.id::text);
  RETURN NULL;
END $$;
CREATE TRIGGER waiting_tells
  AFTER INSERT OR UPDATE ON waiting FOR EACH ROW EXECUTE FUNCTION tell_waiting();
