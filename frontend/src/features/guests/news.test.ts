import { QueryClient } from '@tanstack/react-query';
import { http, HttpResponse } from 'msw';
import { expect, test, vi } from 'vitest';
import type { Snapshot } from '@/shared/api/client';
import { newsToCache } from '@/shared/api/news';
import type { Guest } from '@/shared/api/types';
import { guest } from '@/shared/test/cluster';
import { server } from '@/shared/test/server';
import { guestKeys } from './keys';
import { guestNews, patchGuests } from './news';

function holding(...guests: Guest[]) {
  const cache = new QueryClient();
  cache.setQueryData<Snapshot<Guest[]>>(guestKeys.list, { data: guests, takenAt: 1, trouble: null });
  return { cache, guests: () => cache.getQueryData<Snapshot<Guest[]>>(guestKeys.list)?.data };
}

test('news of guests reads just those, together', async () => {
  const asked: (string | null)[] = [];
  server.use(
    http.get('*/api/proxmox/guests', ({ request }) => {
      asked.push(new URL(request.url).searchParams.get('vmid'));
      return HttpResponse.json([guest({ vmid: 1, status: 'stopped' }), guest({ vmid: 2 })]);
    }),
  );
  const held = holding(guest({ vmid: 1 }), guest({ vmid: 3 }));
  const { news } = newsToCache(held.cache, [guestNews]);

  news({ type: 'guest', subject: 'main/pve1/qemu/1' });
  news({ type: 'guest', subject: 'main/pve1/lxc/2' });
  news({ type: 'guest', subject: 'main/pve1/qemu/3' });

  await vi.waitFor(() =>
    expect(held.guests()?.map(({ vmid, status }) => [vmid, status])).toEqual([
      [1, 'stopped'],
      [2, 'running'],
    ]),
  );
  expect(asked).toEqual(['1,2,3']);
});

test('when some cannot be read, the whole list is stale', async () => {
  server.use(http.get('*/api/proxmox/guests', () => HttpResponse.error()));
  const held = holding(guest({ vmid: 1 }));

  await patchGuests(held.cache, [1]);

  expect(held.cache.getQueryState(guestKeys.list)?.isInvalidated).toBe(true);
});

test('news of a guest makes what is shown of it stale', async () => {
  const { cache } = holding();
  const own = guestKeys.part({ node: 'pve1', kind: 'lxc', vmid: 7 }, 'snapshots');
  cache.setQueryData(own, []);

  newsToCache(cache, [guestNews]).news({ type: 'guest', subject: 'main/pve1/lxc/7' });

  await vi.waitFor(() => expect(cache.getQueryState(own)?.isInvalidated).toBe(true));
});
