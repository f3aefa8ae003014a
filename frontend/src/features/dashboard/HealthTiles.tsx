import { SimpleGrid, Text } from '@mantine/core';
import type { ComponentProps } from 'react';
import { Link } from 'react-router';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Snapshot } from '@/shared/api/client';
import type { Cluster, Guest, Node, OperationPage } from '@/shared/api/types';
import { formatTexts } from '@/shared/format/texts';
import { Aged } from '@/shared/ui/Known';
import styles from './Dashboard.module.css';
import { dashboardTexts } from './texts';

const said = dashboardTexts.health;

type Read = ComponentProps<typeof Aged>['of'] | undefined;

/** A figure, greyed where what it was read from is old; its age stands with it, unless `read` is absent as the page's heading tells it. */
function Tile({ label, figure, to, read }: { label: string; figure: string; to?: string; read?: Read }) {
  const plain = (
    <>
      <Text size="sm" c="dimmed" component="span" display="block">
        {label}
      </Text>
      <span className={styles.figure}>{figure}</span>
    </>
  );
  const inside = read?.data === undefined ? plain : <Aged of={read}>{plain}</Aged>;
  return to ? (
    <Link className={styles.tile} to={to}>
      {inside}
    </Link>
  ) : (
    <div className={styles.tile}>{inside}</div>
  );
}

type Props = {
  cluster: UseQueryResult<Snapshot<Cluster>>;
  nodes: Node[];
  guests: UseQueryResult<Snapshot<Guest[]>>;
  failed: UseQueryResult<OperationPage>;
  under: UseQueryResult<OperationPage>;
  /** Since when what failed counts. */
  since: string;
};

const counted = ({ data }: UseQueryResult<OperationPage>) =>
  data === undefined ? formatTexts.none : data.next ? said.many(data.operations.length) : String(data.operations.length);

/** The cluster in figures; each leads to the list that it counts. */
export function HealthTiles({ cluster, nodes, guests, failed, under, since }: Props) {
  const quorate = cluster.data?.data.quorate;
  const count = (status: Guest['status']) => guests.data?.data.filter((guest) => guest.status === status && !guest.template).length;
  const list = (status: string) => `/resources?q=${encodeURIComponent(`status:${status} -type:template`)}`;
  const unknown = count('unknown');
  return (
    <SimpleGrid cols={{ base: 2, xs: 3, md: 6 }} spacing="sm" component="section" aria-label={said.title}>
      <Tile label={said.nodes} figure={said.of(nodes.filter(({ status }) => status === 'online').length, nodes.length)} />
      <Tile
        label={said.quorum}
        figure={quorate === true ? said.quorate : quorate === false ? said.notQuorate : cluster.data ? said.single : formatTexts.none}
        read={cluster}
      />
      <Tile label={said.running} figure={String(count('running') ?? formatTexts.none)} to={list('running')} read={guests} />
      {unknown ? (
        <Tile label={said.unknown} figure={String(unknown)} to={list('unknown')} read={guests} />
      ) : (
        <Tile label={said.stopped} figure={String(count('stopped') ?? formatTexts.none)} to={list('stopped')} read={guests} />
      )}
      <Tile label={said.under} figure={counted(under)} to="/operations?status=queued,running" read={under} />
      <Tile label={said.failed} figure={counted(failed)} to={`/operations?status=failed&since=${encodeURIComponent(since)}`} read={failed} />
    </SimpleGrid>
  );
}
