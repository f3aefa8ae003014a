import { Card, Code, Stack, Table, Text, Title } from '@mantine/core';
import { useOutletContext } from 'react-router';
import { sizeOf } from '@/shared/format/bytes';
import type { GuestContext } from './GuestPage';
import { configValue } from './page/config';
import { guestTexts } from './texts';

const said = guestTexts.hardware;

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
        {detail.disks.length === 0 ? (
          <Text size="sm" c="dimmed">
            {said.noDisks}
          </Text>
        ) : (
          <Table.ScrollContainer minWidth={480}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{said.slot}</Table.Th>
                  <Table.Th>{said.storage}</Table.Th>
                  <Table.Th>{said.volume}</Table.Th>
                  <Table.Th ta="right">{said.size}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {detail.disks.map((disk) => (
                  <Table.Tr key={disk.key}>
                    <Table.Td>{disk.key}</Table.Td>
                    <Table.Td>{disk.storage}</Table.Td>
                    <Table.Td>
                      <Code>{disk.volid}</Code>
                    </Table.Td>
                    <Table.Td ta="right">{sizeOf(disk.size)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
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
