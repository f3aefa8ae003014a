import { Select, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { problemOf } from '@/shared/api/problem';
import { vlanChoicesQuery } from './api';
import { type NicVlan, vlanOf } from './held';
import { nicTexts } from './texts';
import { useSearch } from './useSearch';

const said = nicTexts.vlan;
const nameOf = ({ vid, name, site }: Pick<NicVlan, 'vid' | 'name' | 'site'>) => said.named(vid, name, site);

/** One of NetBox's VLANs, or none. */
export function VlanSelect({ value, choose }: { value: NicVlan | null; choose: (vlan: NicVlan | null) => void }) {
  const { typed, setTyped, q } = useSearch(value === null ? '' : nameOf(value));
  const { data, error } = useQuery({ ...vlanChoicesQuery(q), placeholderData: keepPreviousData });
  const found = data?.rows ?? [];
  const all: NicVlan[] = value === null || found.some(({ id }) => id === value.id) ? found : [value, ...found];
  const groups = new Map(all.map(({ id, group }) => [String(id), group]));
  return (
    <Select
      mt="xs"
      label={said.label}
      placeholder={said.hint}
      description={error ? problemOf(error).detail : undefined}
      data={all.map((vlan) => ({ value: String(vlan.id), label: nameOf(vlan) }))}
      value={value === null ? null : String(value.id)}
      onChange={(id) => {
        const chosen = all.find((each) => String(each.id) === id);
        const row = found.find((each) => String(each.id) === id);
        choose(row ? vlanOf(row) : (chosen ?? null));
      }}
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      nothingFoundMessage={data ? said.none : undefined}
      renderOption={({ option }) => (
        <div>
          <Text size="sm">{option.label}</Text>
          <Text size="xs" c="dimmed">
            {groups.get(option.value)}
          </Text>
        </div>
      )}
      searchable
      clearable
    />
  );
}
