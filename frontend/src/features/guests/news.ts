import type { QueryClient } from '@tanstack/react-query';
import { api, snapshot, type Snapshot } from '@/shared/api/client';
import type { FeatureNews } from '@/shared/api/news';
import { reread, rereadAll } from '@/shared/api/reread';
import { guestIn, names } from '@/shared/api/subjects';
import type { Guest } from '@/shared/api/types';
import { guestKeys } from './keys';

const MOST_AT_ONCE = 500;

export const guestNews: FeatureNews = {
  on: {
    guest: async (cache, subjects) => {
      const guests = [...subjects].map(guestIn).filter((guest) => guest !== undefined);
      const listed = cache.getQueryData(guestKeys.list) === undefined ? [] : [patchGuests(cache, [...new Set(guests.map(({ vmid }) => vmid))])];
      await Promise.all([rereadAll(cache, guests.map(guestKeys.one)), ...listed]);
    },
    cluster: (cache, subjects) => rereadAll(cache, names(subjects, 'guests') ? [guestKeys.list, guestKeys.any] : []),
  },
};

/** Reads some guests afresh into the list of all. */
export async function patchGuests(cache: QueryClient, ids: number[]): Promise<void> {
  // A list that was asked for before the news would undo what is patched now.
  if (ids.length > MOST_AT_ONCE || cache.isFetching({ queryKey: guestKeys.list }) > 0) {
    await reread(cache, { queryKey: guestKeys.list });
    return;
  }
  try {
    const fresh = await snapshot(api.GET('/api/proxmox/guests', { params: { query: { vmid: ids } } }));
    cache.setQueryData<Snapshot<Guest[]>>(guestKeys.list, (old) => old && { ...old, data: merged(old.data, ids, fresh.data) });
  } catch {
    await cache.invalidateQueries({ queryKey: guestKeys.list });
  }
}

function merged(old: Guest[], ids: number[], fresh: Guest[]): Guest[] {
  const asked = new Set(ids);
  return [...old.filter((guest) => !asked.has(guest.vmid)), ...fresh].sort((a, b) => a.vmid - b.vmid);
}
