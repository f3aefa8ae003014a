import { Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { giveBack } from '@/features/reservations/api';
import { endOf } from '@/features/reservations/ending';
import { reservationKeys } from '@/features/reservations/keys';
import { reservationTexts as said } from '@/features/reservations/texts';
import type { Reservation } from '@/shared/api/types';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { etagOf } from './useChanges';

/** Asks before a reservation ends early: what it has is gone for it then. */
export function GiveBackDialog({ reservation, close }: { reservation: Reservation; close: () => void }) {
  const cache = useQueryClient();
  const run = async () => {
    await giveBack({ id: reservation.id, etag: etagOf(reservation) });
    await Promise.all([reservationKeys.lists, reservationKeys.any].map((queryKey) => cache.invalidateQueries({ queryKey })));
  };
  return (
    <ConfirmDialog title={said.giveBack.title} submit={said.giveBack.submit} run={run} close={close}>
      <Text size="sm">{said.giveBack.detail}</Text>
      <Text size="sm">{endOf(reservation)}</Text>
    </ConfirmDialog>
  );
}
