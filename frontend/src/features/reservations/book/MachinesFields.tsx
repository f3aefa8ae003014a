import { Button, Fieldset, Group, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useWhyNotMake } from '@/features/access/rights';
import { MadeFields } from './MadeFields';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { MachineFields } from './MachineFields';
import { machineTexts } from './machineTexts';
import { newMachines } from './machines';
import type { BookingForm } from './useBooking';

const said = machineTexts;

/** What is made for a reservation, and what becomes of it at the end. */
export function MachinesFields({ form }: { form: BookingForm }) {
  const { machines, what } = form.values;
  const why = useWhyNotMake();
  const drop = (index: number) => {
    const left = machines.toSpliced(index, 1);
    form.set({ machines: left, ...(left.length === 0 && what === 'machines' && { what: 'entry' }) });
  };
  return (
    <Fieldset legend={said.title} variant={machines.length > 0 ? 'default' : 'unstyled'}>
      <Stack gap="sm">
        {machines.map((set, index) => (
          // Sets have no name of their own: their place is what they are.
          <Fieldset key={index} legend={machines.length > 1 ? said.set(index + 1) : undefined} variant="unstyled">
            <Stack gap="sm">
              <MachineFields form={form} index={index} set={set} />
              <Group justify="flex-end">
                <Button size="xs" variant="subtle" color="gray" leftSection={<IconTrash size={16} />} onClick={() => drop(index)}>
                  {said.remove}
                </Button>
              </Group>
            </Stack>
          </Fieldset>
        ))}
        {machines.length > 0 && <MadeFields form={form} />}
        <Group gap="sm">
          <GuardedButton
            size="xs"
            variant="default"
            why={why}
            leftSection={<IconPlus size={16} />}
            onClick={() => form.set({ machines: [...machines, newMachines(machines.length)] })}
          >
            {machines.length > 0 ? said.addMore : said.add}
          </GuardedButton>
          {machines.length === 0 && (
            <Text size="sm" c="dimmed" flex={1} miw={200}>
              {said.detail}
            </Text>
          )}
        </Group>
      </Stack>
    </Fieldset>
  );
}
