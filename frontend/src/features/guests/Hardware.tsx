import { Card, Code, Stack, Table, Title } from '@mantine/core';
import { useOutletContext } from 'react-router';
import type { GuestDetail } from '@/shared/api/types';
import { sizeOf } from '@/shared/format/bytes';
import { formatTexts } from '@/shared/format/texts';
import { type ListOf, plain } from '@/shared/list/column';
import { List } from '@/shared/list/List';
import type { GuestContext } from './GuestPage';
import { configValue } from './page/config';
import { guestTexts } from './texts';

const said = guestTexts.hardware;

type Disk = GuestDetail['disks'][number];

const diskList: ListOf<Disk> = {
  name: 'disks',
  label: said.disks,
  what: said.disks,
  idOf: ({ key }) => key,
  nothingYet: { title: said.noDisks },
  columns: [
    { id: 'slot', header: said.slot, card: 'title', width: '90px', cell: ({ key }) => <b>{key}</b> },
    { id: 'storage', header: said.storage, width: 'minmax(90px, 1fr)', cell: ({ storage }) => storage },
    { id: 'volume', header: said.volume, card: 'block', width: 'minmax(200px, 3fr)', cell: ({ volid }) => <Code>{volid}</Code> },
    plain({ id: 'size', header: said.size, of: ({ size }: Disk) => size, say: sizeOf, none: formatTexts.none, width: '90px', end: true }),
  ],
};

/** What a guest is built of: its disks, and its configuration by Proxmox's own keys. */
export function Component() {
  const { detail } = useOutletContext<GuestContext>();
  const config = Object.entries(detail.config).filter(([key]) => key !== 'description' && key !== 'digest');
  return (
    <Stack>
      <Card>
        <Title order={2} size="h4" mb="xs">
          {said.disks}
        </Title>
        <List of={diskList} rows={detail.disks} within="card" />
      </Card>
      <Card>
        <Title order={2} size="h4" mb="xs">
          {said.config}
        </Title>
        <Table layout="fixed">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={140}>{said.key}</Table.Th>
              <Table.Th>{said.value}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {config.map(([key, value]) => (
              <Table.Tr key={key}>
                <Table.Td>
                  <Code>{key}</Code>
                </Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{configValue(key, value)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Card>
    </Stack>
  );
}
