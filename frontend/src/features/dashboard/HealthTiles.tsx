import { SimpleGrid, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Cluster, Guest, Node } from '@/shared/api/types';
import { formatTexts } from '@/shared/format/texts';
import styles from './Dashboard.module.css';
import { dashboardTexts } from './texts';

const said = dashboardTexts.health;

function Tile({ label, figure, to }: { label: string; figure: string; to?: string }) {
  const inside = (
    <>
      <Text size="sm" c="dimmed" component="span" display="block">
        {label}
      </Text>
      <span className={styles.figure}>{figure}</span>
    </>
  );
  return to ? (
    <Link className={styles.tile} to={to}>
      {inside}
    </Link>
  ) : (
    <div className={styles.tile}>{inside}</div>
  );
}

type Props = { cluster: Cluster | undefined; nodes: Node[]; guests: Guest[] | undefined; failed: string; under: string; since: string };

/** The cluster in figures; each leads to the list that it counts. */
export function HealthTiles({ cluster, nodes, guests, failed, under, since }: Props) {
  const count = (status: Guest['status']) => guests?.filter((guest) => guest.status === status && !guest.template).length;
  const list = (status: string) => `/resources?q=${encodeURIComponent(`status:${status} -type:template`)}`;
  const unknown = count('unknown');
  return (
    <SimpleGrid cols={{ base: 2, xs: 3, md: 6 }} spacing="sm" component="section" aria-label={said.title}>
      <Tile label={said.nodes} figure={said.of(nodes.filter(({ status }) => status === 'online').length, nodes.length)} />
      <Tile
        label={said.quorum}
        figure={cluster?.quorate === true ? said.quorate : cluster?.quorate === false ? said.notQuorate : cluster ? said.single : formatTexts.none}
      />
      <Tile label={said.running} figure={String(count('running') ?? formatTexts.none)} to={list('running')} />
      {unknown ? (
        <Tile label={said.unknown} figure={String(unknown)} to={list('unknown')} />
      ) : (
        <Tile label={said.stopped} figure={String(count('stopped') ?? formatTexts.none)} to={list('stopped')} />
      )}
      <Tile label={said.under} figure={under} to="/operations?status=queued,running" />
      <Tile label={said.failed} figure={failed} to={`/operations?status=failed&since=${encodeURIComponent(since)}`} />
    </SimpleGrid>
  );
}
