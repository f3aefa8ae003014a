import { Button, Group, Text } from '@mantine/core';
import { problemOf } from '@/shared/api/problem';
import { dismiss, notify } from '@/shared/ui/notify';
import { reservationTexts } from '@/features/reservations/texts';

const said = reservationTexts.move;
const WHILE = 10_000;

/** Says what was done, and for a while how to undo it. */
export function tellUndoable(title: string, message: string, undo: () => Promise<unknown>): void {
  const id = `undo-${Date.now()}`;
  const back = async () => {
    dismiss(id);
    try {
      await undo();
      notify({ title, message: said.undone, color: 'green' });
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
