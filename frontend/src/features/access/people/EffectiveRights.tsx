import { Alert, Select, Stack, Table, Text } from '@mantine/core';
import { Known } from '@/shared/ui/Known';
import { SectionCard } from '@/shared/ui/SectionCard';
import { IconCheck, IconX } from '@tabler/icons-react';
import { z } from 'zod';
import { accessTexts } from '@/features/access/texts';
import { useGuests } from '@/features/guests/api';
import { guestTexts } from '@/features/guests/texts';
import type { Person } from '@/shared/api/types';
import { State } from '@/shared/ui/State';
import { uiTexts } from '@/shared/ui/texts';
import { useUrlState } from '@/shared/url/useUrlState';
import { useRights } from './api';

const said = accessTexts.effective;
const shape = { vmid: z.coerce.number().int().min(100).nullable().catch(null) };

/** Answers what somebody may do and why not more, for one guest too. */
export function EffectiveRights({ person }: { person: Person }) {
  const [{ vmid }, setUrl] = useUrlState(shape);
  const guests = useGuests().data?.data ?? [];
  const rights = useRights(person.name, vmid);
  const nameOf = (id: number) => guestTexts.named(id, guests.find((guest) => guest.vmid === id)?.name ?? '');
  const ids = [...new Set([...guests.map((guest) => guest.vmid), ...(vmid === null ? [] : [vmid])])];
  const answer = rights.data?.guest;
  return (
    <SectionCard title={said.title}>
      <Stack>
        <Select
          label={said.guest}
          placeholder={said.guestHint}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': uiTexts.clearFilters }}
          limit={50}
          maw={360}
          data={ids.map((id) => ({ value: String(id), label: nameOf(id) }))}
          value={vmid === null ? null : String(vmid)}
          onChange={(value) => setUrl({ vmid: value === null ? null : Number(value) })}
        />
        <div role="status">
          {answer && (
            <Alert
              color={answer.allowed ? 'green' : 'red'}
              icon={answer.allowed ? <IconCheck /> : <IconX />}
              title={(answer.allowed ? said.may : said.mayNot)(person.display, nameOf(answer.vmid))}
            >
              {answer.why}
            </Alert>
          )}
        </div>
        <Known query={rights} what={said.what} height={120}>
          {(known) => (
            <Table aria-label={said.title}>
              <Table.Thead>
                <Table.Tr>
                  {Object.values(said.columns).map((label) => (
                    <Table.Th key={label}>{label}</Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {known.rights.map(({ right, means, allowed, why }) => (
                  <Table.Tr key={right}>
                    <Table.Td>
                      {means}
                      {why && (
                        <Text size="sm" c="dimmed">
                          {why}
                        </Text>
                      )}
                    </Table.Td>
                    <Table.Td>
                      <State tone={allowed ? 'good' : 'calm'} icon={allowed ? <IconCheck /> : <IconX />}>
                        {allowed ? said.yes : said.no}
                      </State>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )}
        </Known>
      </Stack>
    </SectionCard>
  );
}
