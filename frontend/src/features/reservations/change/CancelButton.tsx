import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Scope } from '@/features/reservations/api';
import { canBookAgain } from '@/features/reservations/book/again';
import { destroysAny } from '@/features/reservations/ending';
import { reservationTexts } from '@/features/reservations/texts';
import type { Reservation } from '@/shared/api/types';
import { Dialog } from '@/shared/ui/Dialog';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';

const said = reservationTexts.cancel;

type Props = {
  reservation: Reservation;
  callOff: (reservation: Reservation, scope?: Scope) => Promise<void>;
  size?: 'xs' | 'sm';
  done?: () => void;
};

function Ask({
  reservation,
  cancel,
  error,
  pending,
  close,
}: {
  reservation: Reservation;
  cancel: (scope: Scope) => void;
  error: unknown;
  pending: boolean;
  close: () => void;
}) {
  const scopes: Scope[] = reservation.series === null ? ['this'] : ['this', 'later', 'all'];
  const { title: name, series, status } = reservation;
  const title = series !== null ? said.seriesTitle : status === 'active' ? said.runningTitle(name) : said.title(name);
  return (
    <Dialog onClose={close} title={title}>
      <Stack>
        {destroysAny(reservation) && <Text size="sm">{said.destroys}</Text>}
        {error !== null && <ProblemAlert error={error} />}
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={close}>
            {said.keep}
          </Button>
          {scopes.map((scope) => (
            <GuardedButton key={scope} color="red" variant={scope === 'this' ? 'filled' : 'outline'} loading={pending} onClick={() => cancel(scope)}>
              {scopes.length === 1 ? said.submit : said.scopes[scope]}
            </GuardedButton>
          ))}
        </Group>
      </Stack>
    </Dialog>
  );
}

/** Cancels at once where there is a way back; else it asks first. */
export function CancelButton({ reservation, callOff, size = 'sm', done }: Props) {
  const [asked, setAsked] = useState(false);
  const mutation = useMutation({
    mutationFn: (scope: Scope) => callOff(reservation, scope),
    onSuccess: () => {
      setAsked(false);
      done?.();
    },
    onError: () => setAsked(true),
  });
  const why = reservation.may.includes('cancel') ? null : reservationTexts.page.may;
  return (
    <>
      <GuardedButton
        why={why}
        size={size}
        variant="default"
        loading={mutation.isPending}
        aria-label={said.of(reservation.title)}
        onClick={() => (canBookAgain(reservation) ? mutation.mutate('this') : setAsked(true))}
      >
        {said.action}
      </GuardedButton>
      {asked && <Ask reservation={reservation} cancel={mutation.mutate} error={mutation.error} pending={mutation.isPending} close={() => setAsked(false)} />}
    </>
  );
}
