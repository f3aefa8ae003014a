import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Scope } from '@/features/reservations/api';
import { windowText } from '@/features/reservations/time/say';
import type { Reservation, ReservationChange } from '@/shared/api/types';
import { Dialog } from '@/shared/ui/Dialog';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { uiTexts } from '@/shared/ui/texts';
import { ScopeChoice, type Mode } from './ScopeChoice';
import { SeriesPreview } from './SeriesPreview';
import { seriesTexts } from './seriesTexts';

const said = seriesTexts;

type Props = {
  reservation: Reservation;
  from: number;
  to: number;
  changes: ReservationChange;
  zone: string;
  move: (scope: Scope, mode: Mode) => Promise<unknown>;
  close: () => void;
};

/** Asks which dates of a series go where one of them was moved to. */
export function MoveDialog({ reservation, from, to, changes, zone, move, close }: Props) {
  const [scope, setScope] = useState<Scope>('this');
  const [mode, setMode] = useState<Mode>('all');
  const mutation = useMutation({ mutationFn: () => move(scope, mode) });
  return (
    <Dialog onClose={close} title={said.move} size="lg">
      <Stack>
        <Text size="sm">
          {reservation.title}: {windowText(from, to, zone)}
        </Text>
        <ScopeChoice {...{ scope, setScope, mode, setMode }} />
        {scope !== 'this' && <SeriesPreview id={reservation.id} changes={changes} scope={scope} zone={zone} />}
        {mutation.error && <ProblemAlert error={mutation.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {uiTexts.cancel}
          </Button>
          <GuardedButton loading={mutation.isPending} onClick={() => mutation.mutate()} data-autofocus>
            {said.submit}
          </GuardedButton>
        </Group>
      </Stack>
    </Dialog>
  );
}
