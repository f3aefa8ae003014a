import { Group, SimpleGrid, Text } from '@mantine/core';
import { accessTexts } from '@/features/access/texts';
import type { Standing } from '@/shared/api/types';
import { bytes, MIB, usedOf } from '@/shared/format/bytes';
import { number } from '@/shared/format/percent';
import { formatTexts } from '@/shared/format/texts';
import { type Level, Meter } from '@/shared/ui/Meter';

const said = accessTexts.quota;

type Dimension = keyof Standing['use'];
const dimensions = Object.keys(said.dimensions) as Dimension[];

const sizeOf = (dimension: Dimension, count: number): number | null => (dimension === 'memory' ? count * MIB : dimension === 'disk' ? count : null);

function amount(dimension: Dimension, count: number): string {
  const size = sizeOf(dimension, count);
  return size === null ? number(count) : bytes(size);
}

function words(dimension: Dimension, used: number, bound: number, left: boolean): string {
  const size = sizeOf(dimension, used);
  const most = sizeOf(dimension, bound);
  const value = size === null || most === null ? formatTexts.usedOf(number(used), number(bound)) : usedOf(size, most);
  if (!left) {
    return value;
  }
  return used >= bound ? said.nothingLeft(value) : said.left(value, amount(dimension, bound - used));
}

const levelOf = (used: number, bound: number): Level => (used >= bound ? 'bad' : used >= bound * 0.75 ? 'warn' : 'good');

type Props = {
  standing: Standing;
  /** Whether to say what is left, too. */
  left?: boolean;
};

/** What somebody has of what they may have, as bars and in words. */
export function QuotaBars({ standing: { quota, use, booked }, left = false }: Props) {
  return (
    <SimpleGrid type="container" cols={{ base: 1, '560px': 2 }} spacing="md" verticalSpacing="xs">
      {dimensions.map((dimension) => {
        const used = use[dimension] + booked[dimension];
        const reserved = booked[dimension] > 0 ? said.reserved(amount(dimension, booked[dimension])) : '';
        const bound = quota[dimension] ?? null;
        const label = said.dimensions[dimension];
        return bound === null ? (
          <Group key={dimension} justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
            <Text size="sm" c="dimmed">
              {label}
            </Text>
            <Text size="sm">{[said.noLimit(amount(dimension, used)), reserved].filter(Boolean).join(', ')}</Text>
          </Group>
        ) : (
          <Meter
            key={dimension}
            label={label}
            share={bound === 0 ? 1 : Math.min(1, used / bound)}
            value={[words(dimension, used, bound, left), reserved].filter(Boolean).join(', ')}
            level={levelOf(used, bound)}
            words={used > bound ? { ...said.levels, bad: said.over } : said.levels}
          />
        );
      })}
    </SimpleGrid>
  );
}
