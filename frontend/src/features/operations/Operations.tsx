import { Button, Group, MultiSelect, Select, Stack, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { z } from 'zod';
import { useReach } from '@/features/access/rights';
import { REFRESH } from '@/shared/api/cache';
import { api, body } from '@/shared/api/client';
import type { Operation, OperationFilter, OperationKind, OperationStatus } from '@/shared/api/types';
import { ListTools } from '@/shared/list/ListTools';
import type { CsvColumns } from '@/shared/list/csv';
import { useNow } from '@/shared/format/useNow';
import { NothingMatches, NothingYet } from '@/shared/ui/Empty';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { Known } from '@/shared/ui/Known';
import { Moment } from '@/shared/ui/Moment';
import { Page } from '@/shared/ui/Page';
import { type Column, TableOrCards } from '@/shared/ui/TableOrCards';
import { uiTexts } from '@/shared/ui/texts';
import { useTyped } from '@/shared/url/useTyped';
import { listOf, useUrlState } from '@/shared/url/useUrlState';
import { operationKeys } from './api';
import { OperationCard, OperationRow } from './Entry';
import { operationTexts } from './texts';

const said = operationTexts;
const PAGE = 50;
const LEAST_VMID = 100;
const statuses = ['queued', 'running', 'succeeded', 'failed', 'cancelled'] as const satisfies OperationStatus[];
const kinds = Object.keys(said.kinds) as [OperationKind, ...OperationKind[]];
const shape = {
  status: listOf(statuses),
  kind: z.enum(kinds).nullable().catch(null),
  vmid: z.coerce.number().int().min(LEAST_VMID).nullable().catch(null),
  by: z.string().catch(''),
  since: z.iso.datetime().nullable().catch(null),
};

const columns: Column[] = [
  said.columns.operation,
  said.columns.status,
  said.columns.node,
  { label: said.columns.by, from: 'md' },
  said.columns.created,
  { label: said.columns.took, from: 'md' },
];
const csvColumns: CsvColumns<Operation> = {
  id: ({ id }) => id,
  kind: ({ kind }) => kind,
  status: ({ status }) => status,
  node: ({ node }) => node,
  vmid: ({ vmid }) => vmid,
  requested_by: ({ requested_by }) => requested_by,
  created: ({ created }) => created,
  started: ({ started }) => started,
  finished: ({ finished }) => finished,
  error: ({ error }) => error?.message,
};

/** All operations, newest first. */
export function Component() {
  const [{ status, kind, vmid, by, since }, setUrl] = useUrlState(shape);
  const [typedVmid, typeVmid] = useTyped(
    vmid === null ? '' : String(vmid),
    useCallback((text) => setUrl({ vmid: Number(text) < LEAST_VMID ? null : Number(text) }), [setUrl]),
  );
  const [typedBy, typeBy] = useTyped(
    by,
    useCallback((text) => setUrl({ by: text }), [setUrl]),
  );
  const now = useNow();
  const { make: makes } = useReach();
  const filter: OperationFilter = {
    limit: PAGE,
    ...(status.length > 0 && { status }),
    ...(kind && { kind }),
    ...(vmid && { vmid }),
    ...(by && { requested_by: by }),
    ...(since && { since }),
  };
  const pages = useInfiniteQuery({
    queryKey: operationKeys.list(filter),
    queryFn: ({ pageParam, signal }) => body(api.GET('/api/operations', { params: { query: { ...filter, after: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: REFRESH,
  });
  const all = pages.data?.pages.flatMap(({ operations }) => operations);
  const filtered = status.length > 0 || kind !== null || vmid !== null || by !== '' || since !== null;
  const clear = () => setUrl({ status: [], kind: null, vmid: null, by: '', since: null });
  return (
    <Page title={said.title} actions={<ListTools name="operations" rows={all ?? []} columns={csvColumns} />}>
      <Group mb="md" gap="sm" align="flex-end">
        <MultiSelect
          label={said.filter.status}
          data={statuses.map((value) => ({ value, label: said.statuses[value] }))}
          value={status}
          onChange={(value) => setUrl({ status: value })}
          placeholder={status.length === 0 ? said.filter.all : ''}
          clearable
          clearButtonProps={{ 'aria-label': uiTexts.clearFilters }}
          miw={220}
          data-filter
        />
        <Select
          label={said.filter.kind}
          data={kinds.map((value) => ({ value, label: said.kinds[value] }))}
          value={kind}
          onChange={(value) => setUrl({ kind: value })}
          placeholder={said.filter.all}
          clearable
          clearButtonProps={{ 'aria-label': uiTexts.clearFilters }}
          miw={180}
        />
        <TextInput
          label={said.filter.vmid}
          inputMode="numeric"
          w={140}
          value={typedVmid}
          onChange={(event) => typeVmid(event.currentTarget.value.replace(/\D/g, ''))}
        />
        <TextInput label={said.filter.by} w={160} value={typedBy} onChange={(event) => typeBy(event.currentTarget.value)} />
        {since && (
          <Button variant="default" rightSection={<IconX size={14} />} onClick={() => setUrl({ since: null })}>
            {said.filter.since}&nbsp;
            <Moment at={since} />
          </Button>
        )}
      </Group>
      <Stack>
        <Known query={pages} what={said.what}>
          {all?.length === 0 &&
            (filtered ? (
              <NothingMatches title={said.nothingMatches} clear={clear} />
            ) : (
              <NothingYet title={said.nothingYet} detail={said.nothingYetDetail}>
                <GuardedButton why={makes} to="/provision">
                  {said.provision}
                </GuardedButton>
              </NothingYet>
            ))}
          {all && all.length > 0 && (
            <Stack>
              <TableOrCards
                label={said.title}
                columns={columns}
                items={all}
                idOf={({ id }) => id}
                row={(operation) => <OperationRow operation={operation} now={now} />}
                card={(operation) => <OperationCard operation={operation} />}
              />
              {pages.hasNextPage && (
                <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                  {said.more}
                </Button>
              )}
            </Stack>
          )}
        </Known>
      </Stack>
    </Page>
  );
}
