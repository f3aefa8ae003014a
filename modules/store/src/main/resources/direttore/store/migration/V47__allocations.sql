-- Addresses that are taken of NetBox's prefixes.

CREATE TABLE allocation (
  id          uuid PRIMARY KEY,
  prefix      bigint NOT NULL,
  vrf         bigint NOT NULL,
  address     inet NOT NULL,
  host        inet NOT NULL GENERATED ALWAYS AS (CAST(host(address) AS inet)) STORED,
  tried       inet[] NOT NULL DEFAULT '{}',
  description text NOT NULL,
  requester   text NOT NULL CHECK (requester <> ''),
  person      uuid REFERENCES person ON DELETE SET NULL,
  state       text NOT NULL
              CHECK (state IN ('taking', 'held', 'used', 'releasing', 'released')),
  created_at  timestamptz NOT NULL,
  until       timestamptz NOT NULL,
  changed_at  timestamptz NOT NULL,
  looked_at   timestamptz NOT NULL DEFAULT '-infinity',
  tries       integer NOT NULL DEFAULT 0,
  address_id  bigint,
  cluster     text,
  seen        text,
  guest       text,
  nic         integer CHECK (nic >= 0),
  operation   uuid REFERENCES operation ON DELETE SET NULL,
  makers      uuid[] NOT NULL DEFAULT '{}',
  CHECK (num_nulls(cluster, seen, guest, nic) IN (0, 4)),
  CHECK (state <> 'held' OR address_id IS NOT NULL),
  CHECK (state <> 'used' OR guest IS NOT NULL)
);
COMMENT ON TABLE allocation IS 'Addresses that were taken of NetBox, until they are released.';
COMMENT ON COLUMN allocation.prefix IS 'The id of the prefix at NetBox, as vrf is; 0 is the global table.';
COMMENT ON COLUMN allocation.address IS 'With the length of the prefix.';
COMMENT ON COLUMN allocation.tried IS 'What NetBox had already, though the copy did not show it yet.';
COMMENT ON COLUMN allocation.until IS 'When it is given back if no guest is to have it.';
COMMENT ON COLUMN allocation.looked_at IS 'When something was last done about it, or its guest looked for.';
COMMENT ON COLUMN allocation.tries IS 'How often it was ordered to be given back in vain.';
COMMENT ON COLUMN allocation.address_id IS 'Its id at NetBox; null while it is not known to be there.';
COMMENT ON COLUMN allocation.operation IS 'That makes its guest, or made it.';
COMMENT ON COLUMN allocation.seen IS 'Where its guest was ordered, or seen last, as node/kind/VMID.';
COMMENT ON COLUMN allocation.guest IS 'Its guest, as cluster/VMID.';
COMMENT ON COLUMN allocation.makers IS 'The operations that made its guest, or tried to.';

CREATE UNIQUE INDEX allocation_once ON allocation (vrf, host) WHERE state <> 'released';
CREATE INDEX allocation_operation ON allocation (operation) WHERE operation IS NOT NULL;
CREATE INDEX allocation_guest ON allocation (guest) WHERE state <> 'released' AND guest IS NOT NULL;
CREATE INDEX allocation_over ON allocation (changed_at) WHERE state = 'released';

CREATE FUNCTION tell_allocation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell('allocation', NEW.id::text);
  RETURN NULL;
END $$;
CREATE TRIGGER allocation_tells
  AFTER INSERT OR UPDATE OF state, until, address, operation ON allocation
  FOR EACH ROW EXECUTE FUNCTION tell_allocation();
