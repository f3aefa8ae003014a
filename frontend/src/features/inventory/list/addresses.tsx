import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { HeldBy } from '@/features/inventory/held/OfPage';
import { heldTexts } from '@/features/inventory/held/texts';
import { inventoryTexts } from '@/features/inventory/texts';
import type { IpAddress } from '@/shared/api/types';
import { formatTexts } from '@/shared/format/texts';
import type { Column, ListOf } from '@/shared/list/column';
import { Assigned, assignedWords, Named, Status, Tags } from './cells';
import { vrfName } from './vrf';

const said = inventoryTexts.addresses;

/** Where the grid of its prefix shows an address. */
const placeOf = ({ address, prefix_id }: IpAddress) =>
  prefix_id === null ? {} : { to: `/inventory/prefixes/${prefix_id}?ip=${encodeURIComponent(address.split('/')[0] ?? '')}` };

const columns: Column<IpAddress>[] = [
  {
    id: 'address',
    header: said.columns.address,
    table: 'always',
    card: 'title',
    width: 'minmax(150px, 1.3fr)',
    csv: { id: ({ id }) => id, address: ({ address }) => address },
    cell: (address) => <Named name={address.address} {...placeOf(address)} url={address.url} />,
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
    id: 'dns',
    header: said.columns.dns,
    width: 'minmax(120px, 1.5fr)',
    csv: { dns_name: ({ dns_name }) => dns_name, description: ({ description }) => description },
    cell: ({ dns_name, description }) => dns_name || description || formatTexts.none,
  },
  {
    id: 'assigned',
    header: said.columns.assigned,
    width: 'minmax(120px, 1.5fr)',
    csv: { assigned_to: assignedWords },
    cell: (address) => <Assigned address={address} />,
  },
  {
    id: 'held',
    header: heldTexts.column,
    card: 'block',
    width: 'minmax(150px, 1.5fr)',
    cell: ({ id }) => <HeldBy id={id} />,
  },
  {
    id: 'prefix',
    header: said.columns.prefix,
    table: 'wide',
    width: 'minmax(120px, 1fr)',
    csv: { prefix: ({ prefix }) => prefix },
    cell: ({ prefix, prefix_id }) =>
      prefix === null ? (
        formatTexts.none
      ) : (
        <Anchor component={Link} to={`/inventory/prefixes/${prefix_id}`} size="sm">
          {prefix}
        </Anchor>
      ),
  },
  {
    id: 'vrf',
    header: said.columns.vrf,
    table: 'wide',
    card: 'none',
    width: 'minmax(80px, 1fr)',
    csv: { vrf: ({ vrf }) => vrf },
    cell: ({ vrf }) => vrfName(vrf),
  },
  {
    id: 'role',
    header: said.columns.role,
    table: 'extra',
    width: 'minmax(70px, 1fr)',
    csv: { role: ({ role }) => role },
    cell: ({ role }) => role ?? formatTexts.none,
  },
  {
    id: 'tenant',
    header: said.columns.tenant,
    table: 'extra',
    width: 'minmax(80px, 1fr)',
    csv: { tenant: ({ tenant }) => tenant },
    cell: ({ tenant }) => tenant ?? formatTexts.none,
  },
  {
    id: 'tags',
    header: said.columns.tags,
    table: 'extra',
    width: 'minmax(80px, 1fr)',
    csv: { tags: ({ tags }) => tags },
    cell: ({ tags }) => <Tags tags={tags} />,
  },
];

/** Addresses as NetBox has them, in their order. */
export const addressList: ListOf<IpAddress> = {
  name: 'addresses',
  label: inventoryTexts.tabs.addresses,
  what: said.what,
  columns,
  idOf: ({ id }) => id,
  nothingYet: { title: said.nothingYet, detail: said.nothingYetDetail },
  nothingMatches: said.nothingMatches,
};
