-- Who had what in a lab of version 23: guests that are there, are made, failed, were taken for gone or
-- displaced by orders, and what a team could use.

INSERT INTO person (id, name, display, created_at)
VALUES ('00000000-0000-4000-8000-000000000001', 'ada', 'Ada', '2026-01-01T00:00:00Z'),
       ('00000000-0000-4000-8000-000000000002', 'ben', 'Ben', '2026-01-01T00:00:00Z');
INSERT INTO team (name) VALUES ('lab');
INSERT INTO team_allowance (team, bridges, vlans, storages) VALUES ('lab', 'vmbr0', '100-199', NULL);
INSERT INTO quota (person, team, guests) VALUES ('00000000-0000-4000-8000-000000000001', NULL, 3);

INSERT INTO operation (id, kind, guest_kind, node, vmid, vmid_chosen, request, state, steps, log, warnings,
  requested_by, person, team, cores, memory, disk, created_at, started_at, finished_at)
VALUES ('00000000-0000-4000-8000-00000000000a', 'create-lxc', 'lxc', 'pve1', 1042, true, '{}', 'succeeded',
        '[{"key": "create", "kind": "create", "state": "DONE"}]', '[]', '[]', 'ada',
        '00000000-0000-4000-8000-000000000001', 'lab', 2, 2048, 8589934592,
        '2026-01-03T00:00:00Z', '2026-01-03T00:00:01Z', '2026-01-03T00:00:09Z'),
       ('00000000-0000-4000-8000-00000000000b', 'create-lxc', 'lxc', 'pve2', 105, false, '{}', 'failed',
        '[{"key": "create", "kind": "create", "state": "FAILED"}]', '[]', '[]', 'ben',
        '00000000-0000-4000-8000-000000000002', NULL, 1, 512, 1024,
        '2026-01-04T00:00:00Z', '2026-01-04T00:00:01Z', '2026-01-04T00:00:09Z');

-- The first order recorded its owner itself; since then the guest was looked at, and moved.
UPDATE guest_owner
   SET seen = 'pve2/lxc/1042', born = '2026-01-03T00:00:05Z', generation = 'g1', cards = 'BC:24:11:00:00:01',
       measured = '2026-01-05T00:00:00Z'
 WHERE vmid = 1042;
INSERT INTO guest_owner (vmid, person, since, cores, memory, disk)
VALUES (200, '00000000-0000-4000-8000-000000000001', '2026-01-02T00:00:00Z', 4, 4096, 1);

INSERT INTO guest_forgotten (vmid, person, team, since, cores, memory, disk, operation, seen, born, generation,
                             cards, forgotten_at, displaced_by)
VALUES (105, '00000000-0000-4000-8000-000000000001', 'lab', '2026-01-01T00:00:00Z', 1, 256, 512,
        '00000000-0000-4000-8000-0000000000ff', 'pve1/lxc/105', '2025-12-31T00:00:00Z', NULL, '',
        '2026-01-04T00:00:00Z', '00000000-0000-4000-8000-00000000000b'),
       (300, '00000000-0000-4000-8000-000000000002', NULL, '2026-01-01T00:00:00Z', 1, 256, 512, NULL, NULL,
        NULL, NULL, NULL, '2026-01-03T00:00:00Z', NULL);
