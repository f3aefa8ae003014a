-- A guest is the same only while its own birth mark says so; who had one that is gone is kept.

ALTER TABLE guest_owner
  ADD COLUMN seen       text,
  ADD COLUMN born       timestamptz,
  ADD COLUMN generation text,
  ADD COLUMN cards      text;
COMMENT ON COLUMN guest_owner.seen IS 'Where it was seen last, as node/kind/vmid.';
COMMENT ON COLUMN guest_owner.born IS 'When it was made, as its configuration (meta) says.';
COMMENT ON COLUMN guest_owner.generation IS 'Its vmgenid.';
COMMENT ON COLUMN guest_owner.cards IS
  'Hardware addresses of its network cards, separated by blanks; null where it was never looked at.';

CREATE FUNCTION forget_birth() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.seen := NULL;
  NEW.born := NULL;
  NEW.generation := NULL;
  NEW.cards := NULL;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION forget_birth IS 'Another guest, or one that an operator vouches for anew.';
CREATE TRIGGER guest_owner_forgets_birth
  BEFORE UPDATE OF vmid, operation ON guest_owner FOR EACH ROW
  WHEN ((OLD.vmid, OLD.operation) IS DISTINCT FROM (NEW.vmid, NEW.operation)
        AND NEW.operation IS NOT NULL)
  EXECUTE FUNCTION forget_birth();

CREATE TABLE guest_forgotten (
  number       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  vmid         integer NOT NULL,
  person       uuid NOT NULL REFERENCES person ON DELETE CASCADE,
  team         text REFERENCES team ON DELETE SET NULL,
  since        timestamptz NOT NULL,
  cores        integer NOT NULL,
  memory       bigint NOT NULL,
  disk         bigint NOT NULL,
  operation    uuid,
  seen         text,
  born         timestamptz,
  generation   text,
  cards        text,
  forgotten_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE guest_forgotten IS
  'Who had which guest until it was taken for gone, so that it can be given back.';
COMMENT ON COLUMN guest_forgotten.number IS 'In the order in which they were forgotten.';
COMMENT ON COLUMN guest_forgotten.vmid IS 'Of the guest; another may have it since.';
COMMENT ON COLUMN guest_forgotten.person IS 'Whose it was.';
COMMENT ON COLUMN guest_forgotten.team IS 'The team that had it too.';
COMMENT ON COLUMN guest_forgotten.since IS 'When it was ordered or handed over.';
COMMENT ON COLUMN guest_forgotten.cores IS 'As it counted.';
COMMENT ON COLUMN guest_forgotten.memory IS 'MiB.';
COMMENT ON COLUMN guest_forgotten.disk IS 'Bytes of all disks.';
COMMENT ON COLUMN guest_forgotten.operation IS 'The order that made it.';
COMMENT ON COLUMN guest_forgotten.seen IS 'Where it was seen last, as node/kind/vmid.';
COMMENT ON COLUMN guest_forgotten.born IS 'When it was made.';
COMMENT ON COLUMN guest_forgotten.generation IS 'Its vmgenid.';
COMMENT ON COLUMN guest_forgotten.cards IS 'Hardware addresses of its network cards.';
COMMENT ON COLUMN guest_forgotten.forgotten_at IS 'When it was taken for gone.';
CREATE INDEX guest_forgotten_vmid ON guest_forgotten (vmid, forgotten_at DESC);
