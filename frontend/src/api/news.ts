import type { QueryClient } from '@tanstack/react-query';
import { accessKeys } from '@/features/access/keys';
import { nodeKeys } from '@/features/dashboard/api';
import { guestKeys } from '@/features/guests/keys';
import { operationKeys } from '@/features/operations/api';
import { batch } from '@/shared/api/batch';
import { api, snapshot, type Snapshot } from '@/shared/api/client';
import type { News } from '@/shared/api/live';
import { reread } from '@/shared/api/reread';
import type { Guest } from '@/shared/api/types';

// A power action shall show its result at once; several often come together.
const SOON = 15;
const GATHER = 50;
const PAUSE = 200;
const MOST_AT_ONCE = 500;
// What may be done with a guest, whose it is and what counts for them comes and goes with it.
const ACCESS = [accessKeys.reach, accessKeys.owners, accessKeys.quotas];

/** Brings what is kept up to date with the news. */
export function newsToCache(cache: QueryClient) {
  const guests = batch(SOON, GATHER, (subjects) => refreshGuests(cache, subjects));
  const operations = batch(SOON, GATHER, async (ids) => {
    await Promise.all([operationKeys.lists, ...[...ids].map(operationKeys.one)].map((queryKey) => reread(cache, { queryKey })));
  });
  const wholes = batch(GATHER, PAUSE, async (subjects) => {
    const stale = subjects.has('guests') ? [guestKeys.list, ['guest'], nodeKeys.cluster, ...ACCESS] : [];
    const all = subjects.has('nodes') ? [nodeKeys.list, nodeKeys.cluster, ...stale] : stale;
    await Promise.all(all.map((queryKey) => reread(cache, { queryKey })));
  });
  const batches = { guest: guests, operation: operations, cluster: wholes };
  return {
    news: ({ type, subject }: News) => batches[type].add(subject),
    // What changed after it was read and before the stream began is told by nobody.
    joined: () => {
      for (const queryKey of [operationKeys.lists, ['operation']]) {
        void reread(cache, { queryKey });
      }
      wholes.add('nodes');
      wholes.add('guests');
    },
    // Only operations' events are stored; what a guest did during a gap is told by nobody.
    gap: (all: boolean) => {
      if (all) {
        void reread(cache, {});
      } else {
        wholes.add('nodes');
        wholes.add('guests');
      }
    },
    refused: () => void cache.invalidateQueries({ queryKey: accessKeys.me }),
    stop: () => Object.values(batches).forEach((one) => one.stop()),
  };
}

async function refreshGuests(cache: QueryClient, subjects: Set<string>): Promise<void> {
  const ids = [...new Set([...subjects].map((subject) => Number(subject.split('/')[2])))].filter(Number.isInteger);
  const details = [...subjects].map((subject) => {
    const [node = '', type, vmid] = subject.split('/');
    return reread(cache, { queryKey: guestKeys.one({ node, kind: type === 'lxc' ? 'lxc' : 'vms', vmid: Number(vmid) }) });
  });
  const listed = cache.getQueryData<Snapshot<Guest[]>>(guestKeys.list)?.data;
  const lists = listed === undefined ? [] : [patchGuests(cache, ids)];
  const fresh = ids.some((id) => !listed?.some(({ vmid }) => vmid === id));
  const access = fresh ? ACCESS.map((queryKey) => reread(cache, { queryKey })) : [];
  await Promise.all([...details, ...lists, ...access]);
}

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
