import { Group, SegmentedControl, Text } from '@mantine/core';
import { reservationTexts as said } from '@/features/reservations/texts';
import { offsetName } from './say';
import { useZoneOf, zoneChoices } from './useZoneOf';

/** In which zone times are shown, with its offset at a moment, and how to choose another. */
export function ZoneSwitch({ at }: { at: number }) {
  const { zone, zones, choice, choose } = useZoneOf();
  const choices = zoneChoices.filter((each) => zones[each] !== null);
  return (
    <Group gap="xs">
      <Text size="sm" c="dimmed">
        {said.zoneLine(zone, offsetName(at, zone))}
      </Text>
      <SegmentedControl
        size="xs"
        aria-label={said.zone}
        value={choice}
        onChange={choose}
        data={choices.map((value) => ({ value, label: said.zones[value] }))}
      />
    </Group>
  );
}
