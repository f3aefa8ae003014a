-- Of reservations that change in one statement, as those that end at one moment, one statement tells.

CREATE OR REPLACE FUNCTION tell_reservation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- As tell() does, in each booking.
  INSERT INTO event_pending (type, subject) VALUES ('reservation', NEW.id::text);
  RETURN NULL;
END $$;

CREATE FUNCTION tell_changed_reservations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO event_pending (type, subject) SELECT 'reservation', id::text FROM changed;
  RETURN NULL;
END $$;

DROP TRIGGER reservation_tells ON reservation;
CREATE TRIGGER reservation_tells
  AFTER INSERT ON reservation FOR EACH ROW EXECUTE FUNCTION tell_reservation();
CREATE TRIGGER reservation_change_tells
  AFTER UPDATE ON reservation REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION tell_changed_reservations();
