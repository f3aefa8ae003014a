import { Button, Group, Text } from '@mantine/core';
import { problemOf } from '@/shared/api/problem';
import type { Reservation } from '@/shared/api/types';
import { dismiss, notify } from '@/shared/ui/notify';
import { reservationTexts } from '@/features/reservations/texts';
import { seriesTexts } from './seriesTexts';

const said = reservationTexts.move;
const WHILE = 10_000;

/** Says what became of the dates of a series that were changed. */
export function tellSeries({ title, series }: Reservation): void {
  const dates = series?.dates ?? [];
  const refused = dates.filter((each) => each.refused !== null).length;
  const changed = dates.filter((each) => each.refused === null && each.outcome !== 'kept').length;
  notify({ title, message: seriesTexts.done(changed, refused), color: refused > 0 ? 'yellow' : 'green' });
}

/** Says what was done, and for a while how to undo it; `told` is said then, where not all is as it was. */
export function tellUndoable<R>(title: string, message: string, undo: () => Promise<R>, told: (undone: R) => string = () => said.undone): void {
  const id = `undo-${Date.now()}`;
  const back = async () => {
    dismiss(id);
    try {
      notify({ title, message: told(await undo()), color: 'green' });
    } catch (error) {
      notify({ title: said.notUndone, message: problemOf(error).detail, color: 'red' });
    }
  };
  notify({
    id,
    title,
    autoClose: WHILE,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{message}</Text>
        <Button size="xs" variant="default" onClick={() => void back()}>
          {said.undo}
        </Button>
      </Group>
    ),
  });
}
