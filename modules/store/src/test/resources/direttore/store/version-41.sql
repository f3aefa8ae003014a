-- One reservation of a database of version 41.

INSERT INTO reservation
  (uid, kind, title, notes, requester, hidden, guest_kind, during, start_local, end_local, zone,
   zone_data, status, phase, at_start, at_end, booked_by, created_at, changed_at)
VALUES
  ('0198c0de-5b1c-7000-8000-000000000001', 'booking', 'BGP lesson', '', 'ana', false, 'qemu',
   '[2027-03-01 09:00+01, 2027-03-01 12:00+01)', '2027-03-01 09:00', '2027-03-01 12:00',
   'Europe/Rome', '2026a', 'pending', 'booked', 'nothing', 'nothing', 'olga',
   '2027-02-01 08:00+01', '2027-02-01 08:00+01');
