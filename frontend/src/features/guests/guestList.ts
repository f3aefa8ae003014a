import type { QueryClient } from '@tanstack/react-query';
import { api, snapshot, type Snapshot } from '@/shared/api/client';
import type { Guest, GuestChanges } from '@/shared/api/types';
import { guestKeys } from './keys';

/** All guests, and where their list stands, so that only what changes after it need be read. */
export type GuestList = Snapshot<Guest[]> & { cursor?: string | null };

/** The guests, read whole the first time, and then only what changed. */
export async function readGuests(cache: QueryClient, signal: AbortSignal): Promise<GuestList> {
  const since = cache.getQueryData<GuestList>(guestKeys.list)?.cursor;
  if (since) {
    const changes = await snapshot(api.GET('/api/proxmox/guests/changes', { params: { query: { since } }, signal }));
    // What came with events meanwhile is in it already.
    const old = cache.getQueryData<GuestList>(guestKeys.list);
    if (old || changes.data.complete) {
      return { ...changes, data: old ? changed(old, changes) : changes.data.guests, cursor: changes.data.cursor };
    }
  }
  const call = api.GET('/api/proxmox/guests', { signal });
  return { ...(await snapshot(call)), cursor: (await call).response.headers.get('X-Snapshot-Cursor') };
}

/** A list with changes made to it; what they do not name goes on as it was, and runs longer. */
export function changed(old: Snapshot<Guest[]>, { data: changes, takenAt }: Snapshot<GuestChanges>): Guest[] {
  if (changes.complete) {
    return changes.guests;
  }
  const passed = Math.max(0, Math.round(takenAt / 1000) - Math.round(old.takenAt / 1000));
  const anew = new Map(changes.guests.map((guest) => [guest.vmid, guest]));
  const gone = new Set(changes.gone);
  const figures = new Map(changes.figures.map((figure) => [figure.vmid, figure]));
  const kept = old.data
    .filter(({ vmid }) => !gone.has(vmid) && !anew.has(vmid))
    .map((guest) => {
      const figure = figures.get(guest.vmid);
      const uptime = guest.uptime > 0 ? guest.uptime + passed : 0;
      return figure || uptime !== guest.uptime ? { ...guest, ...figure, uptime } : guest;
    });
  return [...kept, ...anew.values()].sort((a, b) => a.vmid - b.vmid);
}
