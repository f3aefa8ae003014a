import { Anchor, Group } from '@mantine/core';
import { Link } from 'react-router';
import { HeldBy } from '@/features/inventory/held/OfPage';
import { heldTexts } from '@/features/inventory/held/texts';
import { inventoryTexts } from '@/features/inventory/texts';
import type { InventoryVlan } from '@/shared/api/types';
import { formatTexts } from '@/shared/format/texts';
import type { Column, ListOf } from '@/shared/list/column';
import { Named, Status, Tags } from './cells';

const said = inventoryTexts.vlans;

const columns: Column<InventoryVlan>[] = [
  {
    id: 'vid',
    header: said.columns.vid,
    table: 'always',
    card: 'title',
    width: '110px',
    csv: { id: ({ id }) => id, vid: ({ vid }) => vid },
    cell: ({ vid, url }) => <Named name={String(vid)} url={url} />,
  },
  { id: 'name', header: said.columns.name, table: 'always', width: 'minmax(120px, 2fr)', csv: { name: ({ name }) => name }, cell: ({ name }) => name },
  {
    id: 'status',
    header: said.columns.status,
    card: 'state',
    width: '130px',
    csv: { status: ({ status }) => status },
    cell: ({ status }) => <Status status={status} />,
  },
  { id: 'site', header: said.columns.site, width: 'minmax(70px, 1fr)', csv: { site: ({ site }) => site }, cell: ({ site }) => site ?? formatTexts.none },
  {
    id: 'group',
    header: said.columns.group,
    table: 'wide',
    width: 'minmax(90px, 1fr)',
    csv: { group: ({ group }) => group },
    cell: ({ group }) => group ?? formatTexts.none,
  },
  {
    id: 'held',
    header: heldTexts.column,
    card: 'block',
    width: 'minmax(150px, 1.5fr)',
    cell: ({ id }) => <HeldBy id={id} />,
  },
  {
    id: 'role',
    header: said.columns.role,
    table: 'wide',
    card: 'none',
    width: 'minmax(80px, 1fr)',
    csv: { role: ({ role }) => role },
    cell: ({ role }) => role ?? formatTexts.none,
  },
  {
    id: 'prefixes',
    header: said.columns.prefixes,
    card: 'block',
    width: 'minmax(130px, 1.5fr)',
    csv: { prefixes: ({ prefixes }) => prefixes.map(({ prefix }) => prefix) },
    cell: ({ prefixes }) =>
      prefixes.length === 0 ? (
        formatTexts.none
      ) : (
        <Group component="span" gap="xs">
          {prefixes.map(({ id, prefix }) => (
            <Anchor key={id} component={Link} to={`/inventory/prefixes/${id}`} size="sm" py={4}>
              {prefix}
            </Anchor>
          ))}
        </Group>
      ),
  },
  {
    id: 'tags',
    header: said.columns.tags,
    table: 'extra',
    width: 'minmax(80px, 1fr)',
    csv: { tags: ({ tags }) => tags, description: ({ description }) => description },
    cell: ({ tags }) => <Tags tags={tags} />,
  },
];

/** VLANs as NetBox has them, by site, group and number. */
export const vlanList: ListOf<InventoryVlan> = {
  name: 'vlans',
  label: inventoryTexts.tabs.vlans,
  what: said.what,
  columns,
  idOf: ({ id }) => id,
  nothingYet: { title: said.nothingYet, detail: said.nothingYetDetail },
  nothingMatches: said.nothingMatches,
};
