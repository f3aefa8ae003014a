import { Group } from '@mantine/core';
import { Suspense, useState } from 'react';
import type { CallOff } from '@/features/reservations/api';
import { Decide } from '@/features/reservations/approvals/Decide';
import { BlackoutActions } from '@/features/reservations/blackouts/BlackoutActions';
import { reservationTexts } from '@/features/reservations/texts';
import { Answer } from '@/features/reservations/waiting/Answer';
import type { Reservation } from '@/shared/api/types';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { part } from '@/shared/ui/part';
import { CancelButton } from './CancelButton';

const ChangeDialog = part(() => import('./ChangeDialog').then((file) => file.ChangeDialog));
const GiveBackDialog = part(() => import('./GiveBackDialog').then((file) => file.GiveBackDialog));
const ExtendDialog = part(() => import('./ExtendDialog').then((file) => file.ExtendDialog));

const said = reservationTexts;

type Props = {
  reservation: Reservation;
  zone: string;
  size?: 'xs' | 'sm';
  callOff: (reservation: Reservation, how?: CallOff) => Promise<void>;
};

/** What may be done with a reservation in its present phase; each says why not. */
export function Actions({ reservation, zone, size = 'sm', callOff }: Props) {
  const [asked, ask] = useState<'change' | 'extend' | 'return' | null>(null);
  const { may, status, title } = reservation;
  const close = () => ask(null);
  const why = (act: Reservation['may'][number]) => (may.includes(act) ? null : said.page.may);
  const open = status === 'pending' || status === 'active';
  // A change that waits can be taken back; what it changes can be changed again.
  const waiting = reservation.replaces !== null && open;
  if (!open && !may.includes('extend')) {
    return null;
  }
  if (reservation.kind === 'blackout') {
    return <BlackoutActions blackout={reservation} size={size} />;
  }
  if (reservation.phase === 'offered') {
    return <Answer reservation={reservation} may={may} size={size} />;
  }
  return (
    <Group gap={6} wrap="wrap">
      <Decide reservation={reservation} size={size} />
      {open && !waiting && (
        <GuardedButton size={size} variant="default" why={why('change')} aria-label={`${said.page.edit}: ${title}`} onClick={() => ask('change')}>
          {said.page.edit}
        </GuardedButton>
      )}
      {(status === 'active' || may.includes('extend')) && (
        <GuardedButton size={size} variant="default" why={why('extend')} aria-label={`${said.extend.action}: ${title}`} onClick={() => ask('extend')}>
          {said.extend.action}
        </GuardedButton>
      )}
      {status === 'active' && (
        <GuardedButton size={size} variant="default" why={why('return')} aria-label={`${said.giveBack.action}: ${title}`} onClick={() => ask('return')}>
          {said.giveBack.action}
        </GuardedButton>
      )}
      {status === 'pending' && <CancelButton reservation={reservation} callOff={callOff} size={size} />}
      <Suspense fallback={null}>
        {asked === 'change' && <ChangeDialog reservation={reservation} zone={zone} close={close} />}
        {asked === 'extend' && <ExtendDialog reservation={reservation} zone={zone} close={close} />}
        {asked === 'return' && <GiveBackDialog reservation={reservation} close={close} />}
      </Suspense>
    </Group>
  );
}
