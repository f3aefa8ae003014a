import { Stack, Text } from '@mantine/core';
import { SectionCard } from '@/shared/ui/SectionCard';
import { useQuery } from '@tanstack/react-query';
import { roomQuery } from '@/features/provision/api';
import { bytes, GIB } from '@/shared/format/bytes';
import { cores } from '@/shared/format/cores';
import { number } from '@/shared/format/percent';
import { Known } from '@/shared/ui/Known';
import { roomFor, type Size } from './room';
import { dashboardTexts } from './texts';

const said = dashboardTexts;
const sizes: Record<'small' | 'medium', Size> = {
  small: { cores: 1, memory: GIB, disk: 8 * GIB },
  medium: { cores: 2, memory: 4 * GIB, disk: 32 * GIB },
};

/** How many more guests the cluster can promise, and what bounds them. */
export function RoomCard() {
  const room = useQuery(roomQuery);
  const rooms = room.data?.data;
  const silent = rooms?.filter((each) => each.silent !== null).length ?? 0;
  return (
    <SectionCard title={said.capacity}>
      <Known query={room} what={said.capacityWhat} height={90}>
        {rooms && (
          <Stack gap={4}>
            {(['small', 'medium'] as const).map((size) => {
              const { count, bound } = roomFor(rooms, sizes[size]);
              const { memory, disk } = sizes[size];
              const words = said.sizes[size](cores(sizes[size].cores), bytes(memory), bytes(disk));
              return <Text key={size}>{bound === 'silent' ? said.notKnown(words) : said.fits(number(count), words, said.bounds[bound])}</Text>;
            })}
            {silent > 0 && (
              <Text size="sm" c="var(--warn-text)">
                {said.silent(silent)}
              </Text>
            )}
            <Text size="sm" c="dimmed">
              {said.capacityHint}
            </Text>
          </Stack>
        )}
      </Known>
    </SectionCard>
  );
}
