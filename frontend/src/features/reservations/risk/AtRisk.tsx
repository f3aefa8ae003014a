import { Group, Text, type GroupProps } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { when } from '@/features/reservations/time/say';
import type { Reservation } from '@/shared/api/types';
import { State } from '@/shared/ui/State';
import { riskTexts as said } from './texts';

type Risky = Pick<Reservation, 'at_risk'>;

/** What of a reservation is out of service, each in a sentence. */
const risksOf = ({ at_risk }: Risky, zone: string): string[] =>
  at_risk.map(({ resource: { kind, name }, why, expected_back }) =>
    said.out(`${kind} ${name}`, why, expected_back === null ? null : when(Date.parse(expected_back), zone)),
  );

/** That something of it is out of service, and what; nothing where all is well. */
export function AtRisk({ reservation, zone, ...style }: { reservation: Risky; zone: string } & GroupProps) {
  const all = risksOf(reservation, zone);
  return (
    all.length > 0 && (
      <Group gap="xs" {...style}>
        <State tone="warn" icon={<IconAlertTriangle />}>
          {said.mark}
        </State>
        <Text size="sm" flex="1 1 14rem">
          {all.join(' ')}
        </Text>
      </Group>
    )
  );
}
