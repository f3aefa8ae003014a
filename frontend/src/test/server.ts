import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import type { About, Cluster, Guest, History, Node, OperationPage, Problem } from '@/api/types';
import { guest, node } from './cluster';

/** Answers with a problem document. */
export const refuse = (problem: Problem) =>
  HttpResponse.json(problem, {
    status: problem.status,
    headers: { 'Content-Type': 'application/problem+json', 'X-Request-Id': problem.instance.replace('urn:direttore:request:', '') },
  });

/** A small cluster that is well; a test replaces what it is about with `server.use(…)`. */
export const server = setupServer(
  http.get('*/api/about', () => HttpResponse.json({ version: '0.1.0', simulated: true, roles: ['api', 'worker'] } satisfies About)),
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
  http.get('*/api/operations', () => HttpResponse.json({ operations: [], next: null } satisfies OperationPage)),
);
