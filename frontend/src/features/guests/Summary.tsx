import { Badge, Card, Group, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useOutletContext } from 'react-router';
import { ownersQuery } from '@/features/access/api';
import { useOwners } from '@/features/access/rights';
import { statusQuery } from '@/features/inventory/api';
import { Recorded } from '@/features/inventory/record/Recorded';
import { inventoryTexts } from '@/features/inventory/texts';
import { configOf } from '@/shared/api/types';
import { sizeOf, usedOf } from '@/shared/format/bytes';
import { cores } from '@/shared/format/cores';
import { percent, share } from '@/shared/format/percent';
import { formatTexts } from '@/shared/format/texts';
import { span } from '@/shared/format/time';
import { Meter } from '@/shared/ui/Meter';
import type { GuestContext } from './GuestPage';
import { textOf } from './page/config';
import { GuestOperations } from './page/GuestOperations';
import { HandOver } from './page/HandOver';
import { Past } from './page/Past';
import { guestTexts } from './texts';

const said = guestTexts.summary;

/** What a guest is and how it does. */
export function Component() {
  const { name, detail, listed } = useOutletContext<GuestContext>();
  const runs = detail.status !== 'stopped';
  // A list that is behind still tells 0 of what has just been started.
  const uptime = !runs ? 0 : !listed || listed.status === 'unknown' ? null : Math.max(1, listed.uptime);
  const owner = useOwners().get(name.vmid);
  const ownersKnown = useQuery(ownersQuery).data !== undefined;
  const netBox = useQuery(statusQuery).data?.url !== undefined;
  const facts: [string, ReactNode][] = [
    [said.uptime, !runs ? said.notRunning : listed ? span(listed.uptime) : formatTexts.unknown],
    [said.node, detail.node],
    [
      said.tags,
      listed && listed.tags.length > 0 ? (
        <Group gap={4} key="tags">
          {listed.tags.map((tag) => (
            <Badge key={tag} variant="default" tt="none">
              {tag}
            </Badge>
          ))}
        </Group>
      ) : listed ? (
        said.noTags
      ) : (
        formatTexts.unknown
      ),
    ],
    [
      said.owner,
      <Group gap="xs" key="owner" wrap="nowrap">
        {owner?.owner ?? (ownersKnown ? said.noOwner : formatTexts.unknown)}
        <HandOver guest={{ vmid: name.vmid, name: detail.name }} variant="subtle" size="compact-sm" aria-label={guestTexts.handOver.changeOwner}>
          {guestTexts.handOver.change}
        </HandOver>
      </Group>,
    ],
    ...(owner?.team ? [[said.team, owner.team] as [string, ReactNode]] : []),
    ...(netBox ? [[inventoryTexts.record.label, <Recorded key="netbox" vmid={name.vmid} />] as [string, ReactNode]] : []),
    [said.ha, detail.ha_managed ? said.haManaged : said.haNot],
    ...(name.kind === 'vms'
      ? [[said.agent, /(^|,)(enabled=)?1(,|$)/.test(textOf(configOf(detail).agent)) ? said.agentOn : said.agentOff] as [string, ReactNode]]
      : []),
  ];
  return (
    <Stack>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Card>
          <Stack gap="sm">
            {listed && (
              <>
                <Meter label={said.cpu} share={runs ? listed.cpu : 0} value={runs ? said.cpuOf(percent(listed.cpu), cores(listed.cpus)) : said.notRunning} />
                <Meter
                  label={said.memory}
                  share={runs ? share(listed.mem, listed.maxmem) : 0}
                  value={runs ? usedOf(listed.mem, listed.maxmem) : sizeOf(listed.maxmem)}
                />
              </>
            )}
            <Table withRowBorders={false} verticalSpacing={4}>
              <Table.Tbody>
                {listed && (
                  <Table.Tr>
                    <Table.Th fw={500} c="dimmed">
                      {said.disk}
                    </Table.Th>
                    <Table.Td>{sizeOf(listed.maxdisk)}</Table.Td>
                  </Table.Tr>
                )}
                {facts.map(([label, value]) => (
                  <Table.Tr key={label}>
                    <Table.Th fw={500} c="dimmed">
                      {label}
                    </Table.Th>
                    <Table.Td>{value}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Stack>
        </Card>
        <GuestOperations title={said.latest} vmid={name.vmid} name={detail.name} limit={5} />
      </SimpleGrid>
      <Past name={name} uptime={uptime} />
      {detail.description && (
        <Card>
          <Title order={2} size="h4" mb="xs">
            {said.note}
          </Title>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {detail.description}
          </Text>
        </Card>
      )}
    </Stack>
  );
}
