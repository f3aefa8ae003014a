import { Card, Group, SegmentedControl, SimpleGrid, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { guestHistoryQuery } from '@/features/guests/api';
import { guestTexts } from '@/features/guests/texts';
import type { GuestName, History, Timeframe } from '@/shared/api/types';
import { bytes, bytesPerSecond } from '@/shared/format/bytes';
import { percent } from '@/shared/format/percent';
import { formatTexts } from '@/shared/format/texts';
import { Known } from '@/shared/ui/Known';
import { Moment } from '@/shared/ui/Moment';
import { Sparkline } from '@/shared/ui/Sparkline';
import { useUrlState } from '@/shared/url/useUrlState';

const said = guestTexts.past;
const frames = ['hour', 'day', 'week', 'month', 'year'] as const satisfies Timeframe[];
const shape = { past: z.enum(frames).catch('hour') };

function Chart({ label, values, max }: { label: string; values: (number | null)[]; max?: number }) {
  return (
    <figure style={{ margin: 0 }}>
      <div style={{ borderBottom: '1px solid var(--line)' }}>
        <Sparkline label={label} values={values} height={72} {...(max !== undefined && { max })} />
      </div>
      <Text size="xs" c="dimmed" mt={4} component="figcaption">
        {label}
      </Text>
    </figure>
  );
}

function Charts({ points, over, trouble }: { points: History['points']; over: string; trouble: string | null }) {
  const last = points.findLast(({ cpu }) => cpu !== null);
  const [from, to] = [points[0], points.at(-1)];
  if (!last || !from || !to) {
    return (
      <Text size="sm" c="dimmed">
        {trouble === null ? said.nothing(over) : said.unread(over)}
      </Text>
    );
  }
  const most = Math.max(...points.map(({ maxmem }) => maxmem ?? 0), 1);
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }}>
        <Chart label={said.cpu(over, last.cpu === null ? formatTexts.none : percent(last.cpu))} values={points.map(({ cpu }) => cpu)} max={1} />
        <Chart label={said.memory(over, bytes(last.mem ?? Number.NaN))} values={points.map(({ mem }) => mem)} max={most} />
        <Chart label={said.netIn(over, bytesPerSecond(last.netin ?? Number.NaN))} values={points.map(({ netin }) => netin)} />
        <Chart label={said.netOut(over, bytesPerSecond(last.netout ?? Number.NaN))} values={points.map(({ netout }) => netout)} />
      </SimpleGrid>
      <Text size="xs" c="dimmed" mt="xs">
        <Moment at={from.time} /> – <Moment at={to.time} />
      </Text>
    </>
  );
}

/** How busy a guest was, as far back as the address says. */
export function Past({ name }: { name: GuestName }) {
  const [{ past }, setUrl] = useUrlState(shape);
  const history = useQuery(guestHistoryQuery(name, past));
  const over = said.over[past];
  return (
    <Card component="section" aria-label={said.title}>
      <Group justify="space-between" mb="md">
        <Title order={2} size="h4">
          {said.title}
        </Title>
        <SegmentedControl
          size="sm"
          aria-label={said.range}
          value={past}
          onChange={(value) => setUrl({ past: value })}
          data={frames.map((value) => ({ value, label: said.ranges[value] }))}
        />
      </Group>
      <Known query={history} what={said.what(over)} height={110}>
        {({ data: { points }, trouble }) => <Charts points={points} over={over} trouble={trouble} />}
      </Known>
    </Card>
  );
}
