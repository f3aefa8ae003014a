import { Kbd, Table } from '@mantine/core';
import { reservationTexts } from '@/features/reservations/texts';
import { Dialog } from '@/shared/ui/Dialog';
import { usePages } from './pages';
import { shellTexts } from './texts';

const said = shellTexts.shortcuts;

/** The list of shortcuts. */
export function ShortcutHelp({ opened, close }: { opened: boolean; close: () => void }) {
  const list = [['Ctrl K', said.all], ...usePages().map(({ key, label }) => [`g ${key}`, label]), ...said.list, ...reservationTexts.keys] as [string, string][];
  return (
    <Dialog opened={opened} onClose={close} title={said.title}>
      <Table>
        <Table.Tbody>
          {list.map(([keys, what]) => (
            <Table.Tr key={what}>
              <Table.Td>
                {keys.split(' ').map((key) => (
                  <Kbd key={key} mr={4}>
                    {key}
                  </Kbd>
                ))}
              </Table.Td>
              <Table.Td>{what}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Dialog>
  );
}
