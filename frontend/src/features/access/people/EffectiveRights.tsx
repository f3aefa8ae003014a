import { Alert, Select, Stack, Text } from '@mantine/core';
import { SectionCard } from '@/shared/ui/SectionCard';
import { IconCheck, IconX } from '@tabler/icons-react';
import * as z from 'zod/mini';
import { accessTexts } from '@/features/access/texts';
import { useGuests } from '@/features/guests/api';
import { guestTexts } from '@/features/guests/texts';
import type { Person, Rights } from '@/shared/api/types';
import type { ListOf } from '@/shared/list/column';
import { List } from '@/shared/list/List';
import { Aged } from '@/shared/ui/Known';
import { State } from '@/shared/ui/State';
import { uiTexts } from '@/shared/ui/texts';
import { useUrlState } from '@/shared/url/useUrlState';
import { useRights } from './api';

const said = accessTexts.effective;
const shape = { vmid: z.catch(z.nullable(z.coerce.number().check(z.int(), z.minimum(100))), null) };

type Answer = Rights['rights'][number];

const rightList: ListOf<Answer> = {
  name: 'rights',
  label: said.title,
  what: said.what,
  idOf: ({ right }) => right,
  nothingYet: { title: said.none },
  columns: [
    {
      id: 'right',
      header: said.columns.right,
      card: 'title',
      cell: ({ means, why }) => (
        <>
          {means}
          {why && (
            <Text size="sm" c="dimmed">
              {why}
            </Text>
          )}
        </>
      ),
    },
    {
      id: 'answer',
      header: said.columns.answer,
      card: 'state',
      width: '90px',
      cell: ({ allowed }) => (
        <State tone={allowed ? 'good' : 'calm'} icon={allowed ? <IconCheck /> : <IconX />}>
          {allowed ? said.yes : said.no}
        </State>
      ),
    },
  ],
};

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
            <Aged of={rights} aged>
              <Alert
                color={answer.allowed ? 'green' : 'red'}
                icon={answer.allowed ? <IconCheck /> : <IconX />}
                title={(answer.allowed ? said.may : said.mayNot)(person.display, nameOf(answer.vmid))}
              >
                {answer.why}
              </Alert>
            </Aged>
          )}
        </div>
        <List of={rightList} query={rights} rows={rights.data?.rights} within="card" height={120} />
      </Stack>
    </SectionCard>
  );
}
