SET check_function_bodies = off;
CREATE SEQUENCE event_seq;
CREATE TABLE api_token (
  id uuid NOT NULL,
  digest bytea NOT NULL,
  person uuid NOT NULL,
  name text NOT NULL,
  role text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  last_used timestamp with time zone,
  last_address text);
CREATE TABLE audit (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  at timestamp with time zone NOT NULL,
  who text NOT NULL,
  via text NOT NULL,
  address text NOT NULL,
  action text NOT NULL,
  target text NOT NULL,
  before jsonb,
  after jsonb,
  request text NOT NULL,
  outcome text NOT NULL,
  detail text NOT NULL,
  operation uuid);
CREATE TABLE audit_ending (
  operation uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  outcome text NOT NULL,
  detail text NOT NULL);
CREATE TABLE event (
  type text NOT NULL,
  subject text NOT NULL,
  seq bigint NOT NULL);
CREATE TABLE flyway_schema_history (
  installed_rank integer NOT NULL,
  version character varying(50),
  description character varying(200) NOT NULL,
  type character varying(20) NOT NULL,
  script character varying(1000) NOT NULL,
  checksum integer,
  installed_by character varying(100) NOT NULL,
  installed_on timestamp without time zone DEFAULT now() NOT NULL,
  execution_time integer NOT NULL,
  success boolean NOT NULL);
CREATE TABLE guest_forgotten (
  number bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  vmid integer NOT NULL,
  person uuid NOT NULL,
  team text,
  since timestamp with time zone NOT NULL,
  cores integer NOT NULL,
  memory bigint NOT NULL,
  disk bigint NOT NULL,
  operation uuid,
  seen text,
  born timestamp with time zone,
  generation text,
  cards text,
  forgotten_at timestamp with time zone DEFAULT now() NOT NULL);
CREATE TABLE guest_owner (
  vmid integer NOT NULL,
  person uuid NOT NULL,
  team text,
  since timestamp with time zone NOT NULL,
  cores integer DEFAULT 0 NOT NULL,
  memory bigint DEFAULT 0 NOT NULL,
  disk bigint DEFAULT 0 NOT NULL,
  measured timestamp with time zone,
  operation uuid,
  seen text,
  born timestamp with time zone,
  generation text,
  cards text);
CREATE TABLE jobrunr_backgroundjobservers (
  id character(36) NOT NULL,
  workerpoolsize integer NOT NULL,
  pollintervalinseconds integer NOT NULL,
  firstheartbeat timestamp(6) without time zone NOT NULL,
  lastheartbeat timestamp(6) without time zone NOT NULL,
  running integer NOT NULL,
  systemtotalmemory bigint NOT NULL,
  systemfreememory bigint NOT NULL,
  systemcpuload numeric(3,2) NOT NULL,
  processmaxmemory bigint NOT NULL,
  processfreememory bigint NOT NULL,
  processallocatedmemory bigint NOT NULL,
  processcpuload numeric(3,2) NOT NULL,
  deletesucceededjobsafter character varying(32),
  permanentlydeletejobsafter character varying(32),
  name character varying(128));
CREATE TABLE jobrunr_jobs (
  id character(36) NOT NULL,
  version integer NOT NULL,
  jobasjson text NOT NULL,
  jobsignature character varying(512) NOT NULL,
  state character varying(36) NOT NULL,
  createdat timestamp without time zone NOT NULL,
  updatedat timestamp without time zone NOT NULL,
  scheduledat timestamp without time zone,
  recurringjobid character varying(128));
CREATE TABLE jobrunr_metadata (
  id character varying(156) NOT NULL,
  name character varying(92) NOT NULL,
  owner character varying(64) NOT NULL,
  value text NOT NULL,
  createdat timestamp without time zone NOT NULL,
  updatedat timestamp without time zone NOT NULL);
CREATE TABLE jobrunr_migrations (
  id character(36) NOT NULL,
  script character varying(64) NOT NULL,
  installedon character varying(29) NOT NULL);
CREATE TABLE jobrunr_recurring_jobs (
  id character(128) NOT NULL,
  version integer NOT NULL,
  jobasjson text NOT NULL,
  createdat bigint DEFAULT '0'::bigint NOT NULL);
CREATE TABLE known_address (
  person uuid NOT NULL,
  address text NOT NULL,
  last_sign_in timestamp with time zone NOT NULL);
CREATE TABLE operation (
  id uuid NOT NULL,
  kind text NOT NULL,
  guest_kind text NOT NULL,
  node text NOT NULL,
  vmid integer NOT NULL,
  vmid_chosen boolean NOT NULL,
  request jsonb NOT NULL,
  state text NOT NULL,
  steps jsonb NOT NULL,
  waiting text,
  progress double precision,
  log jsonb NOT NULL,
  warnings jsonb NOT NULL,
  failure jsonb,
  requested_by text NOT NULL,
  idempotency_key text,
  request_mac bytea,
  attempt integer DEFAULT 0 NOT NULL,
  worker integer,
  cancel_requested boolean DEFAULT false NOT NULL,
  watched_until timestamp with time zone,
  created_at timestamp with time zone NOT NULL,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  retry_of uuid,
  secret_names jsonb DEFAULT '[]'::jsonb NOT NULL,
  person uuid,
  team text,
  cores integer DEFAULT 0 NOT NULL,
  memory bigint DEFAULT 0 NOT NULL,
  disk bigint DEFAULT 0 NOT NULL,
  terms jsonb,
  waiting_since timestamp with time zone,
  waiting_until timestamp with time zone);
CREATE TABLE operation_secret (
  operation uuid NOT NULL,
  sealed bytea NOT NULL);
CREATE TABLE operation_turn (
  lane text NOT NULL,
  operation uuid NOT NULL);
CREATE TABLE person (
  id uuid NOT NULL,
  name text NOT NULL,
  display text NOT NULL,
  password_hash text,
  issuer text,
  subject text,
  disabled boolean DEFAULT false NOT NULL,
  created_at timestamp with time zone NOT NULL,
  last_sign_in timestamp with time zone,
  vouched_until timestamp with time zone,
  deleted_at timestamp with time zone);
CREATE TABLE person_grant (
  person uuid NOT NULL,
  role text NOT NULL,
  scope text NOT NULL,
  value text);
CREATE TABLE person_group (
  person uuid NOT NULL,
  name text NOT NULL);
CREATE TABLE provider_logout (
  digest bytea NOT NULL,
  expires_at timestamp with time zone NOT NULL);
CREATE TABLE quota (
  person uuid,
  team text,
  guests bigint,
  cores bigint,
  memory bigint,
  disk bigint);
CREATE TABLE secret_key (
  one boolean DEFAULT true NOT NULL,
  fingerprint text NOT NULL,
  since timestamp with time zone NOT NULL);
CREATE TABLE session (
  id uuid NOT NULL,
  digest bytea NOT NULL,
  person uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  seen_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  address text NOT NULL,
  agent text NOT NULL,
  vouched boolean DEFAULT false NOT NULL,
  there text);
CREATE TABLE sign_in_link (
  person uuid NOT NULL,
  digest bytea NOT NULL,
  expires_at timestamp with time zone NOT NULL);
CREATE TABLE team (
  name text NOT NULL);
CREATE TABLE team_allowance (
  team text NOT NULL,
  bridges text,
  vlans text,
  storages text);
CREATE TABLE team_member (
  team text NOT NULL,
  person uuid NOT NULL);
CREATE TABLE worker (
  number integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  joined_at timestamp with time zone DEFAULT now() NOT NULL,
  seen_at timestamp with time zone,
  steady_since timestamp with time zone,
  left_at timestamp with time zone);
CREATE TABLE write_probe (
  one boolean DEFAULT true NOT NULL,
  tried_at timestamp with time zone NOT NULL);
INSERT INTO api_token OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::api_token, E'{"id": "05edf914-d474-43f4-8382-bb56171a8118", "name": "command line", "role": "admin", "digest": "\\\\xa08ef56cf8b5b4df92b66a99f5bb5683528a70cfdba25ab909b57af2680c8ca0", "person": "96d30340-7c5c-45fe-8e2f-4f004b28106a", "last_used": "2026-11-29T21:30:42.766576+00:00", "created_at": "2026-11-29T21:30:42.279767+00:00", "expires_at": "2026-12-29T21:30:42.279767+00:00", "last_address": "127.0.0.1"}');
INSERT INTO api_token OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::api_token, E'{"id": "8b741d9e-dccf-47ea-aa9e-91a0b726dfaf", "name": "command line", "role": "user", "digest": "\\\\x5e6769ee51ad85dbeee3bdb3b1f72cbecbe0fe70d628665f63731bd415f5c973", "person": "da74b9e6-b984-4d68-abd8-8e86069a38a4", "last_used": "2026-11-29T21:30:54.681142+00:00", "created_at": "2026-11-29T21:30:54.336019+00:00", "expires_at": "2026-12-29T21:30:54.336019+00:00", "last_address": "127.0.0.1"}');
INSERT INTO audit OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::audit, '{"at": "2026-11-29T21:30:42.450752+00:00", "id": 1, "via": "command-line", "who": "root", "action": "token.make", "detail": "", "target": "person/admin", "address": "", "outcome": "done", "request": "command-8ce1ff6f-ab8d-4f11-b8bc-c1883b9eaf0f"}');
INSERT INTO audit OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::audit, '{"at": "2026-11-29T21:30:42.82507+00:00", "id": 3, "via": "token", "who": "admin", "after": {"name": "networks"}, "action": "team.add", "detail": "", "target": "team/networks", "address": "127.0.0.1", "outcome": "done", "request": "6135f2e3-c1e7-4035-931d-af619a275b18"}');
INSERT INTO audit OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::audit, '{"at": "2026-11-29T21:30:43.059508+00:00", "id": 2, "via": "token", "who": "admin", "after": {"name": "ada", "oidc": false, "local": false, "teams": ["networks"], "grants": [{"role": "user", "scope": "everywhere", "value": null}], "created": "2026-11-29T21:30:42.834160Z", "display": "Ada", "disabled": false, "provided": [], "sentences": ["may make guests, and change those that are their own or their teams''"], "last_sign_in": null, "provided_teams": []}, "action": "person.add", "detail": "", "target": "person/ada", "address": "127.0.0.1", "outcome": "done", "request": "f2a0e1d7-d7ad-4379-b696-1979d4eaea9a"}');
INSERT INTO audit OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::audit, '{"at": "2026-11-29T21:30:43.714411+00:00", "id": 4, "via": "token", "who": "admin", "after": {"name": "ben", "oidc": false, "local": false, "teams": [], "grants": [{"role": "user", "scope": "node", "value": "pve1"}], "created": "2026-11-29T21:30:43.603578Z", "display": "ben", "disabled": false, "provided": [], "sentences": ["may make guests on node pve1, and change those on node pve1 that are their own or their teams''"], "last_sign_in": null, "provided_teams": []}, "action": "person.add", "detail": "", "target": "person/ben", "address": "127.0.0.1", "outcome": "done", "request": "65e3ffea-2dbd-4f88-ad63-e9397d151329"}');
INSERT INTO audit OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::audit, '{"at": "2026-11-29T21:30:45.349529+00:00", "id": 5, "via": "session", "who": "ada", "after": {"token": "***", "password": "***"}, "action": "sign-in.link", "detail": "", "target": "person/ada", "address": "127.0.0.1", "outcome": "done", "request": "db5671ad-4cad-41e2-af17-fa37227b114d"}');
INSERT INTO audit OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::audit, '{"at": "2026-11-29T21:30:46.587435+00:00", "id": 6, "via": "session", "who": "ada", "action": "sign-in", "detail": "", "target": "person/ada", "address": "127.0.0.1", "outcome": "done", "request": "a1735b57-0304-442d-9c9c-1bc069971549"}');
INSERT INTO audit OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::audit, '{"at": "2026-11-29T21:30:46.69292+00:00", "id": 7, "via": "token", "who": "admin", "after": {"disk": null, "cores": 18, "guests": 9, "memory": 9216}, "action": "quota.set", "detail": "", "target": "person/ada", "address": "127.0.0.1", "outcome": "done", "request": "bc5ca27e-f053-4968-8650-4882591b9da8"}');
INSERT INTO audit OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::audit, '{"at": "2026-11-29T21:30:46.735355+00:00", "id": 8, "via": "token", "who": "admin", "after": {"disk": null, "cores": null, "guests": 20, "memory": null}, "action": "quota.set", "detail": "", "target": "team/networks", "address": "127.0.0.1", "outcome": "done", "request": "be1ee439-b667-4410-a2ea-432d62f5d604"}');
INSERT INTO audit OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::audit, '{"at": "2026-11-29T21:30:46.7421+00:00", "id": 9, "via": "token", "who": "admin", "after": {"disk": null, "cores": null, "guests": 3, "memory": null}, "action": "quota.set", "before": {"disk": null, "cores": null, "guests": null, "memory": null}, "detail": "", "target": "quota/everybody", "address": "127.0.0.1", "outcome": "done", "request": "0e2858c5-f0e0-4f37-a943-de8ebd7bc18f"}');
INSERT INTO audit OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::audit, '{"at": "2026-11-29T21:30:54.413194+00:00", "id": 10, "via": "command-line", "who": "root", "action": "token.make", "detail": "", "target": "person/ada", "address": "", "outcome": "done", "request": "command-012a77f7-83a7-40f0-bc34-a42cee1425fb"}');
INSERT INTO audit OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::audit, '{"at": "2026-11-29T21:30:55.151609+00:00", "id": 11, "via": "token", "who": "ada", "after": {"nics": [{"ip": "dhcp", "name": "eth0", "bridge": "vmbr0"}], "team": "networks", "vmid": 4001, "cores": 1, "memory": 256, "storage": "local-lvm", "hostname": "box", "password": "***", "template": "local:vztmpl/ubuntu-22.04-standard_22.04-1_amd64.tar.gz", "disk_size": 2, "start_after_create": true}, "action": "guest.create-lxc", "detail": "", "target": "guest/4001", "address": "127.0.0.1", "outcome": "accepted", "request": "d0d912b3-9132-4a7a-a7c3-450937ede9a2", "operation": "93f24ecb-62e4-4f18-8b70-db7f267b2c07"}');
INSERT INTO audit OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::audit, '{"at": "2026-11-29T21:30:56.222042+00:00", "id": 12, "via": "token", "who": "ada", "after": {"disk": "4G", "name": "web", "vmid": 4002, "cores": 1, "memory": 256, "storage": "local-lvm"}, "action": "guest.create-vm", "detail": "", "target": "guest/4002", "address": "127.0.0.1", "outcome": "accepted", "request": "433a12a8-fdf2-468b-aa92-daed970c5996", "operation": "5414b154-a64c-4fc5-9e03-d93dc8ce6b73"}');
INSERT INTO audit OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::audit, '{"at": "2026-11-29T21:30:57.493702+00:00", "id": 13, "via": "token", "who": "ada", "after": {"name": "copy", "vmid": 4003, "cores": 1, "memory": 256, "clone_from": 9000}, "action": "guest.clone-vm", "detail": "", "target": "guest/4003", "address": "127.0.0.1", "outcome": "accepted", "request": "0965f4d2-e1e6-4396-8501-b286971b2724", "operation": "edba4db1-e0d7-4e98-a02c-0518c806597a"}');
INSERT INTO audit OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::audit, '{"at": "2026-11-29T21:30:58.433713+00:00", "id": 14, "via": "token", "who": "ada", "action": "guest.start", "detail": "", "target": "guest/4002", "address": "127.0.0.1", "outcome": "accepted", "request": "19c6ee3a-4e20-480d-89ba-bc778098643e", "operation": "a82760ab-f016-4802-a19a-49487380c72e"}');
INSERT INTO audit OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::audit, '{"at": "2026-11-29T21:30:59.001497+00:00", "id": 15, "via": "token", "who": "ada", "after": {"name": "before", "description": "a note"}, "action": "guest.snapshot", "detail": "", "target": "guest/4002", "address": "127.0.0.1", "outcome": "accepted", "request": "d8b71564-611a-4180-a6b8-120fbb9c32bc", "operation": "d1473132-2c81-4262-ab14-89236b7fd01b"}');
INSERT INTO audit OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::audit, '{"at": "2026-11-29T21:30:59.721405+00:00", "id": 16, "via": "token", "who": "ada", "action": "guest.rollback", "detail": "", "target": "guest/4002", "address": "127.0.0.1", "outcome": "accepted", "request": "586dd409-0786-4964-b71a-b10fb01aa27a", "operation": "325f1fac-4a45-43ef-bed4-d25cddc67ec0"}');
INSERT INTO audit OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::audit, '{"at": "2026-11-29T21:31:00.184161+00:00", "id": 17, "via": "token", "who": "ada", "action": "guest.delete-snapshot", "detail": "", "target": "guest/4002", "address": "127.0.0.1", "outcome": "accepted", "request": "6916e49f-a60c-4c57-9c97-501117015771", "operation": "332a921a-76e8-44d3-be17-157938c85be6"}');
INSERT INTO audit OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::audit, '{"at": "2026-11-29T21:31:00.621995+00:00", "id": 18, "via": "token", "who": "ada", "action": "guest.stop", "detail": "", "target": "guest/4001", "address": "127.0.0.1", "outcome": "accepted", "request": "b3e872c1-952a-426a-a7fb-001d78d3a0c0", "operation": "c39d8c42-6a4a-49c1-b97b-4a072a5ab567"}');
INSERT INTO audit OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::audit, '{"at": "2026-11-29T21:31:00.947222+00:00", "id": 19, "via": "token", "who": "ada", "action": "guest.delete", "detail": "", "target": "guest/4003", "address": "127.0.0.1", "outcome": "accepted", "request": "28e60bc0-0474-4a05-9ea8-a249b7c62d09", "operation": "317353b4-501e-473f-854b-fd286682e10e"}');
INSERT INTO audit OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::audit, '{"at": "2026-11-29T21:31:01.329184+00:00", "id": 20, "via": "token", "who": "ada", "after": {"disk": "4G", "name": "full", "vmid": 4004, "cores": 1, "memory": 256, "storage": "local-lvm"}, "action": "guest.create-vm", "detail": "", "target": "guest/4004", "address": "127.0.0.1", "outcome": "accepted", "request": "1626ac9b-5614-4a3f-b65c-a3b23c44c672", "operation": "a593f2c6-0aa3-4be2-b347-3f7a45b66923"}');
INSERT INTO audit OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::audit, '{"at": "2026-11-29T21:31:11.800148+00:00", "id": 21, "via": "token", "who": "ada", "after": {"disk": "4G", "name": "slow", "vmid": 4005, "cores": 1, "memory": 256, "storage": "local-lvm"}, "action": "guest.create-vm", "detail": "", "target": "guest/4005", "address": "127.0.0.1", "outcome": "accepted", "request": "16e54887-a8ec-428f-82a6-8827236aaeae", "operation": "92101400-8b17-4f1d-ad7a-b0812b26164d"}');
INSERT INTO audit OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::audit, '{"at": "2026-11-29T21:31:14.152235+00:00", "id": 22, "via": "token", "who": "ada", "after": {"nics": [{"ip": "dhcp", "name": "eth0", "bridge": "vmbr0"}], "vmid": 4006, "cores": 1, "memory": 256, "storage": "local-lvm", "hostname": "later", "password": "***", "template": "local:vztmpl/ubuntu-22.04-standard_22.04-1_amd64.tar.gz", "disk_size": 2, "start_after_create": true}, "action": "guest.create-lxc", "detail": "", "target": "guest/4006", "address": "127.0.0.1", "outcome": "accepted", "request": "9cfb9121-25d9-4923-a7df-aa6657394d79", "operation": "90afbd32-4b11-4f7f-b17e-803d35d56f2c"}');
INSERT INTO audit OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::audit, '{"at": "2026-11-29T21:31:16.31133+00:00", "id": 23, "via": "token", "who": "ada", "action": "guest.shutdown", "detail": "", "target": "guest/4002", "address": "127.0.0.1", "outcome": "accepted", "request": "2191b1cd-138a-473b-9485-c7e218cc5838", "operation": "e4db804f-dc6c-4a5a-9d39-be38c6eb7703"}');
INSERT INTO audit OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::audit, '{"at": "2026-11-29T21:31:18.503255+00:00", "id": 24, "via": "token", "who": "ada", "action": "operation.cancel", "detail": "", "target": "operation/e4db804f-dc6c-4a5a-9d39-be38c6eb7703", "address": "127.0.0.1", "outcome": "accepted", "request": "c6a04eb0-6042-47c1-870c-1d02e35fc1df", "operation": "e4db804f-dc6c-4a5a-9d39-be38c6eb7703"}');
INSERT INTO audit OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::audit, '{"at": "2026-11-29T21:31:18.899616+00:00", "id": 25, "via": "token", "who": "admin", "after": {"team": null, "vmid": 4002, "owner": "ben", "since": "2026-11-29T21:31:18.877786Z"}, "action": "guest.hand-over", "before": {"team": null, "vmid": 4002, "owner": "ada", "since": "2026-11-29T21:30:56.169778Z"}, "detail": "", "target": "guest/4002", "address": "127.0.0.1", "outcome": "done", "request": "ef999c4f-99e5-49c0-bbc5-639eac9b7a41"}');
INSERT INTO audit_ending OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::audit_ending, '{"at": "2026-11-29T21:30:56.065568+00:00", "detail": "", "outcome": "done", "operation": "93f24ecb-62e4-4f18-8b70-db7f267b2c07"}');
INSERT INTO audit_ending OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::audit_ending, '{"at": "2026-11-29T21:30:57.369194+00:00", "detail": "", "outcome": "done", "operation": "5414b154-a64c-4fc5-9e03-d93dc8ce6b73"}');
INSERT INTO audit_ending OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::audit_ending, '{"at": "2026-11-29T21:30:58.014592+00:00", "detail": "", "outcome": "done", "operation": "edba4db1-e0d7-4e98-a02c-0518c806597a"}');
INSERT INTO audit_ending OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::audit_ending, '{"at": "2026-11-29T21:30:58.774323+00:00", "detail": "", "outcome": "done", "operation": "a82760ab-f016-4802-a19a-49487380c72e"}');
INSERT INTO audit_ending OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::audit_ending, '{"at": "2026-11-29T21:30:59.558422+00:00", "detail": "", "outcome": "done", "operation": "d1473132-2c81-4262-ab14-89236b7fd01b"}');
INSERT INTO audit_ending OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::audit_ending, '{"at": "2026-11-29T21:31:00.045214+00:00", "detail": "", "outcome": "done", "operation": "325f1fac-4a45-43ef-bed4-d25cddc67ec0"}');
INSERT INTO audit_ending OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::audit_ending, '{"at": "2026-11-29T21:31:00.487138+00:00", "detail": "", "outcome": "done", "operation": "332a921a-76e8-44d3-be17-157938c85be6"}');
INSERT INTO audit_ending OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::audit_ending, '{"at": "2026-11-29T21:31:00.779389+00:00", "detail": "", "outcome": "done", "operation": "c39d8c42-6a4a-49c1-b97b-4a072a5ab567"}');
INSERT INTO audit_ending OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::audit_ending, '{"at": "2026-11-29T21:31:01.089813+00:00", "detail": "", "outcome": "done", "operation": "317353b4-501e-473f-854b-fd286682e10e"}');
INSERT INTO audit_ending OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::audit_ending, '{"at": "2026-11-29T21:31:01.595287+00:00", "detail": "could not create VM 4004 on pve1: unable to create VM 4004 - no space left on device", "outcome": "failed", "operation": "a593f2c6-0aa3-4be2-b347-3f7a45b66923"}');
INSERT INTO audit_ending OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::audit_ending, '{"at": "2026-11-29T21:31:18.474674+00:00", "detail": "", "outcome": "cancelled", "operation": "e4db804f-dc6c-4a5a-9d39-be38c6eb7703"}');
INSERT INTO event OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::event, '{"seq": 11, "type": "operation", "subject": "93f24ecb-62e4-4f18-8b70-db7f267b2c07"}');
INSERT INTO event OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::event, '{"seq": 18, "type": "operation", "subject": "5414b154-a64c-4fc5-9e03-d93dc8ce6b73"}');
INSERT INTO event OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::event, '{"seq": 27, "type": "operation", "subject": "edba4db1-e0d7-4e98-a02c-0518c806597a"}');
INSERT INTO event OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::event, '{"seq": 34, "type": "operation", "subject": "a82760ab-f016-4802-a19a-49487380c72e"}');
INSERT INTO event OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::event, '{"seq": 41, "type": "operation", "subject": "d1473132-2c81-4262-ab14-89236b7fd01b"}');
INSERT INTO event OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::event, '{"seq": 48, "type": "operation", "subject": "325f1fac-4a45-43ef-bed4-d25cddc67ec0"}');
INSERT INTO event OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::event, '{"seq": 55, "type": "operation", "subject": "332a921a-76e8-44d3-be17-157938c85be6"}');
INSERT INTO event OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::event, '{"seq": 60, "type": "guest", "subject": "pve1/lxc/4001"}');
INSERT INTO event OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::event, '{"seq": 61, "type": "operation", "subject": "c39d8c42-6a4a-49c1-b97b-4a072a5ab567"}');
INSERT INTO event OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::event, '{"seq": 69, "type": "guest", "subject": "pve1/qemu/4003"}');
INSERT INTO event OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::event, '{"seq": 70, "type": "operation", "subject": "317353b4-501e-473f-854b-fd286682e10e"}');
INSERT INTO event OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::event, '{"seq": 76, "type": "guest", "subject": "pve1/qemu/4004"}');
INSERT INTO event OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::event, '{"seq": 77, "type": "operation", "subject": "a593f2c6-0aa3-4be2-b347-3f7a45b66923"}');
INSERT INTO event OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::event, '{"seq": 81, "type": "operation", "subject": "92101400-8b17-4f1d-ad7a-b0812b26164d"}');
INSERT INTO event OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::event, '{"seq": 82, "type": "operation", "subject": "90afbd32-4b11-4f7f-b17e-803d35d56f2c"}');
INSERT INTO event OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::event, '{"seq": 84, "type": "guest", "subject": "pve1/qemu/4002"}');
INSERT INTO event OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::event, '{"seq": 85, "type": "operation", "subject": "e4db804f-dc6c-4a5a-9d39-be38c6eb7703"}');
INSERT INTO flyway_schema_history OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::flyway_schema_history, '{"type": "SQL", "script": "V10__audit_endings.sql", "success": true, "version": "10", "checksum": 283748523, "description": "audit endings", "installed_by": "direttore", "installed_on": "2026-11-29T21:30:30.319439", "execution_time": 37, "installed_rank": 10}');
INSERT INTO flyway_schema_history OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::flyway_schema_history, '{"type": "SQL", "script": "V11__births.sql", "success": true, "version": "11", "checksum": -200829067, "description": "births", "installed_by": "direttore", "installed_on": "2026-11-29T21:30:30.399711", "execution_time": 33, "installed_rank": 11}');
INSERT INTO flyway_schema_history OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::flyway_schema_history, '{"type": "SQL", "script": "V12__allowances.sql", "success": true, "version": "12", "checksum": -83146483, "description": "allowances", "installed_by": "direttore", "installed_on": "2026-11-29T21:30:30.513503", "execution_time": 18, "installed_rank": 12}');
INSERT INTO flyway_schema_history OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::flyway_schema_history, '{"type": "SQL", "script": "V13__provider_groups.sql", "success": true, "version": "13", "checksum": 1662676076, "description": "provider groups", "installed_by": "direttore", "installed_on": "2026-11-29T21:30:30.598131", "execution_time": 47, "installed_rank": 13}');
INSERT INTO flyway_schema_history OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::flyway_schema_history, '{"type": "SQL", "script": "V14__silent_workers.sql", "success": true, "version": "14", "checksum": 2070284396, "description": "silent workers", "installed_by": "direttore", "installed_on": "2026-11-29T21:30:30.675975", "execution_time": 3, "installed_rank": 14}');
INSERT INTO flyway_schema_history OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::flyway_schema_history, '{"type": "SQL", "script": "V15__terms.sql", "success": true, "version": "15", "checksum": 1006534176, "description": "terms", "installed_by": "direttore", "installed_on": "2026-11-29T21:30:30.710682", "execution_time": 3, "installed_rank": 15}');
INSERT INTO flyway_schema_history OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::flyway_schema_history, '{"type": "SQL", "script": "V18__sessions_and_people_that_end.sql", "success": true, "version": "18", "checksum": -1896597448, "description": "sessions and people that end", "installed_by": "direttore", "installed_on": "2026-11-29T21:30:30.741425", "execution_time": 17, "installed_rank": 16}');
INSERT INTO flyway_schema_history OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::flyway_schema_history, '{"type": "SQL", "script": "V19__audit_endings_go_with_their_entries.sql", "success": true, "version": "19", "checksum": 2029456232, "description": "audit endings go with their entries", "installed_by": "direttore", "installed_on": "2026-11-29T21:30:30.81117", "execution_time": 18, "installed_rank": 17}');
INSERT INTO flyway_schema_history OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::flyway_schema_history, '{"type": "SQL", "script": "V1__operations.sql", "success": true, "version": "1", "checksum": -2146596790, "description": "operations", "installed_by": "direttore", "installed_on": "2026-11-29T21:30:29.108925", "execution_time": 135, "installed_rank": 1}');
INSERT INTO flyway_schema_history OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::flyway_schema_history, '{"type": "SQL", "script": "V2__retries.sql", "success": true, "version": "2", "checksum": -1184648789, "description": "retries", "installed_by": "direttore", "installed_on": "2026-11-29T21:30:29.421543", "execution_time": 33, "installed_rank": 2}');
INSERT INTO flyway_schema_history OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::flyway_schema_history, '{"type": "SQL", "script": "V3__access.sql", "success": true, "version": "3", "checksum": -1202113922, "description": "access", "installed_by": "direttore", "installed_on": "2026-11-29T21:30:29.510999", "execution_time": 215, "installed_rank": 3}');
INSERT INTO flyway_schema_history OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::flyway_schema_history, '{"type": "SQL", "script": "V4__quotas.sql", "success": true, "version": "4", "checksum": -69282603, "description": "quotas", "installed_by": "direttore", "installed_on": "2026-11-29T21:30:29.818304", "execution_time": 69, "installed_rank": 4}');
INSERT INTO flyway_schema_history OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::flyway_schema_history, '{"type": "SQL", "script": "V5__known_addresses.sql", "success": true, "version": "5", "checksum": 474630095, "description": "known addresses", "installed_by": "direttore", "installed_on": "2026-11-29T21:30:29.949098", "execution_time": 37, "installed_rank": 5}');
INSERT INTO flyway_schema_history OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::flyway_schema_history, '{"type": "SQL", "script": "V6__openid.sql", "success": true, "version": "6", "checksum": 1719593179, "description": "openid", "installed_by": "direttore", "installed_on": "2026-11-29T21:30:30.008911", "execution_time": 13, "installed_rank": 6}');
INSERT INTO flyway_schema_history OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::flyway_schema_history, '{"type": "SQL", "script": "V7__worker_heartbeat.sql", "success": true, "version": "7", "checksum": -1268757147, "description": "worker heartbeat", "installed_by": "direttore", "installed_on": "2026-11-29T21:30:30.056346", "execution_time": 69, "installed_rank": 7}');
INSERT INTO flyway_schema_history OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::flyway_schema_history, '{"type": "SQL", "script": "V8__database_facts.sql", "success": true, "version": "8", "checksum": 1182684589, "description": "database facts", "installed_by": "direttore", "installed_on": "2026-11-29T21:30:30.156614", "execution_time": 40, "installed_rank": 8}');
INSERT INTO flyway_schema_history OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::flyway_schema_history, '{"type": "SQL", "script": "V9__indexes_and_retention.sql", "success": true, "version": "9", "checksum": -419896069, "description": "indexes and retention", "installed_by": "direttore", "installed_on": "2026-11-29T21:30:30.217526", "execution_time": 61, "installed_rank": 9}');
INSERT INTO guest_owner OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::guest_owner, '{"disk": 2147483648, "team": "networks", "vmid": 4001, "cores": 1, "since": "2026-11-29T21:30:54.953081+00:00", "memory": 768, "person": "da74b9e6-b984-4d68-abd8-8e86069a38a4", "operation": "93f24ecb-62e4-4f18-8b70-db7f267b2c07"}');
INSERT INTO guest_owner OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::guest_owner, '{"disk": 2147483648, "vmid": 4006, "cores": 1, "since": "2026-11-29T21:31:14.082014+00:00", "memory": 768, "person": "da74b9e6-b984-4d68-abd8-8e86069a38a4", "operation": "90afbd32-4b11-4f7f-b17e-803d35d56f2c"}');
INSERT INTO guest_owner OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::guest_owner, '{"disk": 4294967296, "vmid": 4002, "cores": 1, "since": "2026-11-29T21:31:18.877786+00:00", "memory": 256, "person": "39465871-3187-40c5-8bc7-0ac672a08822"}');
INSERT INTO guest_owner OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::guest_owner, '{"disk": 4294967296, "vmid": 4004, "cores": 1, "since": "2026-11-29T21:31:01.267021+00:00", "memory": 256, "person": "da74b9e6-b984-4d68-abd8-8e86069a38a4", "operation": "a593f2c6-0aa3-4be2-b347-3f7a45b66923"}');
INSERT INTO guest_owner OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::guest_owner, '{"disk": 4294967296, "vmid": 4005, "cores": 1, "since": "2026-11-29T21:31:11.067203+00:00", "memory": 256, "person": "da74b9e6-b984-4d68-abd8-8e86069a38a4", "operation": "92101400-8b17-4f1d-ad7a-b0812b26164d"}');
INSERT INTO jobrunr_backgroundjobservers OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::jobrunr_backgroundjobservers, '{"id": "f9374d7d-9975-42e7-b41c-d9ed8973e6db", "name": "vm", "running": 1, "lastheartbeat": "2026-11-29T21:31:15.143104", "systemcpuload": 1.00, "firstheartbeat": "2026-11-29T21:31:09.920433", "processcpuload": 1.00, "workerpoolsize": 1, "processmaxmemory": 194641920, "systemfreememory": 15896854528, "processfreememory": 158166096, "systemtotalmemory": 25276059648, "pollintervalinseconds": 5, "processallocatedmemory": 36475824, "deletesucceededjobsafter": "PT36H", "permanentlydeletejobsafter": "PT36H"}');
INSERT INTO jobrunr_jobs OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::jobrunr_jobs, E'{"id": "317353b4-501e-473f-854b-fd286682e10e", "state": "SUCCEEDED", "version": 3, "createdat": "2026-11-29T21:31:00.943936", "jobasjson": "{\\"id\\":\\"317353b4-501e-473f-854b-fd286682e10e\\",\\"version\\":3,\\"jobDetails\\":{\\"className\\":\\"direttore.worker.queue.RunOperationHandler\\",\\"methodName\\":\\"run\\",\\"jobParameters\\":[{\\"className\\":\\"direttore.worker.queue.RunOperation\\",\\"actualClassName\\":\\"direttore.worker.queue.RunOperation\\",\\"object\\":{\\"operation\\":\\"317353b4-501e-473f-854b-fd286682e10e\\"}}],\\"cacheable\\":true},\\"jobHistory\\":[{\\"@class\\":\\"org.jobrunr.jobs.states.EnqueuedState\\",\\"state\\":\\"ENQUEUED\\",\\"createdAt\\":\\"2026-11-29T21:31:00.943935724Z\\"},{\\"@class\\":\\"org.jobrunr.jobs.states.ProcessingState\\",\\"state\\":\\"PROCESSING\\",\\"createdAt\\":\\"2026-11-29T21:31:00.953915777Z\\",\\"serverId\\":\\"7b9fb430-5636-4720-8a7c-64d7181efd73\\",\\"serverName\\":\\"vm\\",\\"updatedAt\\":\\"2026-11-29T21:31:00.953915777Z\\"},{\\"@class\\":\\"org.jobrunr.jobs.states.SucceededState\\",\\"state\\":\\"SUCCEEDED\\",\\"createdAt\\":\\"2026-11-29T21:31:01.105145390Z\\",\\"latencyDuration\\":0.009980053,\\"processDuration\\":0.151227800}],\\"metadata\\":{\\"@class\\":\\"java.util.concurrent.ConcurrentHashMap\\",\\"jobRunrDashboardLog-2\\":{\\"@class\\":\\"org.jobrunr.jobs.context.JobDashboardLogger$JobDashboardLogLines\\",\\"logLines\\":[]}},\\"jobSignature\\":\\"direttore.worker.queue.RunOperationHandler.run(direttore.worker.queue.RunOperation)\\",\\"jobName\\":\\"operation 317353b4-501e-473f-854b-fd286682e10e\\",\\"amountOfRetries\\":5,\\"labels\\":[]}", "updatedat": "2026-11-29T21:31:01.105145", "jobsignature": "direttore.worker.queue.RunOperationHandler.run(direttore.worker.queue.RunOperation)"}');
INSERT INTO jobrunr_jobs OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::jobrunr_jobs, E'{"id": "325f1fac-4a45-43ef-bed4-d25cddc67ec0", "state": "SUCCEEDED", "version": 3, "createdat": "2026-11-29T21:30:59.707455", "jobasjson": "{\\"id\\":\\"325f1fac-4a45-43ef-bed4-d25cddc67ec0\\",\\"version\\":3,\\"jobDetails\\":{\\"className\\":\\"direttore.worker.queue.RunOperationHandler\\",\\"methodName\\":\\"run\\",\\"jobParameters\\":[{\\"className\\":\\"direttore.worker.queue.RunOperation\\",\\"actualClassName\\":\\"direttore.worker.queue.RunOperation\\",\\"object\\":{\\"operation\\":\\"325f1fac-4a45-43ef-bed4-d25cddc67ec0\\"}}],\\"cacheable\\":true},\\"jobHistory\\":[{\\"@class\\":\\"org.jobrunr.jobs.states.EnqueuedState\\",\\"state\\":\\"ENQUEUED\\",\\"createdAt\\":\\"2026-11-29T21:30:59.707454999Z\\"},{\\"@class\\":\\"org.jobrunr.jobs.states.ProcessingState\\",\\"state\\":\\"PROCESSING\\",\\"createdAt\\":\\"2026-11-29T21:30:59.727120288Z\\",\\"serverId\\":\\"7b9fb430-5636-4720-8a7c-64d7181efd73\\",\\"serverName\\":\\"vm\\",\\"updatedAt\\":\\"2026-11-29T21:30:59.727120288Z\\"},{\\"@class\\":\\"org.jobrunr.jobs.states.SucceededState\\",\\"state\\":\\"SUCCEEDED\\",\\"createdAt\\":\\"2026-11-29T21:31:00.056082408Z\\",\\"latencyDuration\\":0.019665289,\\"processDuration\\":0.328960288}],\\"metadata\\":{\\"@class\\":\\"java.util.concurrent.ConcurrentHashMap\\",\\"jobRunrDashboardLog-2\\":{\\"@class\\":\\"org.jobrunr.jobs.context.JobDashboardLogger$JobDashboardLogLines\\",\\"logLines\\":[]}},\\"jobSignature\\":\\"direttore.worker.queue.RunOperationHandler.run(direttore.worker.queue.RunOperation)\\",\\"jobName\\":\\"operation 325f1fac-4a45-43ef-bed4-d25cddc67ec0\\",\\"amountOfRetries\\":5,\\"labels\\":[]}", "updatedat": "2026-11-29T21:31:00.056082", "jobsignature": "direttore.worker.queue.RunOperationHandler.run(direttore.worker.queue.RunOperation)"}');
INSERT INTO jobrunr_jobs OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::jobrunr_jobs, E'{"id": "332a921a-76e8-44d3-be17-157938c85be6", "state": "SUCCEEDED", "version": 3, "createdat": "2026-11-29T21:31:00.173567", "jobasjson": "{\\"id\\":\\"332a921a-76e8-44d3-be17-157938c85be6\\",\\"version\\":3,\\"jobDetails\\":{\\"className\\":\\"direttore.worker.queue.RunOperationHandler\\",\\"methodName\\":\\"run\\",\\"jobParameters\\":[{\\"className\\":\\"direttore.worker.queue.RunOperation\\",\\"actualClassName\\":\\"direttore.worker.queue.RunOperation\\",\\"object\\":{\\"operation\\":\\"332a921a-76e8-44d3-be17-157938c85be6\\"}}],\\"cacheable\\":true},\\"jobHistory\\":[{\\"@class\\":\\"org.jobrunr.jobs.states.EnqueuedState\\",\\"state\\":\\"ENQUEUED\\",\\"createdAt\\":\\"2026-11-29T21:31:00.173566879Z\\"},{\\"@class\\":\\"org.jobrunr.jobs.states.ProcessingState\\",\\"state\\":\\"PROCESSING\\",\\"createdAt\\":\\"2026-11-29T21:31:00.190730372Z\\",\\"serverId\\":\\"7b9fb430-5636-4720-8a7c-64d7181efd73\\",\\"serverName\\":\\"vm\\",\\"updatedAt\\":\\"2026-11-29T21:31:00.190730372Z\\"},{\\"@class\\":\\"org.jobrunr.jobs.states.SucceededState\\",\\"state\\":\\"SUCCEEDED\\",\\"createdAt\\":\\"2026-11-29T21:31:00.503673980Z\\",\\"latencyDuration\\":0.017163493,\\"processDuration\\":0.312941885}],\\"metadata\\":{\\"@class\\":\\"java.util.concurrent.ConcurrentHashMap\\",\\"jobRunrDashboardLog-2\\":{\\"@class\\":\\"org.jobrunr.jobs.context.JobDashboardLogger$JobDashboardLogLines\\",\\"logLines\\":[]}},\\"jobSignature\\":\\"direttore.worker.queue.RunOperationHandler.run(direttore.worker.queue.RunOperation)\\",\\"jobName\\":\\"operation 332a921a-76e8-44d3-be17-157938c85be6\\",\\"amountOfRetries\\":5,\\"labels\\":[]}", "updatedat": "2026-11-29T21:31:00.503674", "jobsignature": "direttore.worker.queue.RunOperationHandler.run(direttore.worker.queue.RunOperation)"}');
INSERT INTO jobrunr_jobs OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::jobrunr_jobs, E'{"id": "5414b154-a64c-4fc5-9e03-d93dc8ce6b73", "state": "SUCCEEDED", "version": 3, "createdat": "2026-11-29T21:30:56.204127", "jobasjson": "{\\"id\\":\\"5414b154-a64c-4fc5-9e03-d93dc8ce6b73\\",\\"version\\":3,\\"jobDetails\\":{\\"className\\":\\"direttore.worker.queue.RunOperationHandler\\",\\"methodName\\":\\"run\\",\\"jobParameters\\":[{\\"className\\":\\"direttore.worker.queue.RunOperation\\",\\"actualClassName\\":\\"direttore.worker.queue.RunOperation\\",\\"object\\":{\\"operation\\":\\"5414b154-a64c-4fc5-9e03-d93dc8ce6b73\\"}}],\\"cacheable\\":true},\\"jobHistory\\":[{\\"@class\\":\\"org.jobrunr.jobs.states.EnqueuedState\\",\\"state\\":\\"ENQUEUED\\",\\"createdAt\\":\\"2026-11-29T21:30:56.204126568Z\\"},{\\"@class\\":\\"org.jobrunr.jobs.states.ProcessingState\\",\\"state\\":\\"PROCESSING\\",\\"createdAt\\":\\"2026-11-29T21:30:56.235382783Z\\",\\"serverId\\":\\"7b9fb430-5636-4720-8a7c-64d7181efd73\\",\\"serverName\\":\\"vm\\",\\"updatedAt\\":\\"2026-11-29T21:30:56.235382783Z\\"},{\\"@class\\":\\"org.jobrunr.jobs.states.SucceededState\\",\\"state\\":\\"SUCCEEDED\\",\\"createdAt\\":\\"2026-11-29T21:30:57.383199995Z\\",\\"latencyDuration\\":0.031256215,\\"processDuration\\":1.147811203}],\\"metadata\\":{\\"@class\\":\\"java.util.concurrent.ConcurrentHashMap\\",\\"jobRunrDashboardLog-2\\":{\\"@class\\":\\"org.jobrunr.jobs.context.JobDashboardLogger$JobDashboardLogLines\\",\\"logLines\\":[]}},\\"jobSignature\\":\\"direttore.worker.queue.RunOperationHandler.run(direttore.worker.queue.RunOperation)\\",\\"jobName\\":\\"operation 5414b154-a64c-4fc5-9e03-d93dc8ce6b73\\",\\"amountOfRetries\\":5,\\"labels\\":[]}", "updatedat": "2026-11-29T21:30:57.3832", "jobsignature": "direttore.worker.queue.RunOperationHandler.run(direttore.worker.queue.RunOperation)"}');
INSERT INTO jobrunr_jobs OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::jobrunr_jobs, E'{"id": "90afbd32-4b11-4f7f-b17e-803d35d56f2c", "state": "ENQUEUED", "version": 1, "createdat": "2026-11-29T21:31:14.145433", "jobasjson": "{\\"id\\":\\"90afbd32-4b11-4f7f-b17e-803d35d56f2c\\",\\"version\\":1,\\"jobDetails\\":{\\"className\\":\\"direttore.worker.queue.RunOperationHandler\\",\\"methodName\\":\\"run\\",\\"jobParameters\\":[{\\"className\\":\\"direttore.worker.queue.RunOperation\\",\\"actualClassName\\":\\"direttore.worker.queue.RunOperation\\",\\"object\\":{\\"operation\\":\\"90afbd32-4b11-4f7f-b17e-803d35d56f2c\\"}}],\\"cacheable\\":true},\\"jobHistory\\":[{\\"@class\\":\\"org.jobrunr.jobs.states.EnqueuedState\\",\\"state\\":\\"ENQUEUED\\",\\"createdAt\\":\\"2026-11-29T21:31:14.145433002Z\\"}],\\"metadata\\":{\\"@class\\":\\"java.util.concurrent.ConcurrentHashMap\\"},\\"jobSignature\\":\\"direttore.worker.queue.RunOperationHandler.run(direttore.worker.queue.RunOperation)\\",\\"jobName\\":\\"operation 90afbd32-4b11-4f7f-b17e-803d35d56f2c\\",\\"amountOfRetries\\":5,\\"labels\\":[]}", "updatedat": "2026-11-29T21:31:14.145433", "jobsignature": "direttore.worker.queue.RunOperationHandler.run(direttore.worker.queue.RunOperation)"}');
INSERT INTO jobrunr_jobs OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::jobrunr_jobs, E'{"id": "92101400-8b17-4f1d-ad7a-b0812b26164d", "state": "PROCESSING", "version": 3, "createdat": "2026-11-29T21:31:11.583676", "jobasjson": "{\\"id\\":\\"92101400-8b17-4f1d-ad7a-b0812b26164d\\",\\"version\\":3,\\"jobDetails\\":{\\"className\\":\\"direttore.worker.queue.RunOperationHandler\\",\\"methodName\\":\\"run\\",\\"jobParameters\\":[{\\"className\\":\\"direttore.worker.queue.RunOperation\\",\\"actualClassName\\":\\"direttore.worker.queue.RunOperation\\",\\"object\\":{\\"operation\\":\\"92101400-8b17-4f1d-ad7a-b0812b26164d\\"}}],\\"cacheable\\":true},\\"jobHistory\\":[{\\"@class\\":\\"org.jobrunr.jobs.states.EnqueuedState\\",\\"state\\":\\"ENQUEUED\\",\\"createdAt\\":\\"2026-11-29T21:31:11.583675935Z\\"},{\\"@class\\":\\"org.jobrunr.jobs.states.ProcessingState\\",\\"state\\":\\"PROCESSING\\",\\"createdAt\\":\\"2026-11-29T21:31:11.983214762Z\\",\\"serverId\\":\\"f9374d7d-9975-42e7-b41c-d9ed8973e6db\\",\\"serverName\\":\\"vm\\",\\"updatedAt\\":\\"2026-11-29T21:31:15.994091690Z\\"}],\\"metadata\\":{\\"@class\\":\\"java.util.concurrent.ConcurrentHashMap\\",\\"jobRunrDashboardLog-2\\":{\\"@class\\":\\"org.jobrunr.jobs.context.JobDashboardLogger$JobDashboardLogLines\\",\\"logLines\\":[]}},\\"jobSignature\\":\\"direttore.worker.queue.RunOperationHandler.run(direttore.worker.queue.RunOperation)\\",\\"jobName\\":\\"operation 92101400-8b17-4f1d-ad7a-b0812b26164d\\",\\"amountOfRetries\\":5,\\"labels\\":[]}", "updatedat": "2026-11-29T21:31:15.994092", "jobsignature": "direttore.worker.queue.RunOperationHandler.run(direttore.worker.queue.RunOperation)"}');
INSERT INTO jobrunr_jobs OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::jobrunr_jobs, E'{"id": "93f24ecb-62e4-4f18-8b70-db7f267b2c07", "state": "SUCCEEDED", "version": 3, "createdat": "2026-11-29T21:30:55.088592", "jobasjson": "{\\"id\\":\\"93f24ecb-62e4-4f18-8b70-db7f267b2c07\\",\\"version\\":3,\\"jobDetails\\":{\\"className\\":\\"direttore.worker.queue.RunOperationHandler\\",\\"methodName\\":\\"run\\",\\"jobParameters\\":[{\\"className\\":\\"direttore.worker.queue.RunOperation\\",\\"actualClassName\\":\\"direttore.worker.queue.RunOperation\\",\\"object\\":{\\"operation\\":\\"93f24ecb-62e4-4f18-8b70-db7f267b2c07\\"}}],\\"cacheable\\":true},\\"jobHistory\\":[{\\"@class\\":\\"org.jobrunr.jobs.states.EnqueuedState\\",\\"state\\":\\"ENQUEUED\\",\\"createdAt\\":\\"2026-11-29T21:30:55.088592486Z\\"},{\\"@class\\":\\"org.jobrunr.jobs.states.ProcessingState\\",\\"state\\":\\"PROCESSING\\",\\"createdAt\\":\\"2026-11-29T21:30:55.222084883Z\\",\\"serverId\\":\\"7b9fb430-5636-4720-8a7c-64d7181efd73\\",\\"serverName\\":\\"vm\\",\\"updatedAt\\":\\"2026-11-29T21:30:55.222084883Z\\"},{\\"@class\\":\\"org.jobrunr.jobs.states.SucceededState\\",\\"state\\":\\"SUCCEEDED\\",\\"createdAt\\":\\"2026-11-29T21:30:56.078153208Z\\",\\"latencyDuration\\":0.133492397,\\"processDuration\\":0.855901097}],\\"metadata\\":{\\"@class\\":\\"java.util.concurrent.ConcurrentHashMap\\",\\"jobRunrDashboardLog-2\\":{\\"@class\\":\\"org.jobrunr.jobs.context.JobDashboardLogger$JobDashboardLogLines\\",\\"logLines\\":[]}},\\"jobSignature\\":\\"direttore.worker.queue.RunOperationHandler.run(direttore.worker.queue.RunOperation)\\",\\"jobName\\":\\"operation 93f24ecb-62e4-4f18-8b70-db7f267b2c07\\",\\"amountOfRetries\\":5,\\"labels\\":[]}", "updatedat": "2026-11-29T21:30:56.078153", "jobsignature": "direttore.worker.queue.RunOperationHandler.run(direttore.worker.queue.RunOperation)"}');
INSERT INTO jobrunr_jobs OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::jobrunr_jobs, E'{"id": "a593f2c6-0aa3-4be2-b347-3f7a45b66923", "state": "SUCCEEDED", "version": 3, "createdat": "2026-11-29T21:31:01.277518", "jobasjson": "{\\"id\\":\\"a593f2c6-0aa3-4be2-b347-3f7a45b66923\\",\\"version\\":3,\\"jobDetails\\":{\\"className\\":\\"direttore.worker.queue.RunOperationHandler\\",\\"methodName\\":\\"run\\",\\"jobParameters\\":[{\\"className\\":\\"direttore.worker.queue.RunOperation\\",\\"actualClassName\\":\\"direttore.worker.queue.RunOperation\\",\\"object\\":{\\"operation\\":\\"a593f2c6-0aa3-4be2-b347-3f7a45b66923\\"}}],\\"cacheable\\":true},\\"jobHistory\\":[{\\"@class\\":\\"org.jobrunr.jobs.states.EnqueuedState\\",\\"state\\":\\"ENQUEUED\\",\\"createdAt\\":\\"2026-11-29T21:31:01.277517646Z\\"},{\\"@class\\":\\"org.jobrunr.jobs.states.ProcessingState\\",\\"state\\":\\"PROCESSING\\",\\"createdAt\\":\\"2026-11-29T21:31:01.388818201Z\\",\\"serverId\\":\\"7b9fb430-5636-4720-8a7c-64d7181efd73\\",\\"serverName\\":\\"vm\\",\\"updatedAt\\":\\"2026-11-29T21:31:01.388818201Z\\"},{\\"@class\\":\\"org.jobrunr.jobs.states.SucceededState\\",\\"state\\":\\"SUCCEEDED\\",\\"createdAt\\":\\"2026-11-29T21:31:01.608498674Z\\",\\"latencyDuration\\":0.111300555,\\"processDuration\\":0.219679572}],\\"metadata\\":{\\"@class\\":\\"java.util.concurrent.ConcurrentHashMap\\",\\"jobRunrDashboardLog-2\\":{\\"@class\\":\\"org.jobrunr.jobs.context.JobDashboardLogger$JobDashboardLogLines\\",\\"logLines\\":[]}},\\"jobSignature\\":\\"direttore.worker.queue.RunOperationHandler.run(direttore.worker.queue.RunOperation)\\",\\"jobName\\":\\"operation a593f2c6-0aa3-4be2-b347-3f7a45b66923\\",\\"amountOfRetries\\":5,\\"labels\\":[]}", "updatedat": "2026-11-29T21:31:01.608499", "jobsignature": "direttore.worker.queue.RunOperationHandler.run(direttore.worker.queue.RunOperation)"}');
INSERT INTO jobrunr_jobs OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::jobrunr_jobs, E'{"id": "a82760ab-f016-4802-a19a-49487380c72e", "state": "SUCCEEDED", "version": 3, "createdat": "2026-11-29T21:30:58.417128", "jobasjson": "{\\"id\\":\\"a82760ab-f016-4802-a19a-49487380c72e\\",\\"version\\":3,\\"jobDetails\\":{\\"className\\":\\"direttore.worker.queue.RunOperationHandler\\",\\"methodName\\":\\"run\\",\\"jobParameters\\":[{\\"className\\":\\"direttore.worker.queue.RunOperation\\",\\"actualClassName\\":\\"direttore.worker.queue.RunOperation\\",\\"object\\":{\\"operation\\":\\"a82760ab-f016-4802-a19a-49487380c72e\\"}}],\\"cacheable\\":true},\\"jobHistory\\":[{\\"@class\\":\\"org.jobrunr.jobs.states.EnqueuedState\\",\\"state\\":\\"ENQUEUED\\",\\"createdAt\\":\\"2026-11-29T21:30:58.417128427Z\\"},{\\"@class\\":\\"org.jobrunr.jobs.states.ProcessingState\\",\\"state\\":\\"PROCESSING\\",\\"createdAt\\":\\"2026-11-29T21:30:58.454159980Z\\",\\"serverId\\":\\"7b9fb430-5636-4720-8a7c-64d7181efd73\\",\\"serverName\\":\\"vm\\",\\"updatedAt\\":\\"2026-11-29T21:30:58.454159980Z\\"},{\\"@class\\":\\"org.jobrunr.jobs.states.SucceededState\\",\\"state\\":\\"SUCCEEDED\\",\\"createdAt\\":\\"2026-11-29T21:30:58.794113536Z\\",\\"latencyDuration\\":0.037031553,\\"processDuration\\":0.339951222}],\\"metadata\\":{\\"@class\\":\\"java.util.concurrent.ConcurrentHashMap\\",\\"jobRunrDashboardLog-2\\":{\\"@class\\":\\"org.jobrunr.jobs.context.JobDashboardLogger$JobDashboardLogLines\\",\\"logLines\\":[]}},\\"jobSignature\\":\\"direttore.worker.queue.RunOperationHandler.run(direttore.worker.queue.RunOperation)\\",\\"jobName\\":\\"operation a82760ab-f016-4802-a19a-49487380c72e\\",\\"amountOfRetries\\":5,\\"labels\\":[]}", "updatedat": "2026-11-29T21:30:58.794114", "jobsignature": "direttore.worker.queue.RunOperationHandler.run(direttore.worker.queue.RunOperation)"}');
INSERT INTO jobrunr_jobs OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::jobrunr_jobs, E'{"id": "c39d8c42-6a4a-49c1-b97b-4a072a5ab567", "state": "SUCCEEDED", "version": 3, "createdat": "2026-11-29T21:31:00.619071", "jobasjson": "{\\"id\\":\\"c39d8c42-6a4a-49c1-b97b-4a072a5ab567\\",\\"version\\":3,\\"jobDetails\\":{\\"className\\":\\"direttore.worker.queue.RunOperationHandler\\",\\"methodName\\":\\"run\\",\\"jobParameters\\":[{\\"className\\":\\"direttore.worker.queue.RunOperation\\",\\"actualClassName\\":\\"direttore.worker.queue.RunOperation\\",\\"object\\":{\\"operation\\":\\"c39d8c42-6a4a-49c1-b97b-4a072a5ab567\\"}}],\\"cacheable\\":true},\\"jobHistory\\":[{\\"@class\\":\\"org.jobrunr.jobs.states.EnqueuedState\\",\\"state\\":\\"ENQUEUED\\",\\"createdAt\\":\\"2026-11-29T21:31:00.619071120Z\\"},{\\"@class\\":\\"org.jobrunr.jobs.states.ProcessingState\\",\\"state\\":\\"PROCESSING\\",\\"createdAt\\":\\"2026-11-29T21:31:00.626247779Z\\",\\"serverId\\":\\"7b9fb430-5636-4720-8a7c-64d7181efd73\\",\\"serverName\\":\\"vm\\",\\"updatedAt\\":\\"2026-11-29T21:31:00.626247779Z\\"},{\\"@class\\":\\"org.jobrunr.jobs.states.SucceededState\\",\\"state\\":\\"SUCCEEDED\\",\\"createdAt\\":\\"2026-11-29T21:31:00.790120010Z\\",\\"latencyDuration\\":0.007176659,\\"processDuration\\":0.163871139}],\\"metadata\\":{\\"@class\\":\\"java.util.concurrent.ConcurrentHashMap\\",\\"jobRunrDashboardLog-2\\":{\\"@class\\":\\"org.jobrunr.jobs.context.JobDashboardLogger$JobDashboardLogLines\\",\\"logLines\\":[]}},\\"jobSignature\\":\\"direttore.worker.queue.RunOperationHandler.run(direttore.worker.queue.RunOperation)\\",\\"jobName\\":\\"operation c39d8c42-6a4a-49c1-b97b-4a072a5ab567\\",\\"amountOfRetries\\":5,\\"labels\\":[]}", "updatedat": "2026-11-29T21:31:00.79012", "jobsignature": "direttore.worker.queue.RunOperationHandler.run(direttore.worker.queue.RunOperation)"}');
INSERT INTO jobrunr_jobs OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::jobrunr_jobs, E'{"id": "d1473132-2c81-4262-ab14-89236b7fd01b", "state": "SUCCEEDED", "version": 3, "createdat": "2026-11-29T21:30:58.989688", "jobasjson": "{\\"id\\":\\"d1473132-2c81-4262-ab14-89236b7fd01b\\",\\"version\\":3,\\"jobDetails\\":{\\"className\\":\\"direttore.worker.queue.RunOperationHandler\\",\\"methodName\\":\\"run\\",\\"jobParameters\\":[{\\"className\\":\\"direttore.worker.queue.RunOperation\\",\\"actualClassName\\":\\"direttore.worker.queue.RunOperation\\",\\"object\\":{\\"operation\\":\\"d1473132-2c81-4262-ab14-89236b7fd01b\\"}}],\\"cacheable\\":true},\\"jobHistory\\":[{\\"@class\\":\\"org.jobrunr.jobs.states.EnqueuedState\\",\\"state\\":\\"ENQUEUED\\",\\"createdAt\\":\\"2026-11-29T21:30:58.989687724Z\\"},{\\"@class\\":\\"org.jobrunr.jobs.states.ProcessingState\\",\\"state\\":\\"PROCESSING\\",\\"createdAt\\":\\"2026-11-29T21:30:59.020735469Z\\",\\"serverId\\":\\"7b9fb430-5636-4720-8a7c-64d7181efd73\\",\\"serverName\\":\\"vm\\",\\"updatedAt\\":\\"2026-11-29T21:30:59.020735469Z\\"},{\\"@class\\":\\"org.jobrunr.jobs.states.SucceededState\\",\\"state\\":\\"SUCCEEDED\\",\\"createdAt\\":\\"2026-11-29T21:30:59.622886930Z\\",\\"latencyDuration\\":0.031047745,\\"processDuration\\":0.602148767}],\\"metadata\\":{\\"@class\\":\\"java.util.concurrent.ConcurrentHashMap\\",\\"jobRunrDashboardLog-2\\":{\\"@class\\":\\"org.jobrunr.jobs.context.JobDashboardLogger$JobDashboardLogLines\\",\\"logLines\\":[]}},\\"jobSignature\\":\\"direttore.worker.queue.RunOperationHandler.run(direttore.worker.queue.RunOperation)\\",\\"jobName\\":\\"operation d1473132-2c81-4262-ab14-89236b7fd01b\\",\\"amountOfRetries\\":5,\\"labels\\":[]}", "updatedat": "2026-11-29T21:30:59.622887", "jobsignature": "direttore.worker.queue.RunOperationHandler.run(direttore.worker.queue.RunOperation)"}');
INSERT INTO jobrunr_jobs OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::jobrunr_jobs, E'{"id": "e4db804f-dc6c-4a5a-9d39-be38c6eb7703", "state": "ENQUEUED", "version": 1, "createdat": "2026-11-29T21:31:16.307361", "jobasjson": "{\\"id\\":\\"e4db804f-dc6c-4a5a-9d39-be38c6eb7703\\",\\"version\\":1,\\"jobDetails\\":{\\"className\\":\\"direttore.worker.queue.RunOperationHandler\\",\\"methodName\\":\\"run\\",\\"jobParameters\\":[{\\"className\\":\\"direttore.worker.queue.RunOperation\\",\\"actualClassName\\":\\"direttore.worker.queue.RunOperation\\",\\"object\\":{\\"operation\\":\\"e4db804f-dc6c-4a5a-9d39-be38c6eb7703\\"}}],\\"cacheable\\":true},\\"jobHistory\\":[{\\"@class\\":\\"org.jobrunr.jobs.states.EnqueuedState\\",\\"state\\":\\"ENQUEUED\\",\\"createdAt\\":\\"2026-11-29T21:31:16.307360961Z\\"}],\\"metadata\\":{\\"@class\\":\\"java.util.concurrent.ConcurrentHashMap\\"},\\"jobSignature\\":\\"direttore.worker.queue.RunOperationHandler.run(direttore.worker.queue.RunOperation)\\",\\"jobName\\":\\"operation e4db804f-dc6c-4a5a-9d39-be38c6eb7703\\",\\"amountOfRetries\\":5,\\"labels\\":[]}", "updatedat": "2026-11-29T21:31:16.307361", "jobsignature": "direttore.worker.queue.RunOperationHandler.run(direttore.worker.queue.RunOperation)"}');
INSERT INTO jobrunr_jobs OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::jobrunr_jobs, E'{"id": "edba4db1-e0d7-4e98-a02c-0518c806597a", "state": "SUCCEEDED", "version": 3, "createdat": "2026-11-29T21:30:57.475141", "jobasjson": "{\\"id\\":\\"edba4db1-e0d7-4e98-a02c-0518c806597a\\",\\"version\\":3,\\"jobDetails\\":{\\"className\\":\\"direttore.worker.queue.RunOperationHandler\\",\\"methodName\\":\\"run\\",\\"jobParameters\\":[{\\"className\\":\\"direttore.worker.queue.RunOperation\\",\\"actualClassName\\":\\"direttore.worker.queue.RunOperation\\",\\"object\\":{\\"operation\\":\\"edba4db1-e0d7-4e98-a02c-0518c806597a\\"}}],\\"cacheable\\":true},\\"jobHistory\\":[{\\"@class\\":\\"org.jobrunr.jobs.states.EnqueuedState\\",\\"state\\":\\"ENQUEUED\\",\\"createdAt\\":\\"2026-11-29T21:30:57.475140725Z\\"},{\\"@class\\":\\"org.jobrunr.jobs.states.ProcessingState\\",\\"state\\":\\"PROCESSING\\",\\"createdAt\\":\\"2026-11-29T21:30:57.508481056Z\\",\\"serverId\\":\\"7b9fb430-5636-4720-8a7c-64d7181efd73\\",\\"serverName\\":\\"vm\\",\\"updatedAt\\":\\"2026-11-29T21:30:57.508481056Z\\"},{\\"@class\\":\\"org.jobrunr.jobs.states.SucceededState\\",\\"state\\":\\"SUCCEEDED\\",\\"createdAt\\":\\"2026-11-29T21:30:58.039271793Z\\",\\"latencyDuration\\":0.033340331,\\"processDuration\\":0.530788294}],\\"metadata\\":{\\"@class\\":\\"java.util.concurrent.ConcurrentHashMap\\",\\"jobRunrDashboardLog-2\\":{\\"@class\\":\\"org.jobrunr.jobs.context.JobDashboardLogger$JobDashboardLogLines\\",\\"logLines\\":[]}},\\"jobSignature\\":\\"direttore.worker.queue.RunOperationHandler.run(direttore.worker.queue.RunOperation)\\",\\"jobName\\":\\"operation edba4db1-e0d7-4e98-a02c-0518c806597a\\",\\"amountOfRetries\\":5,\\"labels\\":[]}", "updatedat": "2026-11-29T21:30:58.039272", "jobsignature": "direttore.worker.queue.RunOperationHandler.run(direttore.worker.queue.RunOperation)"}');
INSERT INTO jobrunr_metadata OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::jobrunr_metadata, '{"id": "database_version-cluster", "name": "database_version", "owner": "cluster", "value": "6.0.0", "createdat": "2026-11-29T21:30:33.166321", "updatedat": "2026-11-29T21:30:33.167015"}');
INSERT INTO jobrunr_metadata OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::jobrunr_metadata, '{"id": "id-cluster", "name": "id", "owner": "cluster", "value": "6a18d0ec-4f10-4b19-8135-ff7fa23a2eff", "createdat": "2026-11-29T21:30:32.999079", "updatedat": "2026-11-29T21:30:33.007606"}');
INSERT INTO jobrunr_metadata OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::jobrunr_metadata, '{"id": "succeeded-jobs-counter-cluster", "name": "succeeded-jobs-counter", "owner": "cluster", "value": "0", "createdat": "2026-11-29T21:30:30.961821", "updatedat": "2026-11-29T21:30:30.961821"}');
INSERT INTO jobrunr_migrations OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::jobrunr_migrations, '{"id": "032007f5-728c-4f8d-a2f5-63d9d620314e", "script": "v016__alter_jobs_stats_add_awaiting_jobs.sql", "installedon": "2026-11-29T21:30:31.504510Z"}');
INSERT INTO jobrunr_migrations OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::jobrunr_migrations, '{"id": "09aafd6a-fa79-430b-bd88-7033566f2c3c", "script": "v002__create_recurring_job_table.sql", "installedon": "2026-11-29T21:30:31.139554Z"}');
INSERT INTO jobrunr_migrations OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::jobrunr_migrations, '{"id": "177cb4e4-fbd3-4655-b096-a7dd5c19cf7d", "script": "v011__change_sqlserver_text_to_varchar.sql", "installedon": "2026-11-29T21:30:31.451036Z"}');
INSERT INTO jobrunr_migrations OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::jobrunr_migrations, '{"id": "2e84b9eb-65c4-4d13-970d-3c44cf84a2c5", "script": "v003__create_background_job_server_table.sql", "installedon": "2026-11-29T21:30:31.154159Z"}');
INSERT INTO jobrunr_migrations OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::jobrunr_migrations, '{"id": "35529a52-c0d1-4583-be18-1ca40e8ac62b", "script": "v013__alter_table_recurring_job_add_createdAt.sql", "installedon": "2026-11-29T21:30:31.466909Z"}');
INSERT INTO jobrunr_migrations OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::jobrunr_migrations, '{"id": "45948086-ef56-4447-83b9-258325a9c6db", "script": "v014__improve_job_stats.sql", "installedon": "2026-11-29T21:30:31.485390Z"}');
INSERT INTO jobrunr_migrations OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::jobrunr_migrations, '{"id": "68d4ef90-0613-4483-a155-4b3316ef52b0", "script": "v010__change_job_stats.sql", "installedon": "2026-11-29T21:30:31.439138Z"}');
INSERT INTO jobrunr_migrations OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::jobrunr_migrations, '{"id": "93269fe6-69f5-4ef0-b369-89644634fa13", "script": "v001__create_job_table.sql", "installedon": "2026-11-29T21:30:31.128810Z"}');
INSERT INTO jobrunr_migrations OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::jobrunr_migrations, '{"id": "93ad208a-5f98-47c0-88dc-ff378f427b33", "script": "v012__change_oracle_alter_jobrunr_metadata_column_size.sql", "installedon": "2026-11-29T21:30:31.458269Z"}');
INSERT INTO jobrunr_migrations OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::jobrunr_migrations, '{"id": "94f9ab11-b19f-46d7-8701-64d6a4d30511", "script": "v006__alter_table_jobs_add_recurringjob.sql", "installedon": "2026-11-29T21:30:31.312426Z"}');
INSERT INTO jobrunr_migrations OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::jobrunr_migrations, '{"id": "a5ba34f9-3eb8-4837-8c6c-c3c426a32977", "script": "v004__create_job_stats_view.sql", "installedon": "2026-11-29T21:30:31.234442Z"}');
INSERT INTO jobrunr_migrations OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::jobrunr_migrations, '{"id": "a67d83b3-6142-4481-836a-d55196672690", "script": "v005__update_job_stats_view.sql", "installedon": "2026-11-29T21:30:31.295996Z"}');
INSERT INTO jobrunr_migrations OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::jobrunr_migrations, '{"id": "a880cbe2-7fd1-41b9-abea-952cc6966557", "script": "v008__alter_table_jobs_increase_jobAsJson_size.sql", "installedon": "2026-11-29T21:30:31.325258Z"}');
INSERT INTO jobrunr_migrations OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::jobrunr_migrations, '{"id": "b440bc98-52ab-4cf0-9deb-2c2589d6d37e", "script": "v007__alter_table_backgroundjobserver_add_delete_config.sql", "installedon": "2026-11-29T21:30:31.321175Z"}');
INSERT INTO jobrunr_migrations OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::jobrunr_migrations, '{"id": "cf956df4-ba57-49c2-a7ea-504809465fb6", "script": "v000__create_migrations_table.sql", "installedon": "2026-11-29T21:30:31.096444Z"}');
INSERT INTO jobrunr_migrations OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::jobrunr_migrations, '{"id": "d1b2a5f5-5754-41ee-9ee7-ff156fe39b6b", "script": "v015__alter_table_backgroundjobserver_add_name.sql", "installedon": "2026-11-29T21:30:31.501671Z"}');
INSERT INTO jobrunr_migrations OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::jobrunr_migrations, '{"id": "d52722d9-1088-498e-96e1-cfe8ff188499", "script": "v009__change_jobrunr_job_counters_to_jobrunr_metadata.sql", "installedon": "2026-11-29T21:30:31.422597Z"}');
INSERT INTO known_address OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::known_address, '{"person": "da74b9e6-b984-4d68-abd8-8e86069a38a4", "address": "127.0.0.1", "last_sign_in": "2026-11-29T21:30:46.484569+00:00"}');
INSERT INTO operation OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::operation, '{"id": "325f1fac-4a45-43ef-bed4-d25cddc67ec0", "log": ["TASK OK"], "disk": 0, "kind": "rollback", "node": "pve1", "vmid": 4002, "cores": 0, "state": "succeeded", "steps": [{"name": "ROLLBACK", "upid": "UPID:pve1:00000407:018D1C7C:6B0C9993:qmrollback:4002:root@pam!direttore:", "state": "DONE", "started": "2026-11-29T21:30:59.773354460Z", "finished": "2026-11-29T21:31:00.045213885Z"}], "terms": {"birth": {"cards": [], "created": "2026-11-29T21:30:57Z", "generation": "18250f5d-d58f-44ed-8406-b30201d57f40"}, "waitsForLock": true}, "memory": 0, "person": "da74b9e6-b984-4d68-abd8-8e86069a38a4", "worker": 1, "attempt": 1, "request": {"name": "before", "type": "roll-back", "start": false}, "progress": 1, "warnings": [], "created_at": "2026-11-29T21:30:59.699105+00:00", "guest_kind": "qemu", "started_at": "2026-11-29T21:30:59.738428+00:00", "finished_at": "2026-11-29T21:31:00.045214+00:00", "vmid_chosen": false, "requested_by": "ada", "secret_names": [], "watched_until": "2026-11-29T21:31:14.884984+00:00", "cancel_requested": false}');
INSERT INTO operation OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::operation, '{"id": "332a921a-76e8-44d3-be17-157938c85be6", "log": ["TASK OK"], "disk": 0, "kind": "delete-snapshot", "node": "pve1", "vmid": 4002, "cores": 0, "state": "succeeded", "steps": [{"name": "DELETE_SNAPSHOT", "upid": "UPID:pve1:00000408:018D1CA6:6B0C9994:qmdelsnapshot:4002:root@pam!direttore:", "state": "DONE", "started": "2026-11-29T21:31:00.231013155Z", "finished": "2026-11-29T21:31:00.487137538Z"}], "terms": {"birth": {"cards": [], "created": "2026-11-29T21:30:57Z", "generation": "18250f5d-d58f-44ed-8406-b30201d57f40"}, "waitsForLock": true}, "memory": 0, "person": "da74b9e6-b984-4d68-abd8-8e86069a38a4", "worker": 1, "attempt": 1, "request": {"name": "before", "type": "delete-snapshot"}, "progress": 1, "warnings": [], "created_at": "2026-11-29T21:31:00.155114+00:00", "guest_kind": "qemu", "started_at": "2026-11-29T21:31:00.206286+00:00", "finished_at": "2026-11-29T21:31:00.487138+00:00", "vmid_chosen": false, "requested_by": "ada", "secret_names": [], "watched_until": "2026-11-29T21:31:15.310875+00:00", "cancel_requested": false}');
INSERT INTO operation OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::operation, '{"id": "90afbd32-4b11-4f7f-b17e-803d35d56f2c", "log": [], "disk": 2147483648, "kind": "create-lxc", "node": "pve1", "vmid": 4006, "cores": 1, "state": "queued", "steps": [{"name": "CREATE", "state": "PENDING"}, {"name": "START", "state": "PENDING"}], "memory": 768, "person": "da74b9e6-b984-4d68-abd8-8e86069a38a4", "attempt": 0, "request": {"type": "create-container", "container": {"dns": [], "disk": 2147483648, "nics": [{"name": "eth0", "bridge": "vmbr0", "addressing": {"ip": "dhcp"}}], "swap": 512, "tags": [], "cores": 1, "start": true, "memory": 256, "nesting": false, "storage": "local-lvm", "hostname": "later", "template": "local:vztmpl/ubuntu-22.04-standard_22.04-1_amd64.tar.gz", "description": "", "unprivileged": true}}, "warnings": [], "created_at": "2026-11-29T21:31:14.082014+00:00", "guest_kind": "lxc", "vmid_chosen": false, "requested_by": "ada", "secret_names": ["password"], "watched_until": "2026-11-29T21:31:33.918619+00:00", "cancel_requested": false}');
INSERT INTO operation OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::operation, '{"id": "92101400-8b17-4f1d-ad7a-b0812b26164d", "log": [], "disk": 4294967296, "kind": "create-vm", "node": "pve1", "vmid": 4005, "cores": 1, "state": "running", "steps": [{"name": "CREATE", "upid": "UPID:pve1:0000040C:018D0A4C:6B0C99A1:qmcreate:4005:root@pam!direttore:", "state": "RUNNING", "started": "2026-11-29T21:31:12.783683676Z"}], "memory": 256, "person": "da74b9e6-b984-4d68-abd8-8e86069a38a4", "worker": 2, "attempt": 1, "request": {"vm": {"dns": [], "name": "slow", "nics": [], "tags": [], "cores": 1, "start": false, "memory": 256, "ostype": "l26", "source": {"disk": 4294967296, "type": "blank", "storage": "local-lvm"}, "description": ""}, "type": "create-vm"}, "warnings": [], "created_at": "2026-11-29T21:31:11.067203+00:00", "guest_kind": "qemu", "started_at": "2026-11-29T21:31:12.533163+00:00", "vmid_chosen": false, "requested_by": "ada", "secret_names": [], "cancel_requested": false}');
INSERT INTO operation OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::operation, '{"id": "93f24ecb-62e4-4f18-8b70-db7f267b2c07", "log": ["TASK OK"], "disk": 2147483648, "kind": "create-lxc", "node": "pve1", "team": "networks", "vmid": 4001, "cores": 1, "state": "succeeded", "steps": [{"name": "CREATE", "upid": "UPID:pve1:00000401:018D1AD1:6B0C998F:vzcreate:4001:root@pam!direttore:", "state": "DONE", "started": "2026-11-29T21:30:55.403558377Z", "finished": "2026-11-29T21:30:55.923271191Z"}, {"name": "START", "upid": "UPID:pve1:00000402:018D1AF9:6B0C998F:vzstart:4001:root@pam!direttore:", "state": "DONE", "started": "2026-11-29T21:30:55.937108353Z", "finished": "2026-11-29T21:30:56.065567565Z"}], "memory": 768, "person": "da74b9e6-b984-4d68-abd8-8e86069a38a4", "worker": 1, "attempt": 1, "request": {"type": "create-container", "container": {"dns": [], "disk": 2147483648, "nics": [{"name": "eth0", "bridge": "vmbr0", "addressing": {"ip": "dhcp"}}], "swap": 512, "tags": [], "cores": 1, "start": true, "memory": 256, "nesting": false, "storage": "local-lvm", "hostname": "box", "template": "local:vztmpl/ubuntu-22.04-standard_22.04-1_amd64.tar.gz", "description": "", "unprivileged": true}}, "progress": 1, "warnings": [], "created_at": "2026-11-29T21:30:54.953081+00:00", "guest_kind": "lxc", "started_at": "2026-11-29T21:30:55.291148+00:00", "finished_at": "2026-11-29T21:30:56.065568+00:00", "vmid_chosen": false, "requested_by": "ada", "secret_names": ["password"], "watched_until": "2026-11-29T21:31:10.640434+00:00", "cancel_requested": false}');
INSERT INTO operation OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::operation, '{"id": "a593f2c6-0aa3-4be2-b347-3f7a45b66923", "log": ["TASK ERROR: unable to create VM 4004 - no space left on device"], "disk": 4294967296, "kind": "create-vm", "node": "pve1", "vmid": 4004, "cores": 1, "state": "failed", "steps": [{"name": "CREATE", "upid": "UPID:pve1:0000040B:018D1D1E:6B0C9995:qmcreate:4004:root@pam!direttore:", "state": "FAILED", "started": "2026-11-29T21:31:01.416901554Z", "finished": "2026-11-29T21:31:01.595286921Z"}], "memory": 256, "person": "da74b9e6-b984-4d68-abd8-8e86069a38a4", "worker": 1, "attempt": 1, "failure": {"type": "task-failed", "message": "could not create VM 4004 on pve1: unable to create VM 4004 - no space left on device"}, "request": {"vm": {"dns": [], "name": "full", "nics": [], "tags": [], "cores": 1, "start": false, "memory": 256, "ostype": "l26", "source": {"disk": 4294967296, "type": "blank", "storage": "local-lvm"}, "description": ""}, "type": "create-vm"}, "warnings": [], "created_at": "2026-11-29T21:31:01.267021+00:00", "guest_kind": "qemu", "started_at": "2026-11-29T21:31:01.397962+00:00", "finished_at": "2026-11-29T21:31:01.595287+00:00", "vmid_chosen": false, "requested_by": "ada", "secret_names": [], "watched_until": "2026-11-29T21:31:16.481074+00:00", "cancel_requested": false}');
INSERT INTO operation OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::operation, '{"id": "a82760ab-f016-4802-a19a-49487380c72e", "log": ["TASK OK"], "disk": 0, "kind": "start", "node": "pve1", "vmid": 4002, "cores": 0, "state": "succeeded", "steps": [{"name": "START", "upid": "UPID:pve1:00000405:018D1BF8:6B0C9992:qmstart:4002:root@pam!direttore:", "state": "DONE", "started": "2026-11-29T21:30:58.480270833Z", "finished": "2026-11-29T21:30:58.774322810Z"}], "terms": {"birth": {"cards": [], "created": "2026-11-29T21:30:57Z", "generation": "18250f5d-d58f-44ed-8406-b30201d57f40"}, "waitsForLock": true}, "memory": 0, "person": "da74b9e6-b984-4d68-abd8-8e86069a38a4", "worker": 1, "attempt": 1, "request": {"type": "power", "action": "START", "timeout": 0, "forceStop": false}, "progress": 1, "warnings": [], "created_at": "2026-11-29T21:30:58.385128+00:00", "guest_kind": "qemu", "started_at": "2026-11-29T21:30:58.466399+00:00", "finished_at": "2026-11-29T21:30:58.774323+00:00", "vmid_chosen": false, "requested_by": "ada", "secret_names": [], "watched_until": "2026-11-29T21:31:13.56355+00:00", "cancel_requested": false}');
INSERT INTO operation OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::operation, '{"id": "c39d8c42-6a4a-49c1-b97b-4a072a5ab567", "log": [], "disk": 0, "kind": "stop", "node": "pve1", "vmid": 4001, "cores": 0, "state": "succeeded", "steps": [{"name": "STOP", "upid": "UPID:pve1:00000409:018D1CCE:6B0C9994:vzstop:4001:root@pam!direttore:", "state": "DONE", "started": "2026-11-29T21:31:00.636144048Z", "finished": "2026-11-29T21:31:00.779388931Z"}], "terms": {"birth": {"cards": ["BC:24:11:AD:9F:0D"]}, "waitsForLock": true}, "memory": 0, "person": "da74b9e6-b984-4d68-abd8-8e86069a38a4", "worker": 1, "attempt": 1, "request": {"type": "power", "action": "STOP", "timeout": 0, "forceStop": false}, "progress": 1, "warnings": [], "created_at": "2026-11-29T21:31:00.614054+00:00", "guest_kind": "lxc", "started_at": "2026-11-29T21:31:00.629563+00:00", "finished_at": "2026-11-29T21:31:00.779389+00:00", "vmid_chosen": false, "requested_by": "ada", "secret_names": [], "watched_until": "2026-11-29T21:31:15.680765+00:00", "cancel_requested": false}');
INSERT INTO operation OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::operation, '{"id": "d1473132-2c81-4262-ab14-89236b7fd01b", "log": ["snapshotting ''drive-scsi0'' (local-lvm:vm-4002-disk-0)", "TASK OK"], "disk": 0, "kind": "snapshot", "node": "pve1", "vmid": 4002, "cores": 0, "state": "succeeded", "steps": [{"name": "SNAPSHOT", "upid": "UPID:pve1:00000406:018D1C31:6B0C9993:qmsnapshot:4002:root@pam!direttore:", "state": "DONE", "started": "2026-11-29T21:30:59.048099483Z", "finished": "2026-11-29T21:30:59.558421779Z"}], "terms": {"birth": {"cards": [], "created": "2026-11-29T21:30:57Z", "generation": "18250f5d-d58f-44ed-8406-b30201d57f40"}, "waitsForLock": true}, "memory": 0, "person": "da74b9e6-b984-4d68-abd8-8e86069a38a4", "worker": 1, "attempt": 1, "request": {"ram": false, "name": "before", "type": "take-snapshot", "description": "a note"}, "progress": 1, "warnings": [], "created_at": "2026-11-29T21:30:58.975294+00:00", "guest_kind": "qemu", "started_at": "2026-11-29T21:30:59.033176+00:00", "finished_at": "2026-11-29T21:30:59.558422+00:00", "vmid_chosen": false, "requested_by": "ada", "secret_names": [], "watched_until": "2026-11-29T21:31:14.266226+00:00", "cancel_requested": false}');
INSERT INTO operation OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::operation, '{"id": "e4db804f-dc6c-4a5a-9d39-be38c6eb7703", "log": [], "disk": 0, "kind": "shutdown", "node": "pve1", "vmid": 4002, "cores": 0, "state": "cancelled", "steps": [{"name": "SHUTDOWN", "state": "PENDING"}], "terms": {"birth": {"cards": [], "created": "2026-11-29T21:30:57Z", "generation": "18250f5d-d58f-44ed-8406-b30201d57f40"}, "waitsForLock": true}, "memory": 0, "person": "da74b9e6-b984-4d68-abd8-8e86069a38a4", "attempt": 0, "request": {"type": "power", "action": "SHUTDOWN", "timeout": 0, "forceStop": false}, "warnings": [], "created_at": "2026-11-29T21:31:16.300991+00:00", "guest_kind": "qemu", "finished_at": "2026-11-29T21:31:18.474674+00:00", "vmid_chosen": false, "requested_by": "ada", "secret_names": [], "cancel_requested": true}');
INSERT INTO operation OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::operation, E'{"id": "317353b4-501e-473f-854b-fd286682e10e", "log": ["  Logical volume \\"vm-4003-cloudinit\\" successfully removed.", "  Logical volume \\"vm-4003-disk-0\\" successfully removed.", "purging VM 4003 from related configurations..", "TASK OK"], "disk": 0, "kind": "delete", "node": "pve1", "vmid": 4003, "cores": 0, "state": "succeeded", "steps": [{"name": "LEAVE_HA", "state": "DONE", "started": "2026-11-29T21:31:00.972581441Z", "finished": "2026-11-29T21:31:00.986884987Z"}, {"name": "DESTROY", "upid": "UPID:pve1:0000040A:018D1CF2:6B0C9995:qmdestroy:4003:root@pam!direttore:", "state": "DONE", "started": "2026-11-29T21:31:01.000415163Z", "finished": "2026-11-29T21:31:01.089813046Z"}], "terms": {"birth": {"cards": ["BC:24:11:93:13:0B"], "created": "2026-11-29T21:30:07Z", "generation": "1d42d2e3-3c50-4f7d-8d57-c3f8e325b826"}, "waitsForLock": true}, "memory": 0, "person": "da74b9e6-b984-4d68-abd8-8e86069a38a4", "worker": 1, "attempt": 1, "request": {"type": "delete", "force": false}, "progress": 1, "warnings": [], "created_at": "2026-11-29T21:31:00.940634+00:00", "guest_kind": "qemu", "started_at": "2026-11-29T21:31:00.959519+00:00", "finished_at": "2026-11-29T21:31:01.089813+00:00", "vmid_chosen": false, "requested_by": "ada", "secret_names": [], "watched_until": "2026-11-29T21:31:16.049684+00:00", "cancel_requested": false}');
INSERT INTO operation OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::operation, E'{"id": "5414b154-a64c-4fc5-9e03-d93dc8ce6b73", "log": ["  Logical volume \\"vm-4002-disk-0\\" created.", "  Logical volume pve/vm-4002-disk-0 changed.", "scsi0: successfully created disk ''local-lvm:vm-4002-disk-0,discard=on,size=4G''", "TASK OK"], "disk": 4294967296, "kind": "create-vm", "node": "pve1", "vmid": 4002, "cores": 1, "state": "succeeded", "steps": [{"name": "CREATE", "upid": "UPID:pve1:00000403:018D1B62:6B0C9991:qmcreate:4002:root@pam!direttore:", "state": "DONE", "started": "2026-11-29T21:30:56.313065726Z", "finished": "2026-11-29T21:30:57.369194312Z"}], "memory": 256, "person": "da74b9e6-b984-4d68-abd8-8e86069a38a4", "worker": 1, "attempt": 1, "request": {"vm": {"dns": [], "name": "web", "nics": [], "tags": [], "cores": 1, "start": false, "memory": 256, "ostype": "l26", "source": {"disk": 4294967296, "type": "blank", "storage": "local-lvm"}, "description": ""}, "type": "create-vm"}, "progress": 1, "warnings": [], "created_at": "2026-11-29T21:30:56.169778+00:00", "guest_kind": "qemu", "started_at": "2026-11-29T21:30:56.255513+00:00", "finished_at": "2026-11-29T21:30:57.369194+00:00", "vmid_chosen": false, "requested_by": "ada", "secret_names": [], "watched_until": "2026-11-29T21:31:12.069648+00:00", "cancel_requested": false}');
INSERT INTO operation OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::operation, E'{"id": "edba4db1-e0d7-4e98-a02c-0518c806597a", "log": ["creating a clone of VM 9000 with ID 4003", "create full clone of drive ide2 (local-lvm:vm-9000-cloudinit)", "  Logical volume \\"vm-4003-cloudinit\\" created.", "  Logical volume pve/vm-4003-cloudinit changed.", "allocated target volume ''local-lvm:vm-4003-cloudinit''", "create linked clone of drive scsi0 (local-lvm:base-9000-disk-0)", "  Logical volume \\"vm-4003-disk-0\\" created.", "  Logical volume pve/vm-4003-disk-0 changed.", "TASK OK"], "disk": 10737418240, "kind": "clone-vm", "node": "pve1", "vmid": 4003, "cores": 1, "state": "succeeded", "steps": [{"name": "CLONE", "upid": "UPID:pve1:00000404:018D1BA3:6B0C9991:qmclone:9000:root@pam!direttore:", "state": "DONE", "started": "2026-11-29T21:30:57.651219426Z", "finished": "2026-11-29T21:30:57.953607105Z"}, {"name": "CONFIGURE", "state": "DONE", "started": "2026-11-29T21:30:57.963272361Z", "finished": "2026-11-29T21:30:58.014591546Z"}], "memory": 256, "person": "da74b9e6-b984-4d68-abd8-8e86069a38a4", "worker": 1, "attempt": 1, "request": {"vm": {"dns": [], "name": "copy", "nics": [], "tags": [], "cores": 1, "start": false, "memory": 256, "ostype": "l26", "source": {"full": false, "type": "clone", "disks": 10737418240, "sockets": 1, "storages": ["local-lvm"], "template": 9000, "sourceNode": "pve1"}, "description": ""}, "type": "create-vm"}, "progress": 1, "warnings": [], "created_at": "2026-11-29T21:30:57.455505+00:00", "guest_kind": "qemu", "started_at": "2026-11-29T21:30:57.546151+00:00", "finished_at": "2026-11-29T21:30:58.014592+00:00", "vmid_chosen": false, "requested_by": "ada", "secret_names": [], "watched_until": "2026-11-29T21:31:12.718122+00:00", "cancel_requested": false}');
INSERT INTO operation_secret OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::operation_secret, E'{"sealed": "\\\\x008811198bbf2224e10f0c79cc723f0e1410d6e11bc46d570c73b4f494cb4524757c3a297c2656ad77dfdbb5fc4b2c5dc4be047d62702a96d1096125a51c1f1601e85e11ddfe", "operation": "90afbd32-4b11-4f7f-b17e-803d35d56f2c"}');
INSERT INTO person OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::person, '{"id": "39465871-3187-40c5-8bc7-0ac672a08822", "name": "ben", "display": "ben", "disabled": false, "created_at": "2026-11-29T21:30:43.603578+00:00"}');
INSERT INTO person OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::person, '{"id": "96d30340-7c5c-45fe-8e2f-4f004b28106a", "name": "admin", "display": "Administrator", "disabled": false, "created_at": "2026-11-29T21:30:33.536691+00:00"}');
INSERT INTO person OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::person, '{"id": "da74b9e6-b984-4d68-abd8-8e86069a38a4", "name": "ada", "display": "Ada", "disabled": false, "created_at": "2026-11-29T21:30:42.83416+00:00", "last_sign_in": "2026-11-29T21:30:46.484569+00:00", "password_hash": "$argon2id$v=19$m=19456,t=2,p=1$CmvcaBZnr5kPfgol6qHtGg$3JnKs02o7J2MaQN27EgfSS/XyazelpC6P0aH4N26K24"}');
INSERT INTO person_grant OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::person_grant, '{"role": "admin", "scope": "everywhere", "person": "96d30340-7c5c-45fe-8e2f-4f004b28106a"}');
INSERT INTO person_grant OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::person_grant, '{"role": "user", "scope": "everywhere", "person": "da74b9e6-b984-4d68-abd8-8e86069a38a4"}');
INSERT INTO person_grant OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::person_grant, '{"role": "user", "scope": "node", "value": "pve1", "person": "39465871-3187-40c5-8bc7-0ac672a08822"}');
INSERT INTO quota OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::quota, '{"cores": 18, "guests": 9, "memory": 9216, "person": "da74b9e6-b984-4d68-abd8-8e86069a38a4"}');
INSERT INTO quota OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::quota, '{"guests": 3}');
INSERT INTO quota OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::quota, '{"team": "networks", "guests": 20}');
INSERT INTO secret_key OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::secret_key, '{"one": true, "since": "2026-11-29T21:30:31.863565+00:00", "fingerprint": "3fdfa965e819ffd91d89b78527601a0f"}');
INSERT INTO session OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::session, E'{"id": "afa12c71-b58c-4523-9f19-315e8d0c6cff", "agent": "Python-urllib/3.11", "digest": "\\\\xb4755cb07f390b7468016900f0a6dde8af337f48692b3413224445aee567c901", "person": "da74b9e6-b984-4d68-abd8-8e86069a38a4", "address": "127.0.0.1", "seen_at": "2026-11-29T21:30:45.289196+00:00", "vouched": false, "created_at": "2026-11-29T21:30:45.289196+00:00", "expires_at": "2026-12-13T21:30:45.289196+00:00"}');
INSERT INTO session OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::session, E'{"id": "db728a77-33f9-47e5-a9d7-c5e3f5f911c2", "agent": "Python-urllib/3.11", "digest": "\\\\x8e3c49432493900028db3b03280a82129e1b3201606b217cc7443ceb31b238b9", "person": "da74b9e6-b984-4d68-abd8-8e86069a38a4", "address": "127.0.0.1", "seen_at": "2026-11-29T21:30:46.484569+00:00", "vouched": false, "created_at": "2026-11-29T21:30:46.484569+00:00", "expires_at": "2026-12-13T21:30:46.484569+00:00"}');
INSERT INTO sign_in_link OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::sign_in_link, E'{"digest": "\\\\x105f0843ba96e33c690b166e719051296c4ba2d8fa65f73603b87791564917b0", "person": "39465871-3187-40c5-8bc7-0ac672a08822", "expires_at": "2026-12-01T21:30:43.703254+00:00"}');
INSERT INTO sign_in_link OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::sign_in_link, E'{"digest": "\\\\xdb7cf553526fe4966364358e979fa6f0bf9c5f4b6fb2e363ada248eedae726b2", "person": "96d30340-7c5c-45fe-8e2f-4f004b28106a", "expires_at": "2026-11-29T21:46:10.46853+00:00"}');
INSERT INTO team OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::team, '{"name": "networks"}');
INSERT INTO team_member OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::team_member, '{"team": "networks", "person": "da74b9e6-b984-4d68-abd8-8e86069a38a4"}');
INSERT INTO worker OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::worker, '{"number": 1, "left_at": "2026-11-29T21:31:01.746604+00:00", "seen_at": "2026-11-29T21:31:00.948595+00:00", "joined_at": "2026-11-29T21:30:32.152298+00:00"}');
INSERT INTO worker OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::worker, '{"number": 2, "seen_at": "2026-11-29T21:31:19.364929+00:00", "joined_at": "2026-11-29T21:31:09.382452+00:00"}');
INSERT INTO write_probe OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::write_probe, '{"one": true, "tried_at": "2026-11-29T21:31:10.537427+00:00"}');
SELECT setval('audit_id_seq', 25);
SELECT setval('event_seq', 85);
SELECT setval('worker_number_seq', 2);
ALTER TABLE api_token ADD CONSTRAINT api_token_digest_key UNIQUE (digest);
ALTER TABLE api_token ADD CONSTRAINT api_token_name UNIQUE (person, name);
ALTER TABLE api_token ADD CONSTRAINT api_token_name_check CHECK ((name <> ''::text));
ALTER TABLE api_token ADD CONSTRAINT api_token_pkey PRIMARY KEY (id);
ALTER TABLE api_token ADD CONSTRAINT api_token_role_check CHECK ((role = ANY (ARRAY['viewer'::text, 'user'::text, 'operator'::text, 'admin'::text])));
ALTER TABLE audit ADD CONSTRAINT audit_outcome_check CHECK ((outcome = ANY (ARRAY['accepted'::text, 'done'::text, 'refused'::text, 'failed'::text])));
ALTER TABLE audit ADD CONSTRAINT audit_pkey PRIMARY KEY (id);
ALTER TABLE audit ADD CONSTRAINT audit_via_check CHECK ((via = ANY (ARRAY['session'::text, 'token'::text, 'link'::text, 'command-line'::text, 'none'::text])));
ALTER TABLE audit_ending ADD CONSTRAINT audit_ending_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'failed'::text, 'cancelled'::text])));
ALTER TABLE audit_ending ADD CONSTRAINT audit_ending_pkey PRIMARY KEY (operation);
ALTER TABLE event ADD CONSTRAINT event_pkey PRIMARY KEY (type, subject);
ALTER TABLE event ADD CONSTRAINT event_seq_key UNIQUE (seq);
ALTER TABLE flyway_schema_history ADD CONSTRAINT flyway_schema_history_pk PRIMARY KEY (installed_rank);
ALTER TABLE guest_forgotten ADD CONSTRAINT guest_forgotten_pkey PRIMARY KEY (number);
ALTER TABLE guest_owner ADD CONSTRAINT guest_owner_cores_check CHECK ((cores >= 0));
ALTER TABLE guest_owner ADD CONSTRAINT guest_owner_disk_check CHECK ((disk >= 0));
ALTER TABLE guest_owner ADD CONSTRAINT guest_owner_memory_check CHECK ((memory >= 0));
ALTER TABLE guest_owner ADD CONSTRAINT guest_owner_operation_key UNIQUE (operation);
ALTER TABLE guest_owner ADD CONSTRAINT guest_owner_pkey PRIMARY KEY (vmid);
ALTER TABLE guest_owner ADD CONSTRAINT guest_owner_vmid_check CHECK (((vmid >= 100) AND (vmid <= 999999999)));
ALTER TABLE jobrunr_backgroundjobservers ADD CONSTRAINT jobrunr_backgroundjobservers_pkey PRIMARY KEY (id);
ALTER TABLE jobrunr_jobs ADD CONSTRAINT jobrunr_jobs_pkey PRIMARY KEY (id);
ALTER TABLE jobrunr_metadata ADD CONSTRAINT jobrunr_metadata_pkey PRIMARY KEY (id);
ALTER TABLE jobrunr_migrations ADD CONSTRAINT jobrunr_migrations_pkey PRIMARY KEY (id);
ALTER TABLE jobrunr_recurring_jobs ADD CONSTRAINT jobrunr_recurring_jobs_pkey PRIMARY KEY (id);
ALTER TABLE known_address ADD CONSTRAINT known_address_pkey PRIMARY KEY (person, address);
ALTER TABLE operation ADD CONSTRAINT operation_check CHECK (((idempotency_key IS NULL) = (request_mac IS NULL)));
ALTER TABLE operation ADD CONSTRAINT operation_check1 CHECK (((finished_at IS NULL) = (state = ANY (ARRAY['queued'::text, 'running'::text]))));
ALTER TABLE operation ADD CONSTRAINT operation_cores_check CHECK ((cores >= 0));
ALTER TABLE operation ADD CONSTRAINT operation_disk_check CHECK ((disk >= 0));
ALTER TABLE operation ADD CONSTRAINT operation_guest_kind_check CHECK ((guest_kind = ANY (ARRAY['qemu'::text, 'lxc'::text])));
ALTER TABLE operation ADD CONSTRAINT operation_memory_check CHECK ((memory >= 0));
ALTER TABLE operation ADD CONSTRAINT operation_pkey PRIMARY KEY (id);
ALTER TABLE operation ADD CONSTRAINT operation_progress_check CHECK (((progress >= (0)::double precision) AND (progress <= (1)::double precision)));
ALTER TABLE operation ADD CONSTRAINT operation_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'running'::text, 'succeeded'::text, 'failed'::text, 'cancelled'::text])));
ALTER TABLE operation ADD CONSTRAINT operation_vmid_check CHECK (((vmid >= 100) AND (vmid <= 999999999)));
ALTER TABLE operation_secret ADD CONSTRAINT operation_secret_pkey PRIMARY KEY (operation);
ALTER TABLE operation_turn ADD CONSTRAINT operation_turn_pkey PRIMARY KEY (lane, operation);
ALTER TABLE person ADD CONSTRAINT person_check CHECK (((issuer IS NULL) = (subject IS NULL)));
ALTER TABLE person ADD CONSTRAINT person_deleted CHECK (((deleted_at IS NULL) OR (disabled AND (password_hash IS NULL) AND (subject IS NULL))));
ALTER TABLE person ADD CONSTRAINT person_display_check CHECK ((display <> ''::text));
ALTER TABLE person ADD CONSTRAINT person_identity UNIQUE (issuer, subject);
ALTER TABLE person ADD CONSTRAINT person_name UNIQUE (name);
ALTER TABLE person ADD CONSTRAINT person_name_check CHECK ((name ~ '^[a-z0-9][a-z0-9._@-]{0,62}$'::text));
ALTER TABLE person ADD CONSTRAINT person_pkey PRIMARY KEY (id);
ALTER TABLE person_grant ADD CONSTRAINT person_grant_check CHECK (((value IS NULL) = (scope = 'everywhere'::text)));
ALTER TABLE person_grant ADD CONSTRAINT person_grant_check1 CHECK (((role <> 'admin'::text) OR (scope = 'everywhere'::text)));
ALTER TABLE person_grant ADD CONSTRAINT person_grant_once UNIQUE NULLS NOT DISTINCT (person, role, scope, value);
ALTER TABLE person_grant ADD CONSTRAINT person_grant_role_check CHECK ((role = ANY (ARRAY['viewer'::text, 'user'::text, 'operator'::text, 'admin'::text])));
ALTER TABLE person_grant ADD CONSTRAINT person_grant_scope_check CHECK ((scope = ANY (ARRAY['everywhere'::text, 'node'::text, 'tag'::text, 'team'::text])));
ALTER TABLE person_group ADD CONSTRAINT person_group_pkey PRIMARY KEY (person, name);
ALTER TABLE provider_logout ADD CONSTRAINT provider_logout_pkey PRIMARY KEY (digest);
ALTER TABLE quota ADD CONSTRAINT quota_check CHECK (((person IS NULL) OR (team IS NULL)));
ALTER TABLE quota ADD CONSTRAINT quota_cores_check CHECK ((cores >= 0));
ALTER TABLE quota ADD CONSTRAINT quota_disk_check CHECK ((disk >= 0));
ALTER TABLE quota ADD CONSTRAINT quota_guests_check CHECK ((guests >= 0));
ALTER TABLE quota ADD CONSTRAINT quota_memory_check CHECK ((memory >= 0));
ALTER TABLE quota ADD CONSTRAINT quota_person_team_key UNIQUE NULLS NOT DISTINCT (person, team);
ALTER TABLE secret_key ADD CONSTRAINT secret_key_one_check CHECK (one);
ALTER TABLE secret_key ADD CONSTRAINT secret_key_pkey PRIMARY KEY (one);
ALTER TABLE session ADD CONSTRAINT session_digest_key UNIQUE (digest);
ALTER TABLE session ADD CONSTRAINT session_pkey PRIMARY KEY (id);
ALTER TABLE session ADD CONSTRAINT session_there CHECK (((there IS NULL) OR vouched));
ALTER TABLE sign_in_link ADD CONSTRAINT sign_in_link_digest_key UNIQUE (digest);
ALTER TABLE sign_in_link ADD CONSTRAINT sign_in_link_pkey PRIMARY KEY (person);
ALTER TABLE team ADD CONSTRAINT team_name PRIMARY KEY (name);
ALTER TABLE team ADD CONSTRAINT team_name_check CHECK ((name ~ '^[a-z0-9][a-z0-9._-]{0,62}$'::text));
ALTER TABLE team_allowance ADD CONSTRAINT team_allowance_pkey PRIMARY KEY (team);
ALTER TABLE team_member ADD CONSTRAINT team_member_pkey PRIMARY KEY (team, person);
ALTER TABLE worker ADD CONSTRAINT worker_pkey PRIMARY KEY (number);
ALTER TABLE write_probe ADD CONSTRAINT write_probe_one_check CHECK (one);
ALTER TABLE write_probe ADD CONSTRAINT write_probe_pkey PRIMARY KEY (one);
ALTER TABLE api_token ADD CONSTRAINT api_token_person_fkey FOREIGN KEY (person) REFERENCES person(id);
ALTER TABLE guest_forgotten ADD CONSTRAINT guest_forgotten_person_fkey FOREIGN KEY (person) REFERENCES person(id) ON DELETE CASCADE;
ALTER TABLE guest_forgotten ADD CONSTRAINT guest_forgotten_team_fkey FOREIGN KEY (team) REFERENCES team(name) ON DELETE SET NULL;
ALTER TABLE guest_owner ADD CONSTRAINT guest_owner_operation_fkey FOREIGN KEY (operation) REFERENCES operation(id) ON DELETE SET NULL;
ALTER TABLE guest_owner ADD CONSTRAINT guest_owner_person_fkey FOREIGN KEY (person) REFERENCES person(id);
ALTER TABLE guest_owner ADD CONSTRAINT guest_owner_team FOREIGN KEY (team) REFERENCES team(name);
ALTER TABLE known_address ADD CONSTRAINT known_address_person_fkey FOREIGN KEY (person) REFERENCES person(id);
ALTER TABLE operation ADD CONSTRAINT operation_person_fkey FOREIGN KEY (person) REFERENCES person(id);
ALTER TABLE operation ADD CONSTRAINT operation_retry_of_fkey FOREIGN KEY (retry_of) REFERENCES operation(id) ON DELETE SET NULL;
ALTER TABLE operation ADD CONSTRAINT operation_team FOREIGN KEY (team) REFERENCES team(name);
ALTER TABLE operation_secret ADD CONSTRAINT operation_secret_operation_fkey FOREIGN KEY (operation) REFERENCES operation(id) ON DELETE CASCADE;
ALTER TABLE operation_turn ADD CONSTRAINT operation_turn_operation_fkey FOREIGN KEY (operation) REFERENCES operation(id) ON DELETE CASCADE;
ALTER TABLE person_grant ADD CONSTRAINT person_grant_person_fkey FOREIGN KEY (person) REFERENCES person(id);
ALTER TABLE person_group ADD CONSTRAINT person_group_person_fkey FOREIGN KEY (person) REFERENCES person(id);
ALTER TABLE quota ADD CONSTRAINT quota_person_fkey FOREIGN KEY (person) REFERENCES person(id);
ALTER TABLE quota ADD CONSTRAINT quota_team_fkey FOREIGN KEY (team) REFERENCES team(name) ON DELETE CASCADE;
ALTER TABLE session ADD CONSTRAINT session_person_fkey FOREIGN KEY (person) REFERENCES person(id);
ALTER TABLE sign_in_link ADD CONSTRAINT sign_in_link_person_fkey FOREIGN KEY (person) REFERENCES person(id);
ALTER TABLE team_allowance ADD CONSTRAINT team_allowance_team FOREIGN KEY (team) REFERENCES team(name) ON DELETE CASCADE;
ALTER TABLE team_member ADD CONSTRAINT team_member_person_fkey FOREIGN KEY (person) REFERENCES person(id);
ALTER TABLE team_member ADD CONSTRAINT team_member_team FOREIGN KEY (team) REFERENCES team(name);
CREATE INDEX audit_at ON public.audit USING btree (at);
CREATE INDEX audit_operation ON public.audit USING btree (operation, id) WHERE (operation IS NOT NULL);
CREATE INDEX audit_target ON public.audit USING btree (target, id);
CREATE INDEX audit_who ON public.audit USING btree (who, id);
CREATE INDEX flyway_schema_history_s_idx ON public.flyway_schema_history USING btree (success);
CREATE INDEX guest_forgotten_vmid ON public.guest_forgotten USING btree (vmid, forgotten_at DESC);
CREATE INDEX guest_owner_person ON public.guest_owner USING btree (person);
CREATE INDEX guest_owner_team_name ON public.guest_owner USING btree (team);
CREATE INDEX jobrunr_bgjobsrvrs_fsthb_idx ON public.jobrunr_backgroundjobservers USING btree (firstheartbeat);
CREATE INDEX jobrunr_bgjobsrvrs_lsthb_idx ON public.jobrunr_backgroundjobservers USING btree (lastheartbeat);
CREATE INDEX jobrunr_job_created_at_idx ON public.jobrunr_jobs USING btree (createdat);
CREATE INDEX jobrunr_job_rci_idx ON public.jobrunr_jobs USING btree (recurringjobid);
CREATE INDEX jobrunr_job_scheduled_at_idx ON public.jobrunr_jobs USING btree (scheduledat);
CREATE INDEX jobrunr_job_signature_idx ON public.jobrunr_jobs USING btree (jobsignature);
CREATE INDEX jobrunr_jobs_state_updated_idx ON public.jobrunr_jobs USING btree (state, updatedat);
CREATE INDEX jobrunr_recurring_job_created_at_idx ON public.jobrunr_recurring_jobs USING btree (createdat);
CREATE INDEX jobrunr_state_idx ON public.jobrunr_jobs USING btree (state);
CREATE INDEX operation_active ON public.operation USING btree (created_at DESC, id DESC) WHERE (state = ANY (ARRAY['queued'::text, 'running'::text]));
CREATE INDEX operation_ended ON public.operation USING btree (finished_at);
CREATE UNIQUE INDEX operation_idempotency_key ON public.operation USING btree (requested_by, idempotency_key) WHERE (idempotency_key IS NOT NULL);
CREATE INDEX operation_newest ON public.operation USING btree (created_at DESC, id DESC);
CREATE INDEX operation_of_guest ON public.operation USING btree (vmid, created_at DESC, id DESC);
CREATE INDEX operation_of_kind ON public.operation USING btree (kind, created_at DESC, id DESC);
CREATE INDEX operation_of_node ON public.operation USING btree (node, created_at DESC, id DESC);
CREATE INDEX operation_of_requester ON public.operation USING btree (requested_by, created_at DESC, id DESC);
CREATE UNIQUE INDEX operation_one_active_per_guest ON public.operation USING btree (vmid) WHERE (state = ANY (ARRAY['queued'::text, 'running'::text]));
CREATE INDEX operation_repeated ON public.operation USING btree (retry_of) WHERE (retry_of IS NOT NULL);
CREATE INDEX operation_tasks ON public.operation USING gin (jsonb_path_query_array(steps, '$[*]."upid"'::jsonpath) jsonb_path_ops);
CREATE INDEX operation_turn_operation ON public.operation_turn USING btree (operation);
CREATE INDEX operation_unsuccessful ON public.operation USING btree (created_at DESC, id DESC) WHERE (state = ANY (ARRAY['failed'::text, 'cancelled'::text]));
CREATE INDEX session_person ON public.session USING btree (person);
CREATE VIEW worker_alive AS
 SELECT (l.objid)::integer AS number
   FROM (pg_locks l
     JOIN pg_database d ON ((d.oid = l.database)))
  WHERE ((l.locktype = 'advisory'::text) AND (l.classid = (17481)::oid) AND (l.objsubid = 2) AND l.granted AND (d.datname = current_database()));
CREATE VIEW worker_keeping AS
 SELECT w.number
   FROM (worker w
     LEFT JOIN worker_alive a USING (number))
  WHERE ((w.left_at IS NULL) AND
        CASE
            WHEN (w.seen_at IS NULL) THEN (a.number IS NOT NULL)
            ELSE (abs(EXTRACT(epoch FROM (now() - w.seen_at))) < (
            CASE
                WHEN (a.number IS NULL) THEN 4
                ELSE 30
            END)::numeric)
        END);
CREATE VIEW worker_unsteady AS
 SELECT number
   FROM worker
  WHERE ((abs(EXTRACT(epoch FROM (now() - steady_since))) < (5)::numeric) OR (abs(EXTRACT(epoch FROM (now() - seen_at))) > (10)::numeric));
CREATE VIEW audit_seen AS
 SELECT a.id,
    a.at,
    a.who,
    a.via,
    a.address,
    a.action,
    a.target,
    a.before,
    a.after,
    a.request,
        CASE
            WHEN (e.operation IS NULL) THEN
            CASE
                WHEN ((a.outcome = 'done'::text) AND (a.operation IS NULL) AND (a.action ~~ 'guest.%'::text) AND (a.action <> 'guest.hand-over'::text)) THEN 'accepted'::text
                ELSE a.outcome
            END
            WHEN (a.action <> 'operation.cancel'::text) THEN e.outcome
            WHEN (e.outcome = 'cancelled'::text) THEN 'done'::text
            ELSE 'failed'::text
        END AS outcome,
        CASE
            WHEN (e.operation IS NULL) THEN a.detail
            WHEN (a.action <> 'operation.cancel'::text) THEN e.detail
            WHEN (e.outcome = 'cancelled'::text) THEN ''::text
            WHEN (e.outcome = 'done'::text) THEN 'The operation succeeded before it could be cancelled.'::text
            ELSE 'The operation failed before it could be cancelled.'::text
        END AS detail,
    a.operation,
    e.at AS ended
   FROM (audit a
     LEFT JOIN audit_ending e ON (((e.operation = a.operation) AND (a.outcome = 'accepted'::text))));
CREATE VIEW worker_silent AS
 SELECT number,
    COALESCE(left_at, seen_at) AS since
   FROM worker
  WHERE ((left_at IS NOT NULL) OR (abs(EXTRACT(epoch FROM (now() - seen_at))) > (5)::numeric));
CREATE VIEW jobrunr_jobs_stats AS
 WITH job_stat_results AS (
         SELECT jobrunr_jobs.state,
            count(*) AS count
           FROM jobrunr_jobs
          GROUP BY jobrunr_jobs.state
        )
 SELECT COALESCE(( SELECT sum(job_stat_results.count) AS sum
           FROM job_stat_results), (0)::numeric) AS total,
    COALESCE(( SELECT sum(job_stat_results.count) AS sum
           FROM job_stat_results
          WHERE ((job_stat_results.state)::text = 'AWAITING'::text)), (0)::numeric) AS awaiting,
    COALESCE(( SELECT sum(job_stat_results.count) AS sum
           FROM job_stat_results
          WHERE ((job_stat_results.state)::text = 'SCHEDULED'::text)), (0)::numeric) AS scheduled,
    COALESCE(( SELECT sum(job_stat_results.count) AS sum
           FROM job_stat_results
          WHERE ((job_stat_results.state)::text = 'ENQUEUED'::text)), (0)::numeric) AS enqueued,
    COALESCE(( SELECT sum(job_stat_results.count) AS sum
           FROM job_stat_results
          WHERE ((job_stat_results.state)::text = 'PROCESSING'::text)), (0)::numeric) AS processing,
    COALESCE(( SELECT sum(job_stat_results.count) AS sum
           FROM job_stat_results
          WHERE ((job_stat_results.state)::text = 'PROCESSED'::text)), (0)::numeric) AS processed,
    COALESCE(( SELECT sum(job_stat_results.count) AS sum
           FROM job_stat_results
          WHERE ((job_stat_results.state)::text = 'FAILED'::text)), (0)::numeric) AS failed,
    COALESCE(( SELECT sum(job_stat_results.count) AS sum
           FROM job_stat_results
          WHERE ((job_stat_results.state)::text = 'SUCCEEDED'::text)), (0)::numeric) AS succeeded,
    COALESCE(( SELECT ((jm.value)::character(10))::numeric(10,0) AS value
           FROM jobrunr_metadata jm
          WHERE ((jm.id)::text = 'succeeded-jobs-counter-cluster'::text)), (0)::numeric) AS alltimesucceeded,
    COALESCE(( SELECT sum(job_stat_results.count) AS sum
           FROM job_stat_results
          WHERE ((job_stat_results.state)::text = 'DELETED'::text)), (0)::numeric) AS deleted,
    ( SELECT count(*) AS count
           FROM jobrunr_backgroundjobservers) AS nbrofbackgroundjobservers,
    ( SELECT count(*) AS count
           FROM jobrunr_recurring_jobs) AS nbrofrecurringjobs;
CREATE OR REPLACE FUNCTION public.forget_secrets()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF NEW.failure IS NULL OR NEW.failure->>'type' IS DISTINCT FROM 'sealed' THEN
    DELETE FROM operation_secret WHERE operation = NEW.id;
  END IF;
  RETURN NULL;
END $function$
;
CREATE OR REPLACE FUNCTION public.tell(what text, which text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
DECLARE
  number bigint;
BEGIN
  -- Numbers become visible in their order, or a listener could pass one by.
  PERFORM pg_advisory_xact_lock(17482);
  number := nextval('event_seq');
  INSERT INTO event (type, subject, seq) VALUES (what, which, number)
      ON CONFLICT (type, subject) DO UPDATE SET seq = EXCLUDED.seq;
  PERFORM pg_notify('direttore_events', number || ' ' || what || ' ' || which);
END $function$
;
CREATE OR REPLACE FUNCTION public.tell_operation()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  -- Before the operation's own event: who hears of its end shall read the guest as it is now.
  IF NEW.finished_at IS NOT NULL THEN
    PERFORM tell('guest', NEW.node || '/' || NEW.guest_kind || '/' || NEW.vmid);
  END IF;
  PERFORM tell('operation', NEW.id::text);
  RETURN NULL;
END $function$
;
CREATE OR REPLACE FUNCTION public.keep_an_admin()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  -- Two administrators who dismiss each other at once: the second to commit sees what the first did.
  PERFORM pg_advisory_xact_lock(17484);
  IF NOT EXISTS (SELECT FROM person_grant g JOIN person p ON p.id = g.person
                  WHERE g.role = 'admin' AND NOT p.disabled) THEN
    RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'last_admin',
      MESSAGE = 'nobody would be left who may manage people';
  END IF;
  RETURN NULL;
END $function$
;
CREATE OR REPLACE FUNCTION public.keep_owners()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF NEW.kind = 'delete' THEN
    IF NEW.state = 'succeeded' THEN
      DELETE FROM guest_owner WHERE vmid = NEW.vmid;
    END IF;
  ELSIF NEW.kind IN ('create-vm', 'clone-vm', 'create-lxc') THEN
    IF TG_OP = 'INSERT' THEN
      PERFORM keep_guest(NEW);
    ELSE
      DELETE FROM guest_owner WHERE vmid = NEW.vmid;
      UPDATE guest_owner SET vmid = NEW.vmid WHERE operation = NEW.id;
    END IF;
  END IF;
  RETURN NULL;
END $function$
;
CREATE OR REPLACE FUNCTION public.refuse_rewriting()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('direttore.audit_retention', true) = 'on' THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION 'the audit is written once: % is not possible', TG_OP;
END $function$
;
CREATE OR REPLACE FUNCTION public.exceeded(whose uuid, of_team text, fresh guest_owner, earlier guest_owner)
 RETURNS jsonb
 LANGUAGE plpgsql
AS $function$
DECLARE
  most  quota;
  used  record;
  found jsonb;
BEGIN
  SELECT * INTO most FROM quota q
   WHERE CASE WHEN of_team IS NULL THEN q.team IS NULL AND coalesce(q.person = whose, true)
              ELSE q.team = of_team END
   ORDER BY q.person NULLS LAST LIMIT 1;
  IF num_nonnulls(most.guests, most.cores, most.memory, most.disk) = 0 THEN
    RETURN '[]';
  END IF;
  -- Of two orders at once, the second counts what the first made.
  PERFORM pg_advisory_xact_lock(CASE WHEN of_team IS NULL THEN 17485 ELSE 17486 END,
                                hashtext(coalesce(of_team, whose::text)));
  SELECT count(*) AS guests, coalesce(sum(g.cores), 0) AS cores,
         coalesce(sum(g.memory), 0) AS memory, coalesce(sum(g.disk), 0) AS disk
    INTO used FROM guest_owner g
   WHERE (g.person = whose OR g.team = of_team) AND g.vmid <> fresh.vmid;
  SELECT jsonb_agg(jsonb_build_object(
           'person', (SELECT p.name FROM person p WHERE p.id = whose), 'team', of_team,
           'dimension', d.dimension, 'wanted', d.wanted, 'used', d.used, 'bound', d.bound))
    INTO found
    FROM (VALUES ('guests', 1, (earlier.vmid IS NOT NULL)::integer, used.guests, most.guests),
                 ('cores', fresh.cores, earlier.cores, used.cores, most.cores),
                 ('memory', fresh.memory, earlier.memory, used.memory, most.memory),
                 ('disk', fresh.disk, earlier.disk, used.disk, most.disk))
           AS d (dimension, wanted, had, used, bound)
   WHERE d.wanted > coalesce(d.had, 0) AND d.used + d.wanted > d.bound;
  RETURN coalesce(found, '[]');
END $function$
;
CREATE OR REPLACE FUNCTION public.keep_quotas()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE
  found  jsonb;
  theirs guest_owner;
  teams  guest_owner;
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.person = NEW.person THEN
    theirs := OLD;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.team = NEW.team THEN
    teams := OLD;
  END IF;
  -- Always the person first and then the team, or two could wait for each other.
  found := exceeded(NEW.person, NULL, NEW, theirs);
  IF NEW.team IS NOT NULL THEN
    found := found || exceeded(NULL, NEW.team, NEW, teams);
  END IF;
  IF found <> '[]' THEN
    RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'quota',
      MESSAGE = 'somebody would have more than their quota', DETAIL = found::text;
  END IF;
  RETURN NULL;
END $function$
;
CREATE OR REPLACE FUNCTION public.keep_guest(ordered operation)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
DECLARE
  keeper   uuid := ordered.person;
  its_team text := ordered.team;
  held     guest_owner;
BEGIN
  IF ordered.retry_of IS NOT NULL THEN
    -- Whoever repeats an order for somebody else helps; the guest stays theirs, and counts once.
    SELECT * INTO held FROM guest_owner g
     WHERE g.operation = ordered.retry_of
        OR g.vmid = ordered.vmid AND ordered.steps @> '[{"state": "DONE"}]';
    IF FOUND THEN
      DELETE FROM guest_owner WHERE vmid = ordered.vmid AND vmid <> held.vmid;
      UPDATE guest_owner
         SET vmid = ordered.vmid, person = held.person, team = held.team,
             cores = ordered.cores, memory = ordered.memory, disk = ordered.disk,
             since = ordered.created_at, operation = ordered.id
       WHERE vmid = held.vmid;
      RETURN;
    END IF;
    WITH RECURSIVE earlier AS (
      SELECT o.person, o.team, o.retry_of FROM operation o WHERE o.id = ordered.retry_of
      UNION ALL
      SELECT o.person, o.team, o.retry_of FROM operation o JOIN earlier e ON o.id = e.retry_of)
    SELECT coalesce(e.person, keeper), e.team INTO keeper, its_team
      FROM earlier e WHERE e.retry_of IS NULL;
  END IF;
  IF keeper IS NULL THEN
    DELETE FROM guest_owner WHERE vmid = ordered.vmid;
  ELSE
    INSERT INTO guest_owner (vmid, person, team, since, cores, memory, disk, operation)
    VALUES (ordered.vmid, keeper, its_team, ordered.created_at,
            ordered.cores, ordered.memory, ordered.disk, ordered.id)
        ON CONFLICT (vmid) DO UPDATE
           SET person = EXCLUDED.person, team = EXCLUDED.team, since = EXCLUDED.since,
               cores = EXCLUDED.cores, memory = EXCLUDED.memory, disk = EXCLUDED.disk,
               measured = NULL, operation = EXCLUDED.operation;
  END IF;
END $function$
;
CREATE OR REPLACE FUNCTION public.keep_recent_audit()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF OLD.at > now() - interval '30 days' THEN
    RAISE EXCEPTION 'the audit is kept for 30 days at least';
  END IF;
  RETURN OLD;
END $function$
;
CREATE OR REPLACE FUNCTION public.forget_audit(days integer, most integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', '$user', 'public'
AS $function$
DECLARE
  cutoff timestamptz := now() - make_interval(days => days);
  old    bigint[];
  named  uuid[];
  gone   integer;
BEGIN
  IF days < 30 THEN
    RAISE EXCEPTION 'the audit is kept for 30 days at least';
  END IF;
  old := ARRAY(SELECT id FROM audit WHERE at < cutoff ORDER BY at LIMIT most);
  named := ARRAY(SELECT operation FROM audit WHERE id = ANY (old) AND operation IS NOT NULL);
  PERFORM set_config('direttore.audit_retention', 'on', true);
  DELETE FROM audit WHERE id = ANY (old);
  GET DIAGNOSTICS gone = ROW_COUNT;
  DELETE FROM audit_ending e
   WHERE e.operation = ANY (named)
     AND NOT EXISTS (SELECT FROM audit a WHERE a.operation = e.operation);
  -- No entry ever named what was ordered before the audit named operations.
  DELETE FROM audit_ending WHERE operation IN (
    SELECT e.operation FROM audit_ending e
     WHERE e.at < cutoff AND NOT EXISTS (SELECT FROM audit a WHERE a.operation = e.operation)
     LIMIT most);
  PERFORM set_config('direttore.audit_retention', '', true);
  RETURN gone;
END $function$
;
CREATE OR REPLACE FUNCTION public.tell_audit_the_ending()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  INSERT INTO audit_ending (operation, at, outcome, detail)
  VALUES (
    NEW.id,
    NEW.finished_at,
    CASE NEW.state WHEN 'succeeded' THEN 'done' ELSE NEW.state END,
    COALESCE(left(NEW.failure ->> 'message', 1000), ''))
  ON CONFLICT (operation) DO NOTHING;
  RETURN NULL;
END $function$
;
CREATE OR REPLACE FUNCTION public.forget_birth()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  NEW.seen := NULL;
  NEW.born := NULL;
  NEW.generation := NULL;
  NEW.cards := NULL;
  RETURN NEW;
END $function$
;
CREATE OR REPLACE FUNCTION public.keep_an_admin_enabled()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM pg_advisory_xact_lock(17484);
  IF EXISTS (SELECT FROM person_grant WHERE person = NEW.id AND role = 'admin')
     AND NOT EXISTS (SELECT FROM person_grant g JOIN person p ON p.id = g.person
                      WHERE g.role = 'admin' AND NOT p.disabled) THEN
    RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'last_admin',
      MESSAGE = 'nobody would be left who may manage people';
  END IF;
  RETURN NULL;
END $function$
;
CREATE OR REPLACE FUNCTION public.in_no_hands(o operation)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  SELECT o.state = 'queued'
      OR o.state = 'running'
         AND o.worker IN (SELECT number FROM worker_silent)
         AND NOT o.steps @? '$[*] ? (@.state != "PENDING")'
$function$
;
CREATE OR REPLACE FUNCTION public.forget_workers()
 RETURNS void
 LANGUAGE sql
AS $function$
  DELETE FROM worker w
   WHERE coalesce(left_at, seen_at, joined_at) < now() - interval '1 day'
     AND NOT EXISTS (SELECT FROM worker_alive a WHERE a.number = w.number)
     AND NOT EXISTS (
       SELECT FROM operation o WHERE o.state IN ('queued', 'running') AND o.worker = w.number)
$function$
;
CREATE OR REPLACE FUNCTION public.refuse_deleted_owner()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF EXISTS (SELECT FROM person WHERE id = NEW.person AND deleted_at IS NOT NULL) THEN
    RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'owner_deleted',
      MESSAGE = 'whoever was to have the guest was deleted';
  END IF;
  RETURN NULL;
END $function$
;
CREATE TRIGGER audit_is_kept_for_a_month BEFORE DELETE ON public.audit FOR EACH ROW EXECUTE FUNCTION keep_recent_audit();
CREATE TRIGGER audit_is_written_once BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER audit_ending_is_written_once BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_ending FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER guest_owner_forgets_birth BEFORE UPDATE OF vmid, operation ON public.guest_owner FOR EACH ROW WHEN ((((old.vmid IS DISTINCT FROM new.vmid) OR (old.operation IS DISTINCT FROM new.operation)) AND (new.operation IS NOT NULL))) EXECUTE FUNCTION forget_birth();
CREATE TRIGGER guest_owner_is_somebody AFTER INSERT OR UPDATE OF person ON public.guest_owner FOR EACH ROW EXECUTE FUNCTION refuse_deleted_owner();
CREATE TRIGGER guest_owner_keeps_quotas AFTER INSERT OR UPDATE OF person, team ON public.guest_owner FOR EACH ROW EXECUTE FUNCTION keep_quotas();
CREATE TRIGGER operation_added AFTER INSERT ON public.operation FOR EACH ROW EXECUTE FUNCTION tell_operation();
CREATE TRIGGER operation_changed AFTER UPDATE ON public.operation FOR EACH ROW WHEN (((((((((old.state IS DISTINCT FROM new.state) OR (old.vmid IS DISTINCT FROM new.vmid)) OR (old.steps IS DISTINCT FROM new.steps)) OR (old.waiting IS DISTINCT FROM new.waiting)) OR (old.progress IS DISTINCT FROM new.progress)) OR (old.log IS DISTINCT FROM new.log)) OR (old.warnings IS DISTINCT FROM new.warnings)) OR (old.cancel_requested IS DISTINCT FROM new.cancel_requested))) EXECUTE FUNCTION tell_operation();
CREATE TRIGGER operation_deleted_keeps_owners AFTER UPDATE OF state ON public.operation FOR EACH ROW WHEN (((new.kind = 'delete'::text) AND (new.state = 'succeeded'::text))) EXECUTE FUNCTION keep_owners();
CREATE TRIGGER operation_forgets_secrets AFTER UPDATE OF state ON public.operation FOR EACH ROW WHEN ((new.finished_at IS NOT NULL)) EXECUTE FUNCTION forget_secrets();
CREATE TRIGGER operation_ordered_keeps_owners AFTER INSERT ON public.operation FOR EACH ROW EXECUTE FUNCTION keep_owners();
CREATE TRIGGER operation_renumbered_keeps_owners AFTER UPDATE OF vmid ON public.operation FOR EACH ROW WHEN ((old.vmid <> new.vmid)) EXECUTE FUNCTION keep_owners();
CREATE TRIGGER operation_tells_audit_the_ending AFTER UPDATE OF state ON public.operation FOR EACH ROW WHEN ((new.finished_at IS NOT NULL)) EXECUTE FUNCTION tell_audit_the_ending();
CREATE CONSTRAINT TRIGGER person_keeps_an_admin AFTER UPDATE OF disabled ON public.person DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.disabled AND (NOT old.disabled))) EXECUTE FUNCTION keep_an_admin_enabled();
CREATE CONSTRAINT TRIGGER grant_keeps_an_admin AFTER DELETE OR UPDATE ON public.person_grant DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((old.role = 'admin'::text)) EXECUTE FUNCTION keep_an_admin();
