import { http, HttpResponse } from 'msw';
import { beforeEach, expect, test, vi } from 'vitest';
import { problem } from '@/shared/test/cluster';
import { refuse, server } from '@/shared/test/server';
import { whoIsAway } from './availability';
import { api } from './client';
import { ask } from './useRecovery';

const nodes = () => api.GET('/api/proxmox/nodes').catch(() => undefined);
const operations = () => api.GET('/api/operations').catch(() => undefined);
const serve = (path: string, answer: () => Response) => server.use(http.get(`*${path}`, answer));
const troubled = () => HttpResponse.json([], { headers: { 'X-Snapshot-Age': '60', 'X-Snapshot-Trouble': 'no route' } });
const databaseAway = () => refuse(problem({ type: 'urn:direttore:problem:database-away', detail: 'PostgreSQL does not answer.' }));

beforeEach(() => void vi.useRealTimers());

test('no answer is Direttore away, and any answer brings it back', async () => {
  serve('/api/proxmox/nodes', () => HttpResponse.error());
  await nodes();
  expect(whoIsAway()?.party).toBe('direttore');

  serve('/api/proxmox/nodes', () => refuse(problem({ type: 'urn:direttore:problem:internal', status: 500 })));
  await nodes();
  expect(whoIsAway()).toBeNull();
});

test('a proxy that answers in its place is no answer', async () => {
  serve('/api/proxmox/nodes', () => new HttpResponse('<h1>Bad gateway</h1>', { status: 502 }));
  await nodes();

  expect(whoIsAway()).toMatchObject({ party: 'direttore', detail: expect.stringContaining('502') as string });
});

test('a cluster is away since what is known of it was true', async () => {
  serve('/api/proxmox/nodes', troubled);
  await nodes();

  expect(whoIsAway()).toMatchObject({ party: 'cluster', detail: 'no route' });
  expect(Date.now() - (whoIsAway()?.since ?? 0)).toBeGreaterThanOrEqual(60_000);
  await operations();
  expect(whoIsAway()?.party).toBe('cluster');
});

test('what a page that is gone had met does not outlast the answer to a question', async () => {
  serve('/api/proxmox/guests', troubled);
  await api.GET('/api/proxmox/guests');
  expect(whoIsAway()?.party).toBe('cluster');

  await ask('cluster');

  expect(whoIsAway()).toBeNull();
});

test('a question that meets the same trouble brings nobody back', async () => {
  serve('/api/operations', databaseAway);
  await operations();

  await ask('database');

  expect(whoIsAway()).toMatchObject({ party: 'database', detail: 'PostgreSQL does not answer.' });
});

test('one node that is silent is no cluster that is away', async () => {
  serve('/api/proxmox/nodes/:node/storage', troubled);
  await api.GET('/api/proxmox/nodes/{node}/storage', { params: { path: { node: 'pve1' } } }).catch(() => undefined);

  expect(whoIsAway()).toBeNull();
});

test('who is in front hides who is behind', async () => {
  serve('/api/operations', databaseAway);
  await operations();
  serve('/api/proxmox/nodes', () => HttpResponse.error());
  await nodes();
  expect(whoIsAway()?.party).toBe('direttore');

  server.resetHandlers();
  await ask('direttore');
  expect(whoIsAway()?.party).toBe('database');
});

test('a cluster that is slow, or failed once, is not away', async () => {
  serve('/api/proxmox/nodes', () => HttpResponse.json([], { headers: { 'X-Snapshot-Age': '4', 'X-Snapshot-Trouble': 'Proxmox is slow to answer' } }));
  await nodes();

  expect(whoIsAway()).toBeNull();
});

test('a question brings a cluster back only for what it has answered', async () => {
  serve('/api/proxmox/cluster', troubled);
  await api.GET('/api/proxmox/cluster');

  await ask('cluster');

  expect(whoIsAway()?.party).toBe('cluster');
});

test('a question without an answer brings nobody back', async () => {
  serve('/api/proxmox/guests', troubled);
  await api.GET('/api/proxmox/guests');
  serve('/api/proxmox/nodes', () => refuse(problem({ type: 'urn:direttore:problem:overloaded', status: 503 })));

  await ask('cluster');

  expect(whoIsAway()?.party).toBe('cluster');
});

test('when somebody last answered is unknown where nothing was answered yet, and else is told', async () => {
  serve('/api/operations', databaseAway);
  await operations();
  expect(whoIsAway()).toMatchObject({ party: 'database', lastAnswer: null });

  server.resetHandlers();
  await operations();
  const answered = Date.now();
  serve('/api/operations', databaseAway);
  await operations();
  expect(Math.abs((whoIsAway()?.lastAnswer ?? 0) - answered)).toBeLessThan(1000);
});

test('a cluster that was never read has no last answer', async () => {
  serve('/api/proxmox/nodes', () => refuse(problem()));
  await nodes();

  expect(whoIsAway()).toMatchObject({ party: 'cluster', lastAnswer: null });
});
