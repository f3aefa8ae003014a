import { Card, Group, SegmentedControl, SimpleGrid, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { guestHistoryQuery } from '@/features/guests/api';
import { guestTexts } from '@/features/guests/texts';
import { isTooYoung } from '@/shared/api/recording';
import type { GuestName, History, Timeframe } from '@/shared/api/types';
import { topOf } from '@/shared/format/axis';
import { bytes, bytesPerSecond } from '@/shared/format/bytes';
import { percent } from '@/shared/format/percent';
import { formatTexts } from '@/shared/format/texts';
import { about } from '@/shared/format/time';
import { Chart } from '@/shared/ui/Chart';
import { Known } from '@/shared/ui/Known';
import { Moment } from '@/shared/ui/Moment';
import { useUrlState } from '@/shared/url/useUrlState';

const said = guestTexts.past;
const frames = ['hour', 'day', 'week', 'month', 'year'] as const satisfies Timeframe[];
const shape = { past: z.catch(z.enum(frames), 'hour') };

type Value = keyof History['points'][number] & ('cpu' | 'mem' | 'netin' | 'netout');

function Graph({ label, points, of, top, format }: { label: string; points: History['points']; of: Value; top?: number; format: (value: number) => string }) {
  const values = points.map((point) => ({ at: Date.parse(point.time), value: point[of] }));
  return (
    <figure style={{ margin: 0 }}>
      <Chart label={label} points={values} top={top ?? topOf(Math.max(0, ...values.map(({ value }) => value ?? 0)))} format={format} />
      <Text size="xs" c="dimmed" mt={4} component="figcaption">
        {label}
      </Text>
    </figure>
  );
}

/** Why there are no figures: only what is stopped, or has run for longer, is said to have none. */
function noneWords(past: Timeframe, uptime: number | null): string {
  const over = said.over[past];
  if (uptime === null) {
    return said.unknown(over);
  }
  if (!isTooYoung(past, uptime)) {
    return said.nothing(over);
  }
  return past === 'hour' ? said.notYet : said.notYetOver(over, about(uptime));
}

function Charts({ points, past, trouble, uptime }: { points: History['points']; past: Timeframe; trouble: string | null; uptime: number | null }) {
  const over = said.over[past];
  const last = points.findLast(({ cpu }) => cpu !== null);
  const [from, to] = [points[0], points.at(-1)];
  if (!last || !from || !to) {
    return (
      <Text size="sm" c="dimmed">
        {trouble === null ? noneWords(past, uptime) : said.unread(over)}
      </Text>
    );
  }
  // Where Proxmox tells no bound, what was used is the measure.
  const bound = Math.max(0, ...points.map(({ maxmem }) => maxmem ?? 0));
  const used = Math.max(0, ...points.map(({ mem }) => mem ?? 0));
  const most = bound > 0 ? Math.max(bound, used) : topOf(used);
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Graph label={said.cpu(over, last.cpu === null ? formatTexts.none : percent(last.cpu))} points={points} of="cpu" top={1} format={percent} />
        <Graph label={said.memory(over, bytes(last.mem ?? Number.NaN))} points={points} of="mem" top={most} format={bytes} />
        <Graph label={said.netIn(over, bytesPerSecond(last.netin ?? Number.NaN))} points={points} of="netin" format={bytesPerSecond} />
        <Graph label={said.netOut(over, bytesPerSecond(last.netout ?? Number.NaN))} points={points} of="netout" format={bytesPerSecond} />
      </SimpleGrid>
      <Text size="xs" c="dimmed" mt="xs">
        <Moment at={from.time} /> – <Moment at={to.time} />
      </Text>
    </>
  );
}

type Props = {
  name: GuestName;
  /** How many seconds it has run, 0 while it is stopped; null where that could not be read. */
  uptime: number | null;
};

/** How busy a guest was, as far back as the address says. */
export function Past({ name, uptime }: Props) {
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
        {({ data: { points }, trouble }) => <Charts points={points} past={past} trouble={trouble} uptime={uptime} />}
      </Known>
    </Card>
  );
}
