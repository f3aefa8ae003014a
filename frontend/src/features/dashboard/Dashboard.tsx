import { ActionIcon, Group, SegmentedControl, SimpleGrid, Stack, Title, Tooltip } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import * as z from 'zod/mini';
import { useGuests } from '@/features/guests/api';
import { Coming, MyNext } from '@/features/reservations/cards/Coming';
import { useOperations } from '@/features/operations/api';
import { useAway } from '@/shared/api/availability';
import type { Guest, Node } from '@/shared/api/types';
import { useNow } from '@/shared/format/useNow';
import { DataAge } from '@/shared/ui/DataAge';
import { NothingYet } from '@/shared/ui/Empty';
import { Known } from '@/shared/ui/Known';
import { Page } from '@/shared/ui/Page';
import { useUrlState } from '@/shared/url/useUrlState';
import { useCluster, useNodes } from './api';
import { Attention } from './Attention';
import { figuresOf } from './figures';
import { concerns } from './health';
import { HealthTiles } from './HealthTiles';
import { NodeCard } from './NodeCard';
import { RoomCard } from './RoomCard';
import { dashboardTexts } from './texts';

const said = dashboardTexts;
const DAY = 86_400_000;
const PAGE = 200;
const orders = ['name', 'cpu', 'memory'] as const;
const shape = { sort: z.catch(z.enum(orders), 'name') };

// What could not be read comes last.
const load = (node: Node) => {
  const { known, cpu } = figuresOf(node);
  return known ? cpu : -1;
};
const free = (node: Node) => {
  const { known, mem, maxmem } = figuresOf(node);
  return known ? maxmem - mem : -1;
};

const compare: Record<(typeof orders)[number], (a: Node, b: Node) => number> = {
  name: (a, b) => a.node.localeCompare(b.node, undefined, { numeric: true }),
  cpu: (a, b) => load(b) - load(a),
  memory: (a, b) => free(b) - free(a),
};

function byNode(guests: Guest[]): Map<string, Guest[]> {
  const groups = new Map<string, Guest[]>();
  for (const guest of guests) {
    const group = groups.get(guest.node);
    if (group) {
      group.push(guest);
    } else {
      groups.set(guest.node, [guest]);
    }
  }
  return groups;
}

/** The cluster at a glance. */
export function Component() {
  const [{ sort }, setUrl] = useUrlState(shape);
  const nodes = useNodes();
  const guests = useGuests();
  const cluster = useCluster();
  // To the minute, so that the question stays the same for a while.
  const [since] = useState(() => new Date(Math.floor((Date.now() - DAY) / 60_000) * 60_000).toISOString());
  const failed = useOperations({ status: ['failed'], since, limit: PAGE });
  const under = useOperations({ active: true, limit: PAGE });
  const now = useNow();
  const on = useMemo(() => byNode(guests.data?.data ?? []), [guests.data]);
  const away = useAway() !== null;
  // What was not read, or not lately, may hide anything.
  const whole = !away && [nodes, guests, cluster, failed].every(({ data, error }) => data !== undefined && error === null);
  const refresh = () => void Promise.all([nodes, guests, cluster, failed, under].map((query) => query.refetch()));

  return (
    <Page
      title={said.title}
      beside={nodes.data && <DataAge takenAt={nodes.data.takenAt} trouble={nodes.data.trouble} />}
      actions={
        <Tooltip label={said.refresh}>
          <ActionIcon size={44} variant="default" aria-label={said.refresh} loading={nodes.isRefetching} onClick={refresh}>
            <IconRefresh size={20} />
          </ActionIcon>
        </Tooltip>
      }
    >
      <Known query={nodes} what={said.what} aged>
        {({ data: all }) => (
          <Stack>
            <MyNext />
            <HealthTiles cluster={cluster} nodes={all} guests={guests} failed={failed} since={since} under={under} />
            <SimpleGrid cols={{ base: 1, md: 2, lg: 3 }}>
              <Attention
                nodes={all.length}
                concerns={concerns({ cluster: cluster.data?.data, nodes: all, guests: guests.data?.data ?? [], failed: failed.data?.operations ?? [], now })}
                whole={whole}
              />
              <Coming />
              <RoomCard />
            </SimpleGrid>
            <Group justify="space-between">
              <Title order={2} size="h3">
                {said.nodes}
              </Title>
              <SegmentedControl
                aria-label={said.sort}
                value={sort}
                onChange={(value) => setUrl({ sort: value })}
                data={orders.map((value) => ({ value, label: said.sorts[value] }))}
              />
            </Group>
            {all.length === 0 && <NothingYet title={said.nothingYet} />}
            <SimpleGrid cols={{ base: 1, xs: 2, md: 3, xl: 4 }}>
              {[...all].sort(compare[sort]).map((node) => (
                <NodeCard key={node.node} node={node} guests={guests.data && (on.get(node.node) ?? [])} />
              ))}
            </SimpleGrid>
          </Stack>
        )}
      </Known>
    </Page>
  );
}
