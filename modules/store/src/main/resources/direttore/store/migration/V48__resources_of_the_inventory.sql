-- Devices, VLANs and pools of addresses that NetBox has can be claimed. They follow the copy of it,
-- which may keep them out of service beside what operators say.

ALTER TABLE resource RENAME COLUMN out_of_service TO out_by_hand;
ALTER TABLE resource RENAME COLUMN expected_back TO back_by_hand;
ALTER TABLE resource
  ADD COLUMN withheld text CHECK (withheld <> ''),
  ADD COLUMN out_of_service text GENERATED ALWAYS AS (coalesce(out_by_hand, withheld)) STORED,
  ADD COLUMN expected_back timestamptz
    GENERATED ALWAYS AS (CASE WHEN withheld IS NULL THEN back_by_hand END) STORED,
  ADD COLUMN inventory_source text,
  ADD COLUMN inventory_kind text,
  ADD COLUMN inventory_id bigint,
  ADD COLUMN inventory_name text,
  ADD COLUMN site text,
  ADD COLUMN role text,
  ADD COLUMN inventory_tags text[] NOT NULL DEFAULT '{}',
  ADD CONSTRAINT resource_inventory
    CHECK (num_nulls(inventory_source, inventory_kind, inventory_id, inventory_name) IN (0, 4));
COMMENT ON COLUMN resource.out_by_hand IS 'Why it cannot be used now, as somebody said.';
COMMENT ON COLUMN resource.back_by_hand IS 'When it is thought to be of use again, as somebody said.';
COMMENT ON COLUMN resource.withheld IS 'Why the inventory keeps it out of service.';
COMMENT ON COLUMN resource.out_of_service IS 'Why it cannot be used now.';
COMMENT ON COLUMN resource.expected_back IS 'When it is thought to be of use again; not known of what is withheld.';
COMMENT ON COLUMN resource.inventory_source IS 'Of which inventory it is; null for what comes from elsewhere.';
COMMENT ON COLUMN resource.inventory_kind IS 'What it is there, as in inventory_object, with its id and its name.';
COMMENT ON COLUMN resource.inventory_tags IS 'Those of its tags that come from there.';

-- A partial one: who claims a resource need not wait for one that gets another object.
CREATE UNIQUE INDEX resource_of_inventory
  ON resource (inventory_kind, inventory_id, inventory_source) WHERE inventory_id IS NOT NULL;

CREATE OR REPLACE VIEW resource_as_is AS
SELECT r.id, r.kind, r.cluster, r.name, r.tags, r.node, r.addresses,
       coalesce(r.cores, l.cores) AS cores, coalesce(r.memory, l.memory) AS memory,
       coalesce(r.disk, l.disk) AS disk, r.vms, r.lxc, l.guests, r.cores_factor, r.memory_factor,
       coalesce(l.used_cores, r.standing_cores) AS standing_cores,
       coalesce(l.used_memory, r.standing_memory) AS standing_memory,
       coalesce(l.used_disk, r.standing_disk) AS standing_disk,
       coalesce(l.used_guests, 0) AS standing_guests,
       r.out_of_service, r.expected_back, r.gone
  FROM resource r
  LEFT JOIN LATERAL limit_of(CASE WHEN r.kind IN ('person', 'team') THEN r.kind END, r.name) AS l
    ON true;

-- What the inventory gave goes, what it gives now comes, and what operators gave stays.
CREATE FUNCTION tags_with(tags text[], before text[], now text[]) RETURNS text[]
  LANGUAGE sql IMMUTABLE
  RETURN ARRAY(SELECT t COLLATE "C" AS tag
                 FROM (SELECT unnest(tags) EXCEPT SELECT unnest(before) UNION SELECT unnest(now))
                        AS x (t)
                ORDER BY tag);
