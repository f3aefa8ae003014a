import { Box, Button, Group, MultiSelect, Select, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useCallback } from 'react';
import * as z from 'zod/mini';
import { useReach } from '@/features/access/rights';
import { RecentGroups } from '@/features/groups/work/RecentGroups';
import type { OperationFilter, OperationKind, OperationStatus } from '@/shared/api/types';
import { List } from '@/shared/list/List';
import { ListTools } from '@/shared/list/ListTools';
import { columnsUrl, useColumns } from '@/shared/list/useColumns';
import { usePages } from '@/shared/list/usePages';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { Moment } from '@/shared/ui/Moment';
import { Page } from '@/shared/ui/Page';
import { uiTexts } from '@/shared/ui/texts';
import { useTyped } from '@/shared/url/useTyped';
import { listOf, useUrlState } from '@/shared/url/useUrlState';
import { operationKeys } from './api';
import { operationList, operationPages } from './list';
import { operationTexts } from './texts';

const said = operationTexts;
const PAGE = 50;
const MOST_ON_A_PAGE = 200;
const LEAST_VMID = 100;
const statuses = ['queued', 'running', 'succeeded', 'failed', 'cancelled'] as const satisfies OperationStatus[];
const kinds = Object.keys(said.kinds) as [OperationKind, ...OperationKind[]];
const shape = {
  status: listOf(statuses),
  kind: z.catch(z.nullable(z.enum(kinds)), null),
  vmid: z.catch(z.nullable(z.coerce.number().check(z.int(), z.minimum(LEAST_VMID))), null),
  by: z.catch(z.string(), ''),
  since: z.catch(z.nullable(z.iso.datetime()), null),
  cols: columnsUrl(operationList.columns),
};

/** All operations, newest first. */
export function Component() {
  const [{ status, kind, vmid, by, since, cols }, setUrl] = useUrlState(shape);
  const [typedVmid, typeVmid] = useTyped(
    vmid === null ? '' : String(vmid),
    useCallback((text) => setUrl({ vmid: Number(text) < LEAST_VMID ? null : Number(text) }), [setUrl]),
  );
  const [typedBy, typeBy] = useTyped(
    by,
    useCallback((text) => setUrl({ by: text }), [setUrl]),
  );
  const { make: makes } = useReach();
  const filter: OperationFilter = {
    ...(status.length > 0 && { status }),
    ...(kind && { kind }),
    ...(vmid && { vmid }),
    ...(by && { requested_by: by }),
    ...(since && { since }),
  };
  const pages = usePages(operationKeys.list({ ...filter, limit: PAGE }), operationPages(filter, PAGE), said.more);
  const columns = useColumns(operationList, cols, (ids) => setUrl({ cols: ids }));
  const filtered = status.length > 0 || kind !== null || vmid !== null || by !== '' || since !== null;
  const clear = () => setUrl({ status: [], kind: null, vmid: null, by: '', since: null });
  return (
    <Page title={said.title} actions={<ListTools of={operationList} rows={pages.rows} read={operationPages(filter, MOST_ON_A_PAGE)} {...columns} />}>
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
      <Box mb="md">
        <RecentGroups />
      </Box>
      <List
        of={operationList}
        query={pages.query}
        rows={pages.rows}
        columns={columns.columns}
        clear={filtered ? clear : null}
        empty={
          <GuardedButton why={makes} to="/provision">
            {said.provision}
          </GuardedButton>
        }
        more={pages.more}
      />
    </Page>
  );
}
