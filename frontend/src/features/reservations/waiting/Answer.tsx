import { Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { approvalTexts } from '@/features/reservations/approvals/texts';
import { windowText } from '@/features/reservations/time/say';
import { fromOf, toOf } from '@/features/reservations/words';
import type { ReservationAct } from '@/shared/api/types';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { notify } from '@/shared/ui/notify';
import { part } from '@/shared/ui/part';
import { accept } from './api';
import { rereadOffers, tellRefused } from './reread';
import { waitingTexts } from './texts';

const DeclineDialog = part(() => import('./DeclineDialog').then((file) => file.DeclineDialog));

const said = waitingTexts.offer;

type Props = {
  /** The number and the title of the reservation that is offered. */
  reservation: { id: number; title: string };
  /** What may be done with it; all where it is one's own. */
  may?: ReservationAct[];
  size?: 'xs' | 'sm';
};

/** The two answers to an offer. */
export function Answer({ reservation: { id, title }, may = ['accept', 'cancel'], size = 'sm' }: Props) {
  const why = (act: ReservationAct) => (may.includes(act) ? null : said.may);
  const cache = useQueryClient();
  const [declining, setDeclining] = useState(false);
  const mutation = useMutation({
    mutationFn: () => accept(id),
    onSuccess: (booked) => {
      const window = windowText(fromOf(booked), toOf(booked), booked.time_zone);
      const asked = booked.phase === 'requested';
      notify({
        title: booked.title,
        message: asked ? `${window}. ${approvalTexts.asked}` : `${said.accepted}: ${window}`,
        color: asked ? 'yellow' : 'green',
      });
    },
    onError: (error) => tellRefused(title, error),
    onSettled: () => rereadOffers(cache),
  });
  return (
    <>
      <Group gap={6} wrap="wrap">
        <GuardedButton size={size} why={why('accept')} loading={mutation.isPending} aria-label={said.acceptOf(title)} onClick={() => mutation.mutate()}>
          {said.accept}
        </GuardedButton>
        <GuardedButton size={size} why={why('cancel')} variant="default" aria-label={said.declineOf(title)} onClick={() => setDeclining(true)}>
          {said.decline}
        </GuardedButton>
      </Group>
      <Suspense fallback={null}>{declining && <DeclineDialog reservation={{ id, title }} close={() => setDeclining(false)} />}</Suspense>
    </>
  );
}
