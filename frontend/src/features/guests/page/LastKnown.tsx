import { Card, Table } from '@mantine/core';
import { useGuests } from '@/features/guests/api';
import { GuestState } from '@/features/guests/GuestState';
import { guestTexts } from '@/features/guests/texts';
import type { Guest } from '@/shared/api/types';
import { sizeOf } from '@/shared/format/bytes';
import { cores } from '@/shared/format/cores';
import { formatTexts } from '@/shared/format/texts';
import { Known } from '@/shared/ui/Known';

const said = guestTexts.summary;

/** What the list of guests tells of one whose own page cannot be read. */
export function LastKnown({ guest }: { guest: Guest }) {
  const list = useGuests();
  const facts = [
    [guestTexts.columns.status, <GuestState key="status" guest={guest} />],
    [said.node, guest.node],
    [said.cpu, cores(guest.cpus)],
    [said.memory, sizeOf(guest.maxmem)],
    [said.disk, sizeOf(guest.maxdisk)],
    [said.tags, guest.tags.join(', ') || formatTexts.none],
  ] as const;
  return (
    <Card component="section" aria-label={said.lastKnown} mt="md">
      <Known query={list} what={guestTexts.what}>
        <Table withRowBorders={false} verticalSpacing={4} aria-label={said.lastKnown}>
          <Table.Tbody>
            {facts.map(([label, value]) => (
              <Table.Tr key={label}>
                <Table.Th fw={500}>{label}</Table.Th>
                <Table.Td>{value}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Known>
    </Card>
  );
}
