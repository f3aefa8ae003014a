-- What guests of a team may be put on.

CREATE TABLE team_allowance (
  team     text PRIMARY KEY CONSTRAINT team_allowance_team REFERENCES team ON DELETE CASCADE,
  bridges  text,
  vlans    text,
  storages text
);
COMMENT ON TABLE team_allowance IS
  'What members of a team may put its guests on, in place of what holds for all users.';
COMMENT ON COLUMN team_allowance.team IS 'The team.';
COMMENT ON COLUMN team_allowance.bridges IS
  'Bridges and VNets, separated by commas; empty: none; null: all.';
COMMENT ON COLUMN team_allowance.vlans IS
  'untagged, tags and ranges such as 100-199, separated by commas; empty: none; null: all.';
COMMENT ON COLUMN team_allowance.storages IS 'Storages, separated by commas; empty: none; null: all.';
