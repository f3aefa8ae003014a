import { Kbd, Modal, Table } from '@mantine/core';
import { texts } from '@/texts/en';

const said = texts.shell.shortcuts;

/** The list of shortcuts. */
export function ShortcutHelp({ opened, close }: { opened: boolean; close: () => void }) {
  return (
    <Modal opened={opened} onClose={close} title={said.title} closeButtonProps={{ 'aria-label': texts.ui.close }}>
      <Table>
        <Table.Tbody>
          {said.list.map(([keys, what]) => (
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
    </Modal>
  );
}
