import { Group } from '@mantine/core';
import { Suspense, useState } from 'react';
import type { Reservation } from '@/shared/api/types';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { part } from '@/shared/ui/part';
import type { Answer } from './api';
import { approvalTexts as said } from './texts';

const DecideDialog = part(() => import('./DecideDialog').then((file) => file.DecideDialog));

/** The two answers to a reservation that waits, where who is signed in may give them. */
export function Decide({ reservation, size = 'sm' }: { reservation: Reservation; size?: 'xs' | 'sm' }) {
  const [verb, ask] = useState<Answer['verb'] | null>(null);
  if (!reservation.may.includes('approve') && verb === null) {
    return null;
  }
  return (
    <Group gap={6} wrap="wrap">
      <GuardedButton size={size} aria-label={said.approveOf(reservation.title)} onClick={() => ask('approve')}>
        {said.approve}
      </GuardedButton>
      <GuardedButton size={size} variant="default" aria-label={said.refuseOf(reservation.title)} onClick={() => ask('refuse')}>
        {said.refuse}
      </GuardedButton>
      <Suspense fallback={null}>{verb && <DecideDialog reservation={reservation} verb={verb} close={() => ask(null)} />}</Suspense>
    </Group>
  );
}
