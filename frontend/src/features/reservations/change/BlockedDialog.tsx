import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Conflicts } from '@/features/reservations/book/Conflicts';
import { reservationTexts } from '@/features/reservations/texts';
import { windowText } from '@/features/reservations/time/say';
import type { Suggestion } from '@/shared/api/types';
import { Dialog } from '@/shared/ui/Dialog';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import type { Blocked } from './useChanges';

const said = reservationTexts;

type Props = { blocked: Blocked; zone: string; pending: boolean; use: (suggestion: Suggestion) => void; close: () => void };

/** Why something could not be moved where it was dropped, and where it could be instead. */
export function BlockedDialog({ blocked: { problem, reservation, from, to }, zone, pending, use, close }: Props) {
  return (
    <Dialog onClose={close} title={said.move.failed} size="lg">
      <Stack>
        <Text size="sm">
          {reservation.title}: {windowText(from, to, zone)}
        </Text>
        {problem.type === 'reservation-conflict' ? (
          <Alert color="red" icon={<IconAlertTriangle />} title={problem.title} role="alert">
            <Conflicts problem={problem} wanted={{ from, to }} zone={zone} pending={pending} use={use} />
          </Alert>
        ) : (
          <ProblemAlert error={problem} />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={close} data-autofocus>
            {said.move.sameNode}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
