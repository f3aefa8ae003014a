import { Group } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { useOwners, useReach } from '@/features/access/rights';
import { useGuestUses } from '@/features/reservations/cards/Reserved';
import { FilterInput } from '@/shared/list/FilterInput';
import { List } from '@/shared/list/List';
import { ListTools } from '@/shared/list/ListTools';
import { useWholeList, wholeUrl } from '@/shared/list/useWholeList';
import { DataAge } from '@/shared/ui/DataAge';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { Page } from '@/shared/ui/Page';
import { ActionMenu } from './actions/ActionMenu';
import { BulkSummary } from './actions/BulkSummary';
import { SelectionBar } from './actions/SelectionBar';
import { useActions } from './actions/useActions';
import { useGuests } from './api';
import { guestList } from './list/columns';
import { filterOf } from './list/filter';
import { type GuestRow, rowsOf } from './list/rows';
import { useSelection } from './list/selection';
import { guestTexts } from './texts';
import { useActive } from './useActive';

const said = guestTexts;
const url = wholeUrl(guestList.columns, 'vmid');
const nobody: GuestRow[] = [];

/** All guests of all nodes. */
export function Component() {
  const guests = useGuests();
  const active = useActive();
  const owners = useOwners();
  const { make: makes } = useReach();
  const all = guests.data?.data;
  const uses = useGuestUses();
  const rows = useMemo(() => all && rowsOf(all, owners, active, uses), [all, owners, active, uses]);
  const filter = useCallback(
    (query: string) => {
      const test = filterOf(query, owners);
      return ({ guest }: GuestRow) => test(guest);
    },
    [owners],
  );
  const list = useWholeList(guestList, url, rows, filter);
  const shown = useMemo(() => (list.shown ?? nobody).map(({ guest }) => guest), [list.shown]);
  const selection = useSelection(shown);
  const { act, dialog } = useActions();
  const actions = useCallback(({ guest, operation }: GuestRow) => <ActionMenu guest={guest} operation={operation} act={act} />, [act]);

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
        <FilterInput flex={1} size="md" label={said.filter} hint={said.filterHint} typed={list.typed} setTyped={list.setTyped} />
        <ListTools of={guestList} rows={list.shown} columns={list.columns} choose={list.choose} />
      </Group>
      {all && <SelectionBar all={all} shown={shown} filter={list.wanted} selection={selection} under={(vmid) => active.get(vmid)} act={act} />}
      <List
        of={guestList}
        query={guests}
        aged
        rows={list.shown}
        columns={list.columns}
        order={list}
        clear={list.filtered ? list.clear : null}
        select={selection.select}
        actions={actions}
      />
    </Page>
  );
}
