import { Button, Group, Stack, Text } from '@mantine/core';
import { Dialog } from '@/shared/ui/Dialog';
import { formTexts } from './texts';
import { discardAll } from './unsaved';

const said = formTexts.leave;

/** The question itself. */
export function LeaveDialog({ stay, go }: { stay: () => void; go: () => void }) {
  return (
    <Dialog onClose={stay} title={said.title}>
      <Stack>
        <Text size="sm">{said.detail}</Text>
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={stay}>
            {said.stay}
          </Button>
          <Button
            color="red"
            onClick={() => {
              discardAll();
              go();
            }}
          >
            {said.go}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
