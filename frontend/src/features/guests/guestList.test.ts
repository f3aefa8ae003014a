import { QueryClient } from '@tanstack/react-query';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import type { GuestChanges } from '@/shared/api/types';
import { guest } from '@/shared/test/cluster';
import { server } from '@/shared/test/server';
import { changed, type GuestList, readGuests } from './guestList';
import { guestKeys } from './keys';

const none: GuestChanges = { cursor: 'e-2', complete: false, guests: [], figures: [], gone: [] };
const signal = new AbortController().signal;

function cluster(changes: Partial<GuestChanges>) {
  const asked: string[] = [];
  server.use(
    http.get('*/api/proxmox/guests', () => {
      asked.push('all');
      return HttpResponse.json([guest({ vmid: 1 }), guest({ vmid: 2 })], { headers: { 'X-Snapshot-Cursor': 'e-1', 'X-Snapshot-Age': '0' } });
    }),
    http.get('*/api/proxmox/guests/changes', ({ request }) => {
      asked.push(new URL(request.url).searchParams.get('since') ?? '');
      return HttpResponse.json({ ...none, ...changes }, { headers: { 'X-Snapshot-Age': '3' } });
    }),
  );
  return asked;
}

async function readTwice(between: (cache: QueryClient) => void = () => undefined): Promise<GuestList> {
  const cache = new QueryClient();
  cache.setQueryData(guestKeys.list, await readGuests(cache, signal));
  between(cache);
  return readGuests(cache, signal);
}

test('the second time only what changed is read', async () => {
  const asked = cluster({ guests: [guest({ vmid: 3 })], figures: [{ vmid: 2, cpu: 0.5, mem: 7 }], gone: [1] });

  const list = await readTwice();

  expect(asked).toEqual(['all', 'e-1']);
  expect(list.data.map(({ vmid, cpu }) => [vmid, cpu])).toEqual([
    [2, 0.5],
    [3, guest({}).cpu],
  ]);
  expect(list.cursor).toBe('e-2');
  expect(Date.now() - list.takenAt).toBeGreaterThanOrEqual(3000);
});

test('a cursor that the server does not know brings all', async () => {
  cluster({ complete: true, guests: [guest({ vmid: 9 })] });

  expect((await readTwice()).data.map(({ vmid }) => vmid)).toEqual([9]);
});

test('what was dropped meanwhile is read whole', async () => {
  const asked = cluster({});

  const cache = new QueryClient();
  cache.setQueryData(guestKeys.list, await readGuests(cache, signal));
  const reading = readGuests(cache, signal);
  cache.clear();

  expect((await reading).data).toHaveLength(2);
  expect(asked).toEqual(['all', 'e-1', 'all']);
});

test('what events brought meanwhile stays', async () => {
  cluster({});

  const list = await readTwice((cache) =>
    cache.setQueryData<GuestList>(guestKeys.list, (old) => old && { ...old, data: [guest({ vmid: 1, name: 'patched' })] }),
  );

  expect(list.data.map(({ name }) => name)).toEqual(['patched']);
});

test('what runs on has run longer, and what does not run has not', () => {
  const old = { data: [guest({ vmid: 1, uptime: 60 }), guest({ vmid: 2, uptime: 0 })], takenAt: 10_000, trouble: null };

  const list = changed(old, { data: none, takenAt: 40_000, trouble: null });

  expect(list.map(({ uptime }) => uptime)).toEqual([90, 0]);
});
