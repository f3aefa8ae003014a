import { Box, Group, Progress, Select, Text } from '@mantine/core';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import type { FocusEvent } from 'react';
import { prefixQuery } from '@/features/inventory/api';
import type { PlacedPrefix } from '@/features/inventory/prefix/tree';
import { problemOf } from '@/shared/api/problem';
import { leave } from '@/shared/form/focus';
import type { Field } from '@/shared/form/useForm';
import { prefixChoicesQuery } from './api';
import { detailOf, ordered, usedOf, whyClosed } from './choices';
import { type NicPrefix, type NicVlan, prefixOf } from './held';
import { nicTexts } from './texts';
import { useSearch } from './useSearch';

const said = nicTexts.prefix;
const STEP = 14;
const MOST_STEPS = 5;

/** A prefix among the choices, at its place in the tree: how much of it is used, or why it cannot be chosen. */
function Option({ prefix }: { prefix: PlacedPrefix }) {
  const { level = 0, utilization } = prefix;
  const why = whyClosed(prefix);
  return (
    <Box w="100%" pl={Math.min(level, MOST_STEPS) * STEP}>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Text size="sm" fw={why === null ? 550 : undefined} c={why === null ? undefined : 'dimmed'}>
          {prefix.prefix}
        </Text>
        <Text size="xs" c={why === null ? undefined : 'dimmed'}>
          {usedOf(prefix)}
        </Text>
      </Group>
      <Progress value={utilization.percent} size={4} color={why === null ? undefined : 'gray'} aria-hidden />
      <Text size="xs" c="dimmed">
        {[detailOf(prefix), why].filter(Boolean).join('. ')}
      </Text>
    </Box>
  );
}

/** The prefixes on a VLAN, of one version of IP. */
function useOnVlan(vlan: NicVlan | null, family: 4 | 6) {
  const ids = (vlan?.prefixes ?? []).filter(({ prefix }) => prefix.includes(':') === (family === 6)).map(({ id }) => id);
  return useQueries({ queries: ids.map(prefixQuery) }).flatMap(({ data }) => (data ? [data.data.prefix] : []));
}

type Props = {
  family: 4 | 6;
  vlan: NicVlan | null;
  /** Under whose name what is wrong is said. */
  field: Field<string>;
  value: NicPrefix | null;
  choose: (prefix: NicPrefix) => void;
};

/** One of NetBox's prefixes that has addresses to give: first those of the VLAN, then all as a tree. */
export function PrefixSelect({ family, vlan, field, value, choose }: Props) {
  const { typed, setTyped, q } = useSearch(value?.prefix ?? '');
  const { data, error } = useQuery({ ...prefixChoicesQuery(family, q), placeholderData: keepPreviousData });
  const onVlan = useOnVlan(vlan, family);
  const { first, others } = ordered(data?.rows ?? [], onVlan, q);
  const rows = new Map([...first, ...others].map((row) => [String(row.id), row]));
  const items = (all: PlacedPrefix[]) => all.map((row) => ({ value: String(row.id), label: row.prefix, disabled: whyClosed(row) !== null }));
  const chosen = value === null || rows.has(String(value.id)) ? [] : [{ value: String(value.id), label: value.prefix }];
  const named = vlan === null ? '' : `${vlan.vid} ${vlan.name}`;
  const notes = [
    error && problemOf(error).detail,
    vlan !== null && !vlan.prefixes.some(({ prefix }) => prefix.includes(':') === (family === 6)) && said.notOnVlan(named),
    data && data.total > data.rows.length && said.more(data.rows.length, data.total),
  ].filter(Boolean);
  return (
    <Select
      id={field.id}
      name={field.name}
      error={field.error}
      onBlur={(event: FocusEvent) => leave(event, field.left)}
      label={said.label[family]}
      placeholder={said.hint}
      description={notes.length > 0 ? notes.join(' ') : undefined}
      data={[
        ...chosen,
        ...(first.length > 0 ? [{ group: said.onVlan(named), items: items(first) }] : []),
        ...(others.length > 0 ? [{ group: first.length > 0 ? said.others : said.all, items: items(others) }] : []),
      ]}
      value={value === null ? null : String(value.id)}
      onChange={(id) => {
        const row = id === null ? undefined : rows.get(id);
        if (row) {
          choose(prefixOf(row));
        }
      }}
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      nothingFoundMessage={data ? said.none : undefined}
      renderOption={({ option }) => {
        const row = rows.get(option.value);
        return row ? <Option prefix={row} /> : <Text size="sm">{option.label}</Text>;
      }}
      // Why one cannot be chosen is to be read.
      styles={{ option: { opacity: 1 } }}
      maxDropdownHeight={320}
      allowDeselect={false}
      searchable
      required
    />
  );
}
