import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import type {
  About,
  Cluster,
  GroupPage,
  Guest,
  History,
  Me,
  Node,
  Notice,
  OperationPage,
  Owner,
  Placement,
  Preferences,
  Problem,
  Quotas,
  Reach,
  Reservation,
  ReservationEventPage,
  Resource,
  Room,
  SignInWays,
  Team,
  WaitingEntry,
} from '@/shared/api/types';
import { candidate, guest, me, noBound, node, standing } from './cluster';

/** Answers with a problem document. */
export const refuse = (problem: Problem) =>
  HttpResponse.json(problem, {
    status: problem.status,
    headers: { 'Content-Type': 'application/problem+json', 'X-Request-Id': problem.instance.replace('urn:direttore:request:', '') },
  });

/** A small cluster that is well, with an administrator signed in; a test replaces what it is about with `server.use(…)`. */
export const server = setupServer(
  http.get('*/', () => HttpResponse.html('<script type="module" src="/assets/test.js"></script>')),
  http.get('*/api/about', () => HttpResponse.json({ version: '0.1.0', simulated: true, roles: ['api', 'worker'], time_zone: 'Europe/Rome' } satisfies About)),
  http.get('*/api/sign-in', () => HttpResponse.json({ mode: 'required', oidc: null } satisfies SignInWays)),
  http.post('*/api/session/link/check', () => new HttpResponse(null, { status: 204 })),
  http.get('*/api/session', () => HttpResponse.json(me() satisfies Me)),
  http.get('*/api/me/reach', () => HttpResponse.json({ make: { allowed: true, why: null }, change: { all: true, vmids: [], why: null } } satisfies Reach)),
  http.get('*/api/owners', () => HttpResponse.json({ owners: [] as Owner[] })),
  http.get('*/api/teams', () => HttpResponse.json({ teams: [] as Team[] })),
  http.get('*/api/me/quota', () => HttpResponse.json({ standings: [standing()] })),
  http.get('*/api/me/allowance', () => HttpResponse.json({ operator: true, own: {}, teams: [] })),
  http.get('*/api/quotas', () => HttpResponse.json({ everybody: noBound, standings: [] } satisfies Quotas)),
  http.get('*/api/me/preferences', () =>
    HttpResponse.json({
      time_zone: null,
      locale: null,
      mail: null,
      mails: true,
      lab_time_zone: 'Europe/Rome',
      lab_locale: 'en-GB',
      mail_sent: true,
    } satisfies Preferences),
  ),
  http.get('*/api/me/tokens', () => HttpResponse.json({ tokens: [] })),
  http.get('*/api/people/:person/tokens', () => HttpResponse.json({ tokens: [] })),
  http.get('*/api/people/:person/quota', ({ params }) => HttpResponse.json(standing({ name: String(params.person) }))),
  http.get('*/api/proxmox/cluster', () =>
    HttpResponse.json({ name: 'lab', version: '9.1.4', quorate: true, nodes_online: 2, nodes_total: 2 } satisfies Cluster),
  ),
  http.get('*/api/proxmox/nodes', () => HttpResponse.json([node(), node({ node: 'pve2' })] satisfies Node[], { headers: { 'X-Snapshot-Age': '1' } })),
  http.get('*/api/proxmox/guests', () =>
    HttpResponse.json([guest(), guest({ vmid: 1043, name: 'db-1', status: 'stopped', type: 'lxc', node: 'pve2', uptime: 0 })] satisfies Guest[], {
      headers: { 'X-Snapshot-Age': '1' },
    }),
  ),
  http.get('*/api/proxmox/nodes/:node/history', () => HttpResponse.json({ timeframe: 'hour', points: [] } satisfies History)),
  http.get('*/api/proxmox/room', () => HttpResponse.json([] as Room[])),
  http.get('*/api/proxmox/placement', () =>
    HttpResponse.json({ nodes: [candidate()], choice: { node: 'pve1', reason: 'pve1 is the only node that can take it.' } } satisfies Placement),
  ),
  http.get('*/api/groups', () => HttpResponse.json({ groups: [], next: null } satisfies GroupPage)),
  http.get('*/api/reservations', () => HttpResponse.json([] as Reservation[])),
  http.get('*/api/reservations/:id/events', () => HttpResponse.json({ events: [], next: null, since: null } satisfies ReservationEventPage)),
  http.get('*/api/notices', () => HttpResponse.json([] as Notice[])),
  http.get('*/api/waiting', () => HttpResponse.json([] as WaitingEntry[])),
  http.get('*/api/resources', () => HttpResponse.json([] as Resource[])),
  http.get('*/api/operations', () => HttpResponse.json({ operations: [], next: null } satisfies OperationPage)),
  // A page that a test has left may ask once more, when its answers are gone: there is none, and Direttore is not away.
  http.get('*/api/*', () => HttpResponse.json({ type: 'not-found', title: 'Not there', status: 404, detail: 'No test says what this is.' }, { status: 404 })),
);
