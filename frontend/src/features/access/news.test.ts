import { QueryClient } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import { guestKeys } from '@/features/guests/keys';
import { guest } from '@/shared/test/cluster';
import { accessKeys } from './keys';
import { accessNews } from './news';

function holding() {
  const cache = new QueryClient();
  cache.setQueryData(guestKeys.list, { data: [guest({ vmid: 1 })], takenAt: 1, trouble: null });
  cache.setQueryData(accessKeys.owners, []);
  return { cache, stale: () => cache.getQueryState(accessKeys.owners)?.isInvalidated };
}

test('a guest that comes changes who has what', async () => {
  const { cache, stale } = holding();

  await accessNews.on.guest?.(cache, new Set(['main/pve1/qemu/1', 'main/pve1/qemu/2']));

  await vi.waitFor(() => expect(stale()).toBe(true));
});

test('news of guests that are known leaves who has what', async () => {
  const { cache, stale } = holding();

  await accessNews.on.guest?.(cache, new Set(['main/pve1/qemu/1']));

  expect(stale()).toBe(false);
});
