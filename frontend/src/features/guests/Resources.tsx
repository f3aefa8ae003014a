import { ActionIcon, Group, Menu, Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconColumns } from '@tabler/icons-react';
import { useCallback, useDeferredValue, useMemo } from 'react';
import { z } from 'zod';
import { useOwners, useReach } from '@/features/access/rights';
import { ListTools } from '@/shared/list/ListTools';
import { DataAge } from '@/shared/ui/DataAge';
import { NothingMatches, NothingYet } from '@/shared/ui/Empty';
import { FilterInput } from '@/shared/ui/FilterInput';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { Known } from '@/shared/ui/Known';
import { Page } from '@/shared/ui/Page';
import { useTyped } from '@/shared/url/useTyped';
import { listOf, useUrlState } from '@/shared/url/useUrlState';
import { BulkSummary } from './actions/BulkSummary';
import { SelectionBar } from './actions/SelectionBar';
import { useActions } from './actions/useActions';
import { useGuests } from './api';
import { type ColumnId, columnIds, type Sort, sorted } from './list/columns';
import { csvColumns } from './list/csv';
import { filterOf } from './list/filter';
import { GuestCards } from './list/GuestCards';
import { GuestTable } from './list/GuestTable';
import { useSelection } from './list/selection';
import { guestTexts } from './texts';
import { useActive } from './useActive';

const said = guestTexts;
const usual: ColumnId[] = ['name', 'status', 'vmid', 'type', 'node', 'cpu', 'mem', 'owner', 'tags'];
const shape = {
  q: z.string().catch(''),
  sort: z.enum([...columnIds, ...columnIds.map((id): Sort => `-${id}`)] as [Sort, ...Sort[]]).catch('vmid'),
  cols: listOf(columnIds, usual),
};

/** All guests of all nodes. */
export function Component() {
  const [{ q, sort, cols }, setUrl] = useUrlState(shape);
  const guests = useGuests();
  const active = useActive();
  const owners = useOwners();
  const { make: makes } = useReach();
  const phone = useMediaQuery('(max-width: 48em)', window.matchMedia('(max-width: 48em)').matches, { getInitialValueInEffect: false });
  const [typed, setTyped] = useTyped(
    q,
    useCallback((text) => setUrl({ q: text }), [setUrl]),
  );
  const wanted = useDeferredValue(typed);
  const all = guests.data?.data;
  const shown = useMemo(() => sorted((all ?? []).filter(filterOf(wanted, owners)), sort, owners), [all, wanted, sort, owners]);
  const selection = useSelection(shown);
  const { act, dialog } = useActions();

  return (
    <Page
      title={said.title}
      beside={guests.data && <DataAge takenAt={guests.data.takenAt} trouble={guests.data.trouble} />}
      actions={
        <GuardedButton why={makes} to="/provision">
          {said.provision}
        </GuardedButton>
      }
    >
      {dialog}
      <BulkSummary />
      <Group mb="sm" gap="xs" wrap="nowrap">
        <FilterInput flex={1} size="md" label={said.filter} hint={said.filterHint} typed={typed} setTyped={setTyped} />
        <ListTools name="guests" rows={shown} columns={csvColumns(owners)}>
          <Menu position="bottom-end">
            <Menu.Target>
              <Tooltip label={said.choose}>
                <ActionIcon size={44} variant="default" aria-label={said.choose} visibleFrom="sm">
                  <IconColumns size={20} />
                </ActionIcon>
              </Tooltip>
            </Menu.Target>
            <Menu.Dropdown>
              {columnIds.map((id) => (
                <Menu.CheckboxItem
                  key={id}
                  checked={cols.includes(id)}
                  disabled={id === 'name'}
                  onChange={(on) => setUrl({ cols: columnIds.filter((each) => (each === id ? on : cols.includes(each))) })}
                >
                  {said.columns[id]}
                </Menu.CheckboxItem>
              ))}
            </Menu.Dropdown>
          </Menu>
        </ListTools>
      </Group>
      {all && <SelectionBar all={all} shown={shown} filter={wanted} selection={selection} under={(vmid) => active.get(vmid)} act={act} />}
      <Known query={guests} what={said.what} aged>
        {all && all.length === 0 && <NothingYet title={said.nothingYet} detail={said.nothingYetDetail} />}
        {all && all.length > 0 && shown.length === 0 && <NothingMatches title={said.nothingMatches} clear={() => setTyped('')} />}
        {shown.length > 0 &&
          (phone ? (
            <GuestCards guests={shown} active={active} selection={selection} act={act} />
          ) : (
            <GuestTable
              guests={shown}
              active={active}
              owners={owners}
              selection={selection}
              act={act}
              shown={cols}
              sort={sort}
              setSort={(next) => setUrl({ sort: next })}
            />
          ))}
      </Known>
    </Page>
  );
}
