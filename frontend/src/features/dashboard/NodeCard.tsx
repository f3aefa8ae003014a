import { Anchor, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheckFilled, IconCircleXFilled, IconHelpCircleFilled } from '@tabler/icons-react';
import { useIntersection } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Reserved } from '@/features/reservations/cards/Reserved';
import { isTooYoung } from '@/shared/api/recording';
import type { Guest, Node } from '@/shared/api/types';
import { usedOf } from '@/shared/format/bytes';
import { cores } from '@/shared/format/cores';
import { percent, share } from '@/shared/format/percent';
import { formatTexts } from '@/shared/format/texts';
import { ago, span } from '@/shared/format/time';
import { useNow } from '@/shared/format/useNow';
import { Chart } from '@/shared/ui/Chart';
import { Aged } from '@/shared/ui/Known';
import { Meter } from '@/shared/ui/Meter';
import { State } from '@/shared/ui/State';
import { nodeHistoryQuery } from './api';
import { figuresOf } from './figures';
import { dashboardTexts } from './texts';

const said = dashboardTexts;
const looks = {
  online: { tone: 'good', icon: <IconCircleCheckFilled /> },
  offline: { tone: 'bad', icon: <IconCircleXFilled /> },
  unknown: { tone: 'warn', icon: <IconHelpCircleFilled /> },
} as const;

/** How many of a node's guests run; what is not known is not counted as standing still. */
function guestsOn(guests: Guest[] | undefined): string {
  const there = guests?.filter((guest) => !guest.template);
  const having = (status: Guest['status']) => there?.filter((guest) => guest.status === status).length ?? 0;
  const unknown = having('unknown');
  if (!there) {
    return said.guestsUnread;
  }
  if (unknown === 0) {
    return said.guestsOn(having('running'), there.length);
  }
  return unknown === there.length ? said.guestsUnknown(unknown) : said.guestsPartly(having('running'), unknown, there.length);
}

/** One node: its state, load, room and the last hour. */
export function NodeCard({ node, guests }: { node: Node; guests: Guest[] | undefined }) {
  const now = useNow();
  const away = node.status !== 'online';
  const { ref, entry } = useIntersection({ rootMargin: '200px' });
  // A cluster may have more nodes than a screen: those out of sight are not asked for their past.
  const history = useQuery({ ...nodeHistoryQuery(node.node, 'hour'), enabled: !away && entry?.isIntersecting === true });
  const cpus = history.data?.data.points.map(({ time, cpu }) => ({ at: Date.parse(time), value: cpu })) ?? [];
  const { tone, icon } = looks[node.status];
  // Proxmox tells nothing of a node that the account may not see: no node has no processors or no memory.
  const figures = figuresOf(node);
  const { known } = figures;
  return (
    <Card ref={ref} component="article" aria-label={node.node}>
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <div>
            <Title order={3} size="h4">
              {node.node}
            </Title>
            <Text size="xs" c="dimmed">
              {[node.version && said.version(node.version), !away && figures.uptime > 0 && `${said.uptime} ${span(figures.uptime)}`]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </div>
          <State tone={tone} icon={icon}>
            {said.nodeStatus[node.status]}
          </State>
        </Group>
        {node.status !== 'online' && (
          <div>
            <Text size="sm" fw={600} c={node.status === 'offline' ? 'var(--bad-text)' : 'var(--warn-text)'}>
              {node.since ? said.awayFor[node.status](ago(Date.parse(node.since), now)) : said.awayLong[node.status]}
            </Text>
            {known && (
              <Text size="xs" c="dimmed">
                {said.lastKnown}
              </Text>
            )}
          </div>
        )}
        {!away && !known && (
          <Text size="sm" c="var(--warn-text)">
            {node.trouble ?? said.untold}
          </Text>
        )}
        <Reserved kind="node" name={node.node} />
        <Meter label={said.cpu} share={figures.maxcpu > 0 ? figures.cpu : null} value={said.cpuOf(percent(figures.cpu), cores(figures.maxcpu))} old={away} />
        <Meter label={said.memory} share={known ? share(figures.mem, figures.maxmem) : null} value={usedOf(figures.mem, figures.maxmem)} old={away} />
        <Meter
          label={said.disk}
          share={figures.maxdisk > 0 ? share(figures.disk, figures.maxdisk) : null}
          value={usedOf(figures.disk, figures.maxdisk)}
          old={away}
        />
        {!away &&
          (cpus.some(({ value }) => value !== null) ? (
            <Aged of={history}>
              <Chart points={cpus} top={1} format={percent} height={48} label={said.load(figures.maxcpu > 0 ? percent(figures.cpu) : formatTexts.unknown)} />
            </Aged>
          ) : (
            <Text size="xs" c="dimmed" h={36}>
              {history.isPending
                ? ''
                : history.error || history.data.trouble
                  ? said.loadUnread
                  : isTooYoung('hour', figures.uptime)
                    ? said.noLoadYet
                    : said.noLoad}
            </Text>
          ))}
        <Anchor component={Link} size="sm" to={`/resources?q=${encodeURIComponent(`node:${node.node}`)}`}>
          {guestsOn(guests)}
        </Anchor>
      </Stack>
    </Card>
  );
}
