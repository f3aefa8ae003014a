import { Anchor, Text } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { inventoryKeys } from '@/features/inventory/keys';
import { inventoryTexts } from '@/features/inventory/texts';
import { usePagesThere } from '@/features/inventory/usePagesThere';
import { REFRESH } from '@/shared/api/cache';
import { api, body } from '@/shared/api/client';
import { formatTexts } from '@/shared/format/texts';
import { ago } from '@/shared/format/time';
import { useNow } from '@/shared/format/useNow';

const said = inventoryTexts.record;

const recordsQuery = (vmid: number) =>
  queryOptions({
    queryKey: [...inventoryKeys.records, vmid],
    queryFn: ({ signal }) => body(api.GET('/api/inventory/records', { params: { query: { vmid } }, signal })),
    refetchInterval: REFRESH,
  });

/** How a guest stands in NetBox, and where it is there. */
export function Recorded({ vmid }: { vmid: number }) {
  const { data } = useQuery(recordsQuery(vmid));
  const leadsThere = usePagesThere();
  const now = useNow();
  const record = data?.at(-1);
  if (!record) {
    return data ? said.none : formatTexts.unknown;
  }
  const since = record.recorded_at === null ? null : ago(Date.parse(record.recorded_at), now);
  const words = said.states[record.state](since);
  const there = record.url !== null && leadsThere;
  return (
    <>
      {there ? (
        <Anchor href={record.url ?? ''} target="_blank" rel="noreferrer" size="sm">
          {words} <IconExternalLink size={14} aria-hidden />
        </Anchor>
      ) : (
        words
      )}
      {record.behind && record.state === 'recorded' && (
        <Text size="sm" c="dimmed">
          {said.behind}
        </Text>
      )}
    </>
  );
}
