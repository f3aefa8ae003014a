import { Alert, Group, Stack, Text } from '@mantine/core';
import { IconGift } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { windowText } from '@/features/reservations/time/say';
import { Answer } from './Answer';
import { waitingTexts } from './texts';
import { TimeLeft } from './TimeLeft';

const said = waitingTexts.offer;

type Props = {
  reservation: { id: number; title: string; start_dt: string; end_dt: string };
  /** What it is of, in words; absent where that is not known. */
  what?: string;
  /** Until when it is kept; null while that is not known. */
  acceptBy: number | null;
  zone: string;
  /** What else can be done with it. */
  children?: ReactNode;
};

/** What is kept for who is signed in: what and when, how long still, and the two answers. */
export function OfferBar({ reservation, what, acceptBy, zone, children }: Props) {
  const { title, start_dt, end_dt } = reservation;
  return (
    <Alert role="group" color="yellow" icon={<IconGift />} title={said.title} mb="sm">
      <Group justify="space-between" gap="xs" align="flex-start">
        <Stack gap={2} flex="1 1 14rem">
          <Text size="sm">{said.kept([title, what].filter(Boolean).join(', '), windowText(Date.parse(start_dt), Date.parse(end_dt), zone))}</Text>
          {acceptBy === null ? <Text size="sm">{said.soon}</Text> : <TimeLeft until={acceptBy} zone={zone} />}
        </Stack>
        <Group gap={6}>
          <Answer reservation={reservation} size="xs" />
          {children}
        </Group>
      </Group>
    </Alert>
  );
}
