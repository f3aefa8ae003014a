import { queryOptions } from '@tanstack/react-query';
import { REFRESH } from '@/shared/api/cache';
import { api, body, snapshot } from '@/shared/api/client';
import type { PlacementFilter } from '@/shared/api/types';
import { keys } from './keys';

/** What guests can be made from, on any node. */
export const templatesQuery = queryOptions({
  queryKey: keys.templates,
  queryFn: ({ signal }) => snapshot(api.GET('/api/proxmox/templates', { signal })),
});

/** How much room each node has left. */
export const roomQuery = queryOptions({
  queryKey: keys.room,
  queryFn: ({ signal }) => snapshot(api.GET('/api/proxmox/room', { signal })),
  refetchInterval: REFRESH,
});

/** Which nodes can take a guest. */
export const placementQuery = (wanted: PlacementFilter) =>
  queryOptions({
    queryKey: keys.placement(wanted),
    queryFn: ({ signal }) => body(api.GET('/api/proxmox/placement', { params: { query: wanted }, signal })),
  });
