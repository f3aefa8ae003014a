import { Anchor, List, Text } from '@mantine/core';
import { Link } from 'react-router';
import { Named } from '@/features/inventory/list/cells';
import { type DriftItem, guestPath } from '@/shared/api/types';
import { formatTexts } from '@/shared/format/texts';
import type { Column, ListOf } from '@/shared/list/column';
import { driftTexts as said } from './texts';

/** What people call it. */
export const nameOf = ({ guest, machine }: DriftItem): string => guest?.name || machine?.name || said.vmid(guest?.vmid ?? 0);

const differences = (item: DriftItem): string[] =>
  item.differences.map(({ field, netbox, proxmox }) => said.difference(said.fields[field], netbox ?? said.unsaid, proxmox ?? said.unsaid));

const columns: Column<DriftItem>[] = [
  {
    id: 'kind',
    header: said.columns.kind,
    table: 'always',
    card: 'state',
    width: '140px',
    sort: ({ kind }) => said.kinds[kind],
    csv: { kind: ({ kind }) => kind, remedy: ({ remedy }) => remedy },
    cell: ({ kind, record }) => (
      <>
        <Text size="sm" fw={600}>
          {said.kinds[kind]}
        </Text>
        {record && kind !== 'different' && (
          <Text size="sm" c="dimmed">
            {said.states[record.state]}
          </Text>
        )}
      </>
    ),
  },
  {
    id: 'guest',
    header: said.columns.guest,
    table: 'always',
    card: 'title',
    width: 'minmax(130px, 1fr)',
    sort: (item) => nameOf(item).toLowerCase(),
    csv: { guest: ({ guest }) => guest?.name ?? null, vmid: ({ guest }) => guest?.vmid ?? null, node: ({ guest }) => guest?.node ?? null },
    cell: ({ guest, machine }) =>
      guest ? (
        <>
          <Anchor component={Link} to={guestPath(guest)} size="sm" fw={600} display="inline-block" py={4}>
            {guest.name || said.vmid(guest.vmid)}
          </Anchor>
          <Text size="sm" c="dimmed">
            {said.place(guest.vmid, guest.node)}
          </Text>
        </>
      ) : (
        <Text size="sm" c="dimmed">
          {machine?.name}
        </Text>
      ),
  },
  {
    id: 'machine',
    header: said.columns.machine,
    table: 'always',
    labelled: true,
    width: 'minmax(130px, 1fr)',
    sort: ({ machine }) => machine?.name.toLowerCase() ?? null,
    csv: { machine: ({ machine }) => machine?.name ?? null, machine_id: ({ machine }) => machine?.id ?? null },
    cell: ({ machine }) =>
      machine === null ? (
        formatTexts.none
      ) : (
        <>
          <Named name={machine.name} url={machine.url} />
          {!machine.ours && (
            <Text size="sm" c="dimmed">
              {said.notOurs}
            </Text>
          )}
        </>
      ),
  },
  {
    id: 'differences',
    header: said.columns.differences,
    card: 'block',
    labelled: true,
    width: 'minmax(200px, 2.5fr)',
    csv: { differences },
    cell: (item) =>
      item.differences.length === 0 ? (
        formatTexts.none
      ) : (
        <List size="sm" spacing={2} listStyleType="none" style={{ overflowWrap: 'anywhere' }}>
          {differences(item).map((words) => (
            <List.Item key={words}>{words}</List.Item>
          ))}
        </List>
      ),
  },
];

/** Where Proxmox and NetBox differ, guests first. */
export const driftList: ListOf<DriftItem> = {
  name: 'drift',
  label: said.label,
  what: said.what,
  columns,
  idOf: ({ guest, machine }) => `${guest?.vmid ?? ''}/${machine?.id ?? ''}`,
  nothingYet: { title: said.nothingYet, detail: said.nothingYetDetail },
  nothingMatches: said.nothingMatches,
  actionsWidth: '120px',
};

/** Whether it has what is looked for. */
export const driftFilter = (query: string) => {
  const wanted = query.trim().toLowerCase();
  return (item: DriftItem) =>
    [item.guest?.name, String(item.guest?.vmid ?? ''), item.machine?.name, said.kinds[item.kind], ...differences(item)].some((text) =>
      text?.toLowerCase().includes(wanted),
    );
};
