import { useMutation } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import type { CallOff } from '@/features/reservations/api';
import { canBookAgain } from '@/features/reservations/book/again';
import { reservationTexts } from '@/features/reservations/texts';
import type { Reservation } from '@/shared/api/types';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { part } from '@/shared/ui/part';

const CancelDialog = part(() => import('./CancelDialog').then((file) => file.CancelDialog));

const said = reservationTexts.cancel;

type Props = {
  reservation: Reservation;
  callOff: (reservation: Reservation, how?: CallOff) => Promise<void>;
  size?: 'xs' | 'sm';
};

/** Cancels at once where there is a way back; else it asks first. */
export function CancelButton({ reservation, callOff, size = 'sm' }: Props) {
  const [asked, setAsked] = useState(false);
  const mutation = useMutation({ mutationFn: () => callOff(reservation), onError: () => setAsked(true) });
  const why = reservation.may.includes('cancel') ? null : reservationTexts.page.may;
  return (
    <>
      <GuardedButton
        why={why}
        size={size}
        variant="default"
        loading={mutation.isPending}
        aria-label={said.of(reservation.title)}
        onClick={() => (canBookAgain(reservation) ? mutation.mutate() : setAsked(true))}
      >
        {said.action}
      </GuardedButton>
      <Suspense fallback={null}>
        {asked && <CancelDialog reservation={reservation} callOff={callOff} failed={mutation.error} close={() => setAsked(false)} />}
      </Suspense>
    </>
  );
}
