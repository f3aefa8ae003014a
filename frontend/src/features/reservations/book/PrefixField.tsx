import { Group } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { reservationTexts } from '@/features/reservations/texts';
import { api, body } from '@/shared/api/client';
import type { Prefix } from '@/shared/api/types';
import { SelectField } from '@/shared/form/choices';
import { NumberField } from '@/shared/form/fields';
import type { BookingForm } from './useBooking';

const said = reservationTexts.form;
const PAUSE = 250;
const FOUND = 50;

/** Prefixes of NetBox by words of their network or description. */
const prefixesQuery = (words: string) =>
  queryOptions({
    queryKey: ['inventory', 'prefixes', 'to reserve', words],
    queryFn: ({ signal }) => body(api.GET('/api/inventory/prefixes', { params: { query: { limit: FOUND, ...(words !== '' && { q: words }) } }, signal })),
    placeholderData: keepPreviousData,
    retry: false,
  });

const gives = ({ status, mark_utilized: full }: Prefix) => !full && !['container', 'reserved', 'deprecated'].includes(status);

const labelOf = ({ prefix, vrf, description, site }: Prefix) =>
  [vrf === 'global' ? prefix : said.prefixOfVrf(prefix, vrf), description || site].filter(Boolean).join(' — ');

/** So many free addresses of a prefix of NetBox; nothing where there is no NetBox to choose one of. */
export function PrefixField({ form }: { form: BookingForm }) {
  const [typed, setTyped] = useState('');
  const [words] = useDebouncedValue(typed.trim().split(/ — | \(VRF /)[0] ?? '', PAUSE);
  const { data } = useQuery(prefixesQuery(words));
  const { prefix } = form.values;
  if (data === undefined && prefix === '') {
    return null;
  }
  const found = (data ?? []).filter(gives).map((each) => ({ value: String(each.id), label: labelOf(each) }));
  // What was chosen stays, though it is not among what is found by other words.
  const options = prefix === '' || found.some(({ value }) => value === prefix) ? found : [...found, { value: prefix, label: said.prefixOf(prefix) }];
  return (
    <Group grow align="flex-start">
      <SelectField field={form.at('prefix')} label={said.prefix} description={said.prefixHint} data={options} onSearchChange={setTyped} searchable clearable />
      {prefix !== '' && <NumberField field={form.at('prefixCount')} label={said.prefixCount} required />}
    </Group>
  );
}
