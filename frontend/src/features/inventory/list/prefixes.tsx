import { Text } from '@mantine/core';
import { Gateway } from '@/features/inventory/prefix/Gateway';
import { NextFree } from '@/features/inventory/prefix/NextFree';
import { TreeName } from '@/features/inventory/prefix/TreeName';
import type { PlacedPrefix } from '@/features/inventory/prefix/tree';
import { Utilization } from '@/features/inventory/prefix/Utilization';
import { inventoryTexts } from '@/features/inventory/texts';
import { formatTexts } from '@/shared/format/texts';
import type { Column, ListOf } from '@/shared/list/column';
import { Status, Tags } from './cells';
import { vrfName } from './vrf';

const said = inventoryTexts.prefixes;

const columns: Column<PlacedPrefix>[] = [
  {
    id: 'prefix',
    header: said.columns.prefix,
    table: 'always',
    card: 'title',
    width: 'minmax(185px, 2.2fr)',
    csv: { id: ({ id }) => id, prefix: ({ prefix }) => prefix, description: ({ description }) => description, depth: ({ depth }) => depth },
    cell: (prefix) => (
      <TreeName prefix={prefix}>
        {prefix.description && (
          <Text size="xs" c="dimmed">
            {prefix.description}
          </Text>
        )}
      </TreeName>
    ),
  },
  {
    id: 'status',
    header: said.columns.status,
    card: 'state',
    width: '130px',
    csv: { status: ({ status }) => status },
    cell: ({ status }) => <Status status={status} />,
  },
  {
    id: 'utilization',
    header: said.columns.utilization,
    card: 'block',
    width: 'minmax(215px, 1.4fr)',
    csv: { utilization_percent: ({ utilization }) => utilization.percent, utilization_of: ({ utilization }) => utilization.of },
    cell: ({ utilization }) => <Utilization of={utilization} />,
  },
  {
    id: 'gateway',
    header: said.columns.gateway,
    labelled: true,
    width: 'minmax(130px, 1fr)',
    csv: { gateway: ({ gateway }) => gateway, gateway_source: ({ gateway_source: from }) => (from ? `${from.from} ${from.name}` : null) },
    cell: (prefix) => <Gateway of={prefix} />,
  },
  {
    id: 'free',
    header: said.columns.free,
    card: 'none',
    width: 'minmax(125px, 1fr)',
    cell: ({ id, prefix }) => <NextFree id={id} prefix={prefix} />,
  },
  {
    id: 'vrf',
    header: said.columns.vrf,
    table: 'wide',
    width: 'minmax(80px, 0.8fr)',
    csv: { vrf: ({ vrf }) => vrf },
    cell: ({ vrf }) => vrfName(vrf),
  },
  {
    id: 'site',
    header: said.columns.site,
    table: 'wide',
    width: 'minmax(60px, 0.8fr)',
    csv: { site: ({ site }) => site },
    cell: ({ site }) => site ?? formatTexts.none,
  },
  {
    id: 'vlan',
    header: said.columns.vlan,
    table: 'extra',
    width: 'minmax(80px, 0.8fr)',
    csv: { vlan: ({ vlan }) => vlan?.vid, vlan_name: ({ vlan }) => vlan?.name },
    cell: ({ vlan }) => (vlan ? `${vlan.vid} ${vlan.name}` : formatTexts.none),
  },
  {
    id: 'role',
    header: said.columns.role,
    table: 'extra',
    width: 'minmax(70px, 0.8fr)',
    csv: { role: ({ role }) => role },
    cell: ({ role }) => role ?? formatTexts.none,
  },
  {
    id: 'tags',
    header: said.columns.tags,
    table: 'extra',
    width: 'minmax(70px, 0.8fr)',
    csv: { tags: ({ tags }) => tags },
    cell: ({ tags }) => <Tags tags={tags} />,
  },
];

/** Prefixes as NetBox has them, each with those within it below. */
export const prefixList: ListOf<PlacedPrefix> = {
  name: 'prefixes',
  label: inventoryTexts.tabs.prefixes,
  what: said.what,
  columns,
  idOf: ({ id }) => id,
  nothingYet: { title: said.nothingYet, detail: said.nothingYetDetail },
  nothingMatches: said.nothingMatches,
};
