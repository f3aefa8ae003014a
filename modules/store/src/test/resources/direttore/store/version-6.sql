-- What a lab of version 6 had: two people, a team, orders, a guest, quotas and an audit.

INSERT INTO person (id, name, display, password_hash, issuer, subject, disabled, created_at, last_sign_in)
VALUES ('00000000-0000-4000-8000-000000000001', 'ada', 'Ada', 'argon2', NULL, NULL, false,
        '2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z'),
       ('00000000-0000-4000-8000-000000000002', 'ben', 'Ben', NULL, 'https://id.example', '4711',
        true, '2026-01-01T00:00:00Z', NULL);
INSERT INTO team (name) VALUES ('lab');
INSERT INTO team_member (team, person) VALUES ('lab', '00000000-0000-4000-8000-000000000001');
INSERT INTO person_grant (person, role, scope, value)
VALUES ('00000000-0000-4000-8000-000000000001', 'admin', 'everywhere', NULL),
       ('00000000-0000-4000-8000-000000000002', 'user', 'team', 'lab');
INSERT INTO session (id, digest, person, created_at, seen_at, expires_at, address, agent)
VALUES ('00000000-0000-4000-8000-000000000003', '\x01', '00000000-0000-4000-8000-000000000001',
        '2026-01-02T00:00:00Z', '2026-01-02T00:00:00Z', '2027-01-02T00:00:00Z', '192.0.2.7', 'a browser');
INSERT INTO known_address (person, address, last_sign_in)
VALUES ('00000000-0000-4000-8000-000000000001', '192.0.2.7', '2026-01-02T00:00:00Z');
INSERT INTO api_token (id, digest, person, name, role, created_at, expires_at)
VALUES ('00000000-0000-4000-8000-000000000004', '\x02', '00000000-0000-4000-8000-000000000001', 'ci', 'user',
        '2026-01-02T00:00:00Z', '2027-01-02T00:00:00Z');
INSERT INTO sign_in_link (person, digest, expires_at)
VALUES ('00000000-0000-4000-8000-000000000002', '\x03', '2027-01-02T00:00:00Z');

INSERT INTO operation (id, kind, guest_kind, node, vmid, vmid_chosen, request, state, steps, log, warnings,
  failure, requested_by, person, team, cores, memory, disk, created_at, started_at, finished_at)
VALUES ('00000000-0000-4000-8000-00000000000a', 'create-vm', 'qemu', 'pve1', 1042, true,
        '{"type": "create-vm", "vm": {"name": "web", "cores": 2, "memory": 2048,
          "source": {"type": "blank", "iso": null, "storage": "local-lvm", "disk": 8589934592},
          "nics": [], "user": null, "dns": [], "ostype": "l26", "description": "", "tags": [], "start": false}}',
        'succeeded', '[{"name": "CREATE", "state": "DONE"}]', '["done"]', '["slow"]',
        NULL, 'ada', '00000000-0000-4000-8000-000000000001', 'lab', 2, 2048, 8589934592,
        '2026-01-03T00:00:00Z', '2026-01-03T00:00:01Z', '2026-01-03T00:00:09Z'),
       ('00000000-0000-4000-8000-00000000000b', 'delete', 'qemu', 'pve1', 1043, false,
        '{"type": "delete", "force": true}', 'failed',
        '[{"name": "STOP", "state": "DONE"}, {"name": "LEAVE_HA", "state": "FAILED"}, {"name": "DESTROY", "state": "PENDING"}]',
        '[]', '[]', '{"type": "task-failed", "message": "no such bridge"}', 'ben',
        '00000000-0000-4000-8000-000000000002', NULL, 0, 0, 0,
        '2026-01-03T00:00:00Z', '2026-01-03T00:00:01Z', '2026-01-03T00:00:09Z'),
       ('00000000-0000-4000-8000-00000000000c', 'delete', 'qemu', 'pve1', 1044, false,
        '{"type": "delete", "force": false}', 'queued',
        '[{"name": "LEAVE_HA", "state": "PENDING"}, {"name": "DESTROY", "state": "PENDING"}]',
        '[]', '[]', NULL, 'ada', '00000000-0000-4000-8000-000000000001', NULL, 0, 0, 0,
        '2026-01-03T00:00:00Z', NULL, NULL);
INSERT INTO operation_secret (operation, sealed)
VALUES ('00000000-0000-4000-8000-00000000000c', '\x04');
INSERT INTO quota (person, team, guests, cores, memory, disk)
VALUES (NULL, NULL, 10, NULL, NULL, NULL),
       ('00000000-0000-4000-8000-000000000001', NULL, 20, 40, 65536, NULL),
       (NULL, 'lab', 30, NULL, NULL, 1099511627776);

INSERT INTO audit (at, who, via, address, action, target, before, after, request, outcome, detail)
VALUES ('2026-01-03T00:00:00Z', 'ada', 'session', '192.0.2.7', 'guest.create', 'guest/1042', NULL,
        '{"name": "web"}', 'req-1', 'done', ''),
       ('2026-01-03T00:00:01Z', 'ben', 'token', '192.0.2.8', 'person.change', 'person/ada', '{"role": "user"}',
        '{"role": "admin"}', 'req-2', 'refused', 'You may not.');
