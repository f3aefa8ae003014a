import type { Group, GroupMember, Accepted, Guest, Me, Node, Operation, Person, Placement, Problem, Quota, Room, Standing } from '@/shared/api/types';
import { GIB } from '@/shared/format/bytes';

/** A node that is online, unless told otherwise. */
export const node = (change: Partial<Node> = {}): Node => ({
  node: 'pve1',
  status: 'online',
  version: '9.1.4',
  since: null,
  cpu: 0.12,
  maxcpu: 8,
  mem: 6 * GIB,
  maxmem: 32 * GIB,
  disk: 12 * GIB,
  maxdisk: 100 * GIB,
  uptime: 90_000,
  trouble: null,
  ...change,
});

/** The room of a node that has much left, unless told otherwise. */
export const room = (change: Partial<Room> = {}): Room => ({
  node: 'pve1',
  maxcpu: 8,
  cores: { promised: 4, limit: 32 },
  memory: { promised: 8 * GIB, limit: 32 * GIB },
  full: false,
  storages: [{ storage: 'local-lvm', avail: 1000 * GIB, shared: false }],
  silent: null,
  ...change,
});

/** A node that can take a guest, unless told otherwise. */
export const candidate = (name = 'pve1', change: Partial<Placement['nodes'][number]> = {}): Placement['nodes'][number] => ({
  node: name,
  possible: true,
  obstacle: null,
  fits: true,
  storage: null,
  room: room({ node: name }),
  ...change,
});

/** A VM that runs, unless told otherwise. */
export const guest = (change: Partial<Guest> = {}): Guest => ({
  vmid: 1042,
  name: 'web-1',
  status: 'running',
  node: 'pve1',
  type: 'qemu',
  cpus: 2,
  cpu: 0.03,
  mem: GIB / 2,
  maxmem: 2 * GIB,
  maxdisk: 32 * GIB,
  uptime: 3600,
  tags: ['lab'],
  template: false,
  lock: null,
  trouble: null,
  ...change,
});

/** A start of `web-1` that is under way, unless told otherwise. */
export const operation = (change: Partial<Operation> = {}): Operation => ({
  id: '0198c0de-5b1c-7000-8000-000000000001',
  kind: 'start',
  status: 'running',
  phase: 'start',
  progress: null,
  waiting: null,
  waiting_since: null,
  waiting_until: null,
  node: 'pve1',
  vmid: 1042,
  type: 'qemu',
  upid: 'UPID:pve1:0000C3D4:0012D687:68E0A1B2:qmstart:1042:root@pam!direttore:',
  steps: [{ name: 'start', state: 'running', upid: null, started: '2026-03-01T09:00:00Z', finished: null }],
  warnings: [],
  error: null,
  log: [],
  request: {},
  requested_by: 'local',
  attempt: 1,
  cancel_requested: false,
  retry_of: null,
  secrets: [],
  created: '2026-03-01T09:00:00Z',
  started: '2026-03-01T09:00:00Z',
  finished: null,
  worker_silent_since: null,
  ...change,
});

/** A bulk action of members that wait for their turn. */
export const group = (members: GroupMember[], change: Partial<Group> = {}): Group => ({
  id: 'group-1',
  title: 'Stop 2 guests',
  kind: 'stop',
  status: 'running',
  requested_by: 'ada',
  wave: 10,
  then: null,
  counts: { total: members.length, waiting: members.length, queued: 0, running: 0, succeeded: 0, failed: 0, cancelled: 0, refused: 0 },
  created: '2026-03-01T09:00:00Z',
  finished: null,
  members,
  ...change,
});

export const member = (vmid: number, change: Partial<GroupMember> = {}): GroupMember => ({
  kind: 'stop',
  node: 'pve1',
  type: 'qemu',
  vmid,
  name: null,
  stage: 'order',
  status: 'waiting',
  operation: null,
  error: null,
  ...change,
});

export const accepted = (change: Partial<Accepted> = {}): Accepted => ({
  operation: '0198c0de-5b1c-7000-8000-000000000001',
  status: 'running',
  upid: null,
  node: 'pve1',
  vmid: 1042,
  type: 'qemu',
  kind: 'start',
  phase: 'start',
  error: null,
  ...change,
});

/** Ada, who may do everything, signed in by a session, unless told otherwise. */
export const me = (change: Partial<Me> = {}): Me => ({
  name: 'ada',
  display: 'Ada Byron',
  via: 'session',
  role: 'admin',
  grants: [{ role: 'admin', scope: 'everywhere', value: null }],
  teams: [],
  sentences: ['may do everything.'],
  rights: ['see', 'make-guests', 'change-guests', 'run-jobs', 'manage-people', 'read-audit'],
  expires: '2026-03-02T09:00:00Z',
  local: true,
  ...change,
});

/** Ana, who may use her own guests, unless told otherwise. */
export const person = (change: Partial<Person> = {}): Person => ({
  name: 'ana',
  display: 'Ana Kovač',
  disabled: false,
  local: true,
  oidc: false,
  grants: [{ role: 'user', scope: 'everywhere', value: null }],
  provided: [],
  provided_teams: [],
  teams: ['networks'],
  sentences: ['may make guests and change those of their own and of their teams.'],
  created: '2026-01-01T09:00:00Z',
  last_sign_in: '2026-03-01T08:00:00Z',
  ...change,
});

export const noBound: Quota = { guests: null, cores: null, memory: null, disk: null };

/** Somebody without bounds who has nothing, unless told otherwise. */
export const standing = (change: Partial<Standing> = {}): Standing => ({
  holder: 'person',
  name: 'ada',
  own: false,
  quota: noBound,
  use: { guests: 0, cores: 0, memory: 0, disk: 0 },
  booked: { guests: 0, cores: 0, memory: 0, disk: 0 },
  ...change,
});

export const problem = (change: Partial<Problem> = {}): Problem => ({
  type: 'urn:direttore:problem:unreachable',
  title: 'Proxmox does not answer',
  status: 503,
  detail: 'no host of the cluster answered',
  instance: 'urn:direttore:request:7f3a-42',
  ...change,
});
