import { Card, Code, Table, Text, Title } from '@mantine/core';
import { useOutletContext } from 'react-router';
import { formatTexts } from '@/shared/format/texts';
import type { GuestContext } from './GuestPage';
import { nicsOf } from './page/nics';
import { guestTexts } from './texts';

const said = guestTexts.network;
const none = formatTexts.none;

/** How a guest is connected. */
export function Component() {
  const { detail } = useOutletContext<GuestContext>();
  const nics = nicsOf(detail.config);
  return (
    <Card>
      <Title order={2} size="h4" mb="xs">
        {said.title}
      </Title>
      {nics.length === 0 ? (
        <Text size="sm" c="dimmed">
          {said.none}
        </Text>
      ) : (
        <Table.ScrollContainer minWidth={720}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                {[said.slot, said.model, said.mac, said.bridge, said.vlan, said.ip, said.ip6, said.firewall].map((label) => (
                  <Table.Th key={label}>{label}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {nics.map((nic) => (
                <Table.Tr key={nic.slot}>
                  <Table.Td>{nic.slot}</Table.Td>
                  <Table.Td>{nic.model || none}</Table.Td>
                  <Table.Td>
                    <Code>{nic.mac || none}</Code>
                  </Table.Td>
                  <Table.Td>{nic.bridge || none}</Table.Td>
                  <Table.Td>{nic.vlan || said.untagged}</Table.Td>
                  <Table.Td>{nic.ip || none}</Table.Td>
                  <Table.Td>{nic.ip6 || none}</Table.Td>
                  <Table.Td>{nic.firewall ? said.on : said.off}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Card>
  );
}
