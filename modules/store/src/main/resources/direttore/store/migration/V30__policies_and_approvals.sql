-- By which rules people reserve, and what somebody has to approve.

CREATE TABLE reservation_policy (
  team              text CONSTRAINT reservation_policy_team REFERENCES team ON DELETE CASCADE,
  longest_minutes   integer CHECK (longest_minutes > 0),
  shortest_minutes  integer CHECK (shortest_minutes > 0),
  horizon_days      integer CHECK (horizon_days > 0),
  notice_minutes    integer CHECK (notice_minutes > 0),
  open_most         integer CHECK (open_most > 0),
  hours_most        integer CHECK (hours_most > 0),
  pause_minutes     integer CHECK (pause_minutes > 0),
  extended_minutes  integer CHECK (extended_minutes > 0),
  recurring         boolean NOT NULL,
  whole_node        boolean NOT NULL,
  longer_than_hours integer CHECK (longer_than_hours > 0),
  more_cores_than   integer CHECK (more_cores_than > 0),
  tags              text NOT NULL,
  within_hours      integer CHECK (within_hours > 0)
);
COMMENT ON TABLE reservation_policy IS 'By which rules people reserve; null: none.';
COMMENT ON COLUMN reservation_policy.team IS 'Whose reservations go by it; null: those of all who have none of their own.';
COMMENT ON COLUMN reservation_policy.extended_minutes IS 'How long one may last in all that is extended while it is under way.';
COMMENT ON COLUMN reservation_policy.whole_node IS 'Whether a node as a whole has to be approved, as the columns after it say of other things.';
COMMENT ON COLUMN reservation_policy.tags IS 'Of resources that have to be approved, separated by blanks.';
COMMENT ON COLUMN reservation_policy.within_hours IS 'How long an approval is waited for; the start at the latest.';
CREATE UNIQUE INDEX reservation_policy_of ON reservation_policy (coalesce(team, ''));

CREATE TABLE reservation_approval (
  reservation bigint PRIMARY KEY REFERENCES reservation,
  why         text NOT NULL CHECK (why <> ''),
  asked_by    text NOT NULL CHECK (asked_by <> ''),
  approve_by  timestamptz NOT NULL,
  approved    boolean,
  decided_by  text,
  decided_at  timestamptz,
  note        text,
  CHECK ((approved IS NULL) = (decided_by IS NULL) AND (approved IS NULL) = (decided_at IS NULL))
);
COMMENT ON TABLE reservation_approval IS 'What had to be approved, and what became of it.';
COMMENT ON COLUMN reservation_approval.approved IS 'Null as long as nobody has decided.';

ALTER TABLE claim ADD beside boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN claim.beside IS 'What a change that waits for an approval holds beside what the present reservation holds already; what it is to have stands in its other claims.';

-- One change of a reservation waits at a time.
CREATE UNIQUE INDEX reservation_replaces ON reservation (replaces) WHERE phase = 'requested';
