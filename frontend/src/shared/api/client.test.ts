import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { problem } from '@/shared/test/cluster';
import { refuse, server } from '@/shared/test/server';
import { api, body, snapshot } from './client';
import { ApiProblem } from './problem';

const nodes = () => api.GET('/api/proxmox/nodes');

async function thrownBy(call: () => Promise<unknown>): Promise<ApiProblem> {
  const thrown: unknown = await call().catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(ApiProblem);
  return thrown as ApiProblem;
}

test('a problem document is thrown with all that it says', async () => {
  const errors = [
    { field: 'name', detail: 'must be DNS labels' },
    { field: 'nics[1].vlan', detail: 'must be 1 to 4094' },
  ];
  server.use(http.get('*/api/proxmox/nodes', () => refuse(problem({ type: 'urn:direttore:problem:invalid', status: 400, field: 'name', errors }))));

  const thrown = await thrownBy(nodes);

  expect(thrown).toMatchObject({ type: 'invalid', status: 400, title: 'Proxmox does not answer', field: 'name', errors, requestId: '7f3a-42' });
});

test('no answer is a problem too', async () => {
  server.use(http.get('*/api/proxmox/nodes', () => HttpResponse.error()));

  expect(await thrownBy(nodes)).toMatchObject({ type: 'no-answer', status: 0 });
});

test('what is no problem document names its status', async () => {
  server.use(http.get('*/api/proxmox/nodes', () => new HttpResponse('<h1>Bad Gateway</h1>', { status: 502 })));

  const thrown = await thrownBy(nodes);

  expect(thrown.type).toBe('not-understood');
  expect(thrown.detail).toContain('502');
});

test('a list tells when it was true', async () => {
  server.use(http.get('*/api/proxmox/nodes', () => HttpResponse.json([], { headers: { 'X-Snapshot-Age': '12', 'X-Snapshot-Trouble': 'pve1 is silent' } })));

  const list = await snapshot(nodes());

  expect(list.data).toEqual([]);
  expect(list.trouble).toBe('pve1 is silent');
  expect(Date.now() - list.takenAt).toBeGreaterThanOrEqual(12_000);
});

test('every order carries a key of its own', async () => {
  const keys: (string | null)[] = [];
  server.use(
    http.post('*/api/operations/:id/cancel', ({ request }) => {
      keys.push(request.headers.get('Idempotency-Key'));
      return HttpResponse.json({});
    }),
  );
  const cancel = () => body(api.POST('/api/operations/{id}/cancel', { params: { path: { id: 'a' } }, body: {} }));

  await cancel();
  await cancel();

  expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
  expect(keys[1]).not.toBe(keys[0]);
});
