-- A copy of what NetBox has. Objects are kept as NetBox wrote them; what lists are filtered and
-- ordered by stands beside them in columns that the database makes itself.

-- A text in which numbers sort by what they count: xe-0/0/2 comes before xe-0/0/10.
CREATE FUNCTION counted(words text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN regexp_replace(regexp_replace(lower(words), '([0-9]+)', '0000000000\1', 'g'),
                        '[0-9]*([0-9]{10})', '\1', 'g');

CREATE TABLE inventory_object (
  kind         text   NOT NULL,
  id           bigint NOT NULL,
  last_updated timestamptz,
  reading      bigint NOT NULL,
  body         jsonb  NOT NULL,

  name     text NOT NULL
           GENERATED ALWAYS AS (coalesce(body ->> 'name', body ->> 'display', '')) STORED,
  place    text COLLATE "C" NOT NULL
           GENERATED ALWAYS AS (counted(coalesce(body ->> 'name', body ->> 'display', ''))) STORED,
  words    text NOT NULL GENERATED ALWAYS AS
           (lower(coalesce(body ->> 'name', body ->> 'display', '')
                    || ' ' || coalesce(body ->> 'serial', '')
                    || ' ' || coalesce(body ->> 'asset_tag', '')
                    || ' ' || coalesce(body ->> 'description', '')
                    || ' ' || coalesce(body -> 'primary_ip4' ->> 'address', '')
                    || ' ' || coalesce(body -> 'primary_ip6' ->> 'address', ''))) STORED,
  slug     text GENERATED ALWAYS AS (body ->> 'slug') STORED,
  status   text GENERATED ALWAYS AS (body -> 'status' ->> 'value') STORED,
  role     text GENERATED ALWAYS AS
           (coalesce(body -> 'role' ->> 'slug', body -> 'role' ->> 'value')) STORED,
  platform text GENERATED ALWAYS AS (body -> 'platform' ->> 'slug') STORED,
  tags     jsonb NOT NULL GENERATED ALWAYS AS (jsonb_path_query_array(body, '$.tags[*].slug')) STORED,
  vrf      bigint NOT NULL
           GENERATED ALWAYS AS (coalesce(CAST(body -> 'vrf' ->> 'id' AS bigint), 0)) STORED,
  vid      integer GENERATED ALWAYS AS (CAST(body ->> 'vid' AS integer)) STORED,
  site     bigint GENERATED ALWAYS AS
           (coalesce(CAST(body -> 'site' ->> 'id' AS bigint),
                     CASE body ->> 'scope_type' WHEN 'dcim.site'
                       THEN CAST(body ->> 'scope_id' AS bigint) END)) STORED,
  location bigint GENERATED ALWAYS AS
           (CASE body ->> 'scope_type' WHEN 'dcim.location'
              THEN CAST(body ->> 'scope_id' AS bigint) END) STORED,
  "group"  bigint GENERATED ALWAYS AS (CAST(body -> 'group' ->> 'id' AS bigint)) STORED,
  vlan     bigint GENERATED ALWAYS AS (CAST(body -> 'vlan' ->> 'id' AS bigint)) STORED,
  parent   bigint GENERATED ALWAYS AS
           (CAST(coalesce(body -> 'device' ->> 'id', body -> 'virtual_machine' ->> 'id')
                 AS bigint)) STORED,
  assigned_type text GENERATED ALWAYS AS (body ->> 'assigned_object_type') STORED,
  assigned_id bigint GENERATED ALWAYS AS (CAST(body ->> 'assigned_object_id' AS bigint)) STORED,
  network  inet GENERATED ALWAYS AS
           (CAST(coalesce(body ->> 'prefix', body ->> 'address', body ->> 'start_address')
                 AS inet)) STORED,
  host     inet GENERATED ALWAYS AS
           (CAST(host(CAST(coalesce(body ->> 'address', body ->> 'start_address') AS inet))
                 AS inet)) STORED,
  last_host inet GENERATED ALWAYS AS
           (CAST(host(CAST(body ->> 'end_address' AS inet)) AS inet)) STORED,
  PRIMARY KEY (kind, id)
);
COMMENT ON TABLE inventory_object IS 'What NetBox has, as it wrote it.';
COMMENT ON COLUMN inventory_object.reading IS
  'The reading of all objects of the kind that had it last.';
COMMENT ON COLUMN inventory_object.vrf IS 'The id of its VRF; 0 is the global table.';
COMMENT ON COLUMN inventory_object.host IS 'The address without its mask; of a range, the first.';

CREATE INDEX inventory_updated ON inventory_object (kind, last_updated);
CREATE INDEX inventory_order ON inventory_object (kind, place, id);
CREATE INDEX inventory_prefix ON inventory_object USING gist (network inet_ops)
  WHERE kind = 'prefix';
CREATE INDEX inventory_address ON inventory_object (vrf, host) WHERE kind = 'address';
CREATE INDEX inventory_gateway ON inventory_object (vrf, host)
  WHERE kind = 'address' AND (role IS NOT NULL OR tags @> '"gateway"');
CREATE INDEX inventory_range ON inventory_object (vrf, host) WHERE kind = 'range';
CREATE INDEX inventory_parent ON inventory_object (kind, parent) WHERE parent IS NOT NULL;
CREATE INDEX inventory_assigned ON inventory_object (assigned_type, assigned_id)
  WHERE assigned_id IS NOT NULL;
CREATE INDEX inventory_vlan ON inventory_object (vlan) WHERE kind = 'prefix';

-- A site of an object, be it its own, that of its location or that of its group.
CREATE VIEW inventory_site AS
  SELECT o.kind, o.id, s.id AS site, s.slug, s.name, s.place
    FROM inventory_object o
    LEFT JOIN inventory_object l ON l.kind = 'location' AND l.id = o.location
    LEFT JOIN inventory_object g ON g.kind = 'vlan-group' AND g.id = o."group" AND o.kind = 'vlan'
    JOIN inventory_object s ON s.kind = 'site' AND s.id = coalesce(o.site, l.site, g.site);

-- How far the copy is.
CREATE TABLE inventory_copy (
  one          boolean PRIMARY KEY DEFAULT true CHECK (one),
  source       text NOT NULL,
  version      text,
  reading      bigint NOT NULL DEFAULT 0,
  change       bigint,
  read_at      timestamptz,
  compared_at  timestamptz,
  reachable    boolean NOT NULL DEFAULT false,
  trouble      text CHECK (trouble <> ''),
  troubled_at  timestamptz,
  CHECK ((trouble IS NULL) = (troubled_at IS NULL))
);
COMMENT ON COLUMN inventory_copy.source IS 'Which NetBox it is of.';
COMMENT ON COLUMN inventory_copy.change IS
  'Up to where the change log is taken over; null where it cannot be read.';
COMMENT ON COLUMN inventory_copy.read_at IS
  'When it was last brought up to date; null until it was first whole.';
COMMENT ON COLUMN inventory_copy.compared_at IS 'When all objects of all kinds were last read.';

CREATE TABLE inventory_kind (
  kind     text PRIMARY KEY,
  stamp    timestamptz,
  whole_at timestamptz,
  stale    boolean NOT NULL DEFAULT false
);
COMMENT ON COLUMN inventory_kind.stamp IS 'The latest last_updated that was read.';
COMMENT ON COLUMN inventory_kind.whole_at IS 'When all objects of it were last read.';
COMMENT ON COLUMN inventory_kind.stale IS
  'Whether something that its objects name was changed, so that all of them are to be read again.';
