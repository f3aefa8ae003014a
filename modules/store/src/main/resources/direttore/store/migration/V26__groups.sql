-- Many orders that are given as one: each member has an operation of its own, which the group's
-- steward submits when its turn has come.

CREATE TABLE operation_group (
  id              uuid PRIMARY KEY,
  title           text NOT NULL CHECK (title <> ''),
  kind            text NOT NULL,
  members         jsonb NOT NULL,
  size            integer NOT NULL CHECK (size > 0),
  starts          boolean NOT NULL,
  wave            integer NOT NULL CHECK (wave > 0),
  want            text NOT NULL CHECK (want IN ('done', 'cancelled')),
  round           integer NOT NULL CHECK (round >= 0),
  requested_by    text NOT NULL,
  person          uuid,
  idempotency_key text,
  request_mac     bytea,
  created_at      timestamptz NOT NULL,
  finished_at     timestamptz,
  CONSTRAINT operation_group_idempotency_key UNIQUE (requested_by, idempotency_key)
);
COMMENT ON TABLE operation_group IS 'Orders that were given as one.';
COMMENT ON COLUMN operation_group.members IS 'What is ordered of each guest, in turn.';
COMMENT ON COLUMN operation_group.starts IS 'Whether the guests are started once all that was ordered has ended.';
COMMENT ON COLUMN operation_group.wave IS 'How many of its operations may be under way at once.';
COMMENT ON COLUMN operation_group.round IS 'Rises when what it wants changes; operations of an older one do nothing more.';
CREATE INDEX operation_group_created ON operation_group (created_at DESC, id DESC);
CREATE INDEX operation_group_active ON operation_group (created_at) WHERE finished_at IS NULL;

CREATE TABLE operation_group_refusal (
  group_id  uuid NOT NULL REFERENCES operation_group ON DELETE CASCADE,
  group_key text NOT NULL,
  failure   jsonb NOT NULL,
  PRIMARY KEY (group_id, group_key)
);
COMMENT ON TABLE operation_group_refusal IS 'Why there is no operation of a part of a group.';

ALTER TABLE operation
  ADD COLUMN group_id    uuid REFERENCES operation_group,
  ADD COLUMN group_key   text,
  ADD COLUMN group_round integer,
  ADD CONSTRAINT operation_of_group_or_not
    CHECK (num_nulls(group_id, group_key, group_round) IN (0, 3));
COMMENT ON COLUMN operation.group_key IS 'Which part of its group it does: member, round, stage and attempt.';
COMMENT ON COLUMN operation.group_round IS 'The round that its group was in.';
CREATE UNIQUE INDEX operation_group_key ON operation (group_id, group_key)
  WHERE group_id IS NOT NULL;

CREATE FUNCTION tell_group() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell('group', NEW.id::text);
  RETURN NULL;
END $$;
CREATE TRIGGER operation_group_tells
  AFTER INSERT OR UPDATE ON operation_group FOR EACH ROW EXECUTE FUNCTION tell_group();

CREATE FUNCTION tell_group_of() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell('group', NEW.group_id::text);
  RETURN NULL;
END $$;
CREATE TRIGGER operation_tells_group_first
  AFTER INSERT ON operation FOR EACH ROW
  WHEN (NEW.group_id IS NOT NULL) EXECUTE FUNCTION tell_group_of();
CREATE TRIGGER operation_tells_group
  AFTER UPDATE OF state ON operation FOR EACH ROW
  WHEN (NEW.group_id IS NOT NULL AND OLD.state <> NEW.state) EXECUTE FUNCTION tell_group_of();
CREATE TRIGGER operation_group_refusal_tells
  AFTER INSERT ON operation_group_refusal FOR EACH ROW EXECUTE FUNCTION tell_group_of();
