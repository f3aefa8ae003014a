import { Anchor, Badge, Card, Group, SimpleGrid, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useOutletContext } from 'react-router';
import { api, body } from '@/api/client';
import { keys } from '@/api/keys';
import { REFRESH, useOperations } from '@/api/queries';
import { configOf, type GuestName } from '@/api/types';
import { bytes, bytesPerSecond, usedOf } from '@/format/bytes';
import { number, percent, share } from '@/format/percent';
import { span } from '@/format/time';
import { texts } from '@/texts/en';
import { CannotLoad } from '@/ui/Empty';
import { Meter } from '@/ui/Meter';
import { Ago } from '@/ui/Moment';
import { Sparkline } from '@/ui/Sparkline';
import { OperationState } from '@/work/OperationState';
import { titleOf } from '@/work/words';
import type { GuestContext } from './GuestPage';

const said = texts.guests.summary;

const historyQuery = (guest: GuestName) => ({
  queryKey: keys.guestPart(guest, 'history'),
  queryFn: ({ signal }: { signal: AbortSignal }) => {
    const init = { params: { path: { node: guest.node, vmid: guest.vmid }, query: { timeframe: 'hour' as const } }, signal };
    return body(
      guest.kind === 'vms'
        ? api.GET('/api/proxmox/nodes/{node}/vms/{vmid}/history', init)
        : api.GET('/api/proxmox/nodes/{node}/lxc/{vmid}/history', init),
    );
  },
  refetchInterval: REFRESH,
});

function Past({ name }: { name: GuestName }) {
  const history = useQuery(historyQuery(name));
  const points = history.data?.points ?? [];
  const last = points.findLast(({ cpu }) => cpu !== null);
  if (history.error) {
    return <CannotLoad what={said.what} error={history.error} since={history.errorUpdatedAt} retry={() => void history.refetch()} />;
  }
  if (history.isPending) {
    return <Skeleton h={90} aria-label={texts.ui.loading(said.what)} />;
  }
  if (!last) {
    return (
      <Text size="sm" c="dimmed">
        {said.noHistory}
      </Text>
    );
  }
  const most = Math.max(...points.map(({ maxmem }) => maxmem ?? 0), 1);
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }}>
      <Chart label={said.cpuChart(percent(last.cpu ?? 0))} values={points.map(({ cpu }) => cpu)} max={1} />
      <Chart label={said.memChart(bytes(last.mem ?? 0))} values={points.map(({ mem }) => mem)} max={most} />
      <Chart label={said.netChart(bytesPerSecond(last.netin ?? 0))} values={points.map(({ netin }) => netin)} />
    </SimpleGrid>
  );
}

function Chart({ label, values, max }: { label: string; values: (number | null)[]; max?: number }) {
  return (
    <figure style={{ margin: 0 }}>
      <Sparkline label={label} values={values} height={72} {...(max !== undefined && { max })} />
      <Text size="xs" c="dimmed" component="figcaption">
        {label}
      </Text>
    </figure>
  );
}

/** What a guest is and how it does. */
export function Component() {
  const { name, detail, listed } = useOutletContext<GuestContext>();
  const runs = detail.status === 'running';
  const operations = useOperations({ vmid: name.vmid, limit: 5 }).data?.operations ?? [];
  const facts: [string, ReactNode][] = [
    [said.uptime, listed && runs ? span(listed.uptime) : said.notRunning],
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
      ) : (
        said.noTags
      ),
    ],
    [said.ha, detail.ha_managed ? said.haManaged : said.haNot],
    ...(name.kind === 'vms' ? [[said.agent, /(^|,)(enabled=)?1(,|$)/.test(String(configOf(detail).agent ?? '')) ? said.agentOn : said.agentOff] as [string, ReactNode]] : []),
  ];
  return (
    <Stack>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Card>
          <Stack gap="sm">
            {listed && (
              <>
                <Meter label={said.cpu} share={runs ? listed.cpu : 0} value={runs ? said.cpuOf(percent(listed.cpu), number(listed.cpus)) : said.notRunning} />
                <Meter label={said.memory} share={runs ? share(listed.mem, listed.maxmem) : 0} value={runs ? usedOf(listed.mem, listed.maxmem) : bytes(listed.maxmem)} />
              </>
            )}
            <Table withRowBorders={false} verticalSpacing={4}>
              <Table.Tbody>
                {listed && (
                  <Table.Tr>
                    <Table.Th fw={500} c="dimmed">
                      {said.disk}
                    </Table.Th>
                    <Table.Td>{bytes(listed.maxdisk)}</Table.Td>
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
        <Card>
          <Title order={2} size="h4" mb="xs">
            {said.latest}
          </Title>
          {operations.length === 0 && (
            <Text size="sm" c="dimmed">
              {texts.operations.nothingYet}
            </Text>
          )}
          <Stack gap="xs">
            {operations.map((operation) => (
              <Group key={operation.id} justify="space-between">
                <Anchor component={Link} size="sm" to={`/operations/${operation.id}`}>
                  {titleOf(operation, detail.name)}
                </Anchor>
                <Group gap="xs">
                  <Text size="sm" c="dimmed">
                    <Ago at={operation.created} />
                  </Text>
                  <OperationState status={operation.status} />
                </Group>
              </Group>
            ))}
          </Stack>
        </Card>
      </SimpleGrid>
      <Card>
        <Title order={2} size="h4" mb="xs">
          {said.history}
        </Title>
        <Past name={name} />
      </Card>
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
