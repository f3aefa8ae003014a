import { Anchor, Text } from '@mantine/core';
import { IconBan, IconCircleCheck } from '@tabler/icons-react';
import { Link } from 'react-router';
import { inventoryTexts } from '@/features/inventory/texts';
import type { DeviceInterface } from '@/shared/api/types';
import { formatTexts } from '@/shared/format/texts';
import type { Column, ListOf } from '@/shared/list/column';
import { List } from '@/shared/list/List';
import { State } from '@/shared/ui/State';

const said = inventoryTexts.device;

const vlansOf = ({ untagged_vlan: untagged, tagged_vlans: tagged }: DeviceInterface) =>
  [untagged && said.untagged(untagged), tagged.length > 0 && said.tagged(tagged.join(', '))].filter(Boolean).join('; ');

const columns: Column<DeviceInterface>[] = [
  {
    id: 'name',
    header: said.columns.name,
    table: 'always',
    card: 'title',
    width: 'minmax(120px, 1.3fr)',
    cell: ({ name, mgmt_only, lag }) => (
      <>
        <Text size="sm" fw={600}>
          {name}
        </Text>
        <Text size="xs" c="dimmed">
          {[mgmt_only && said.management, lag && said.lag(lag)].filter(Boolean).join(', ')}
        </Text>
      </>
    ),
  },
  {
    id: 'state',
    header: said.columns.state,
    card: 'state',
    width: '120px',
    cell: ({ enabled }) => (
      <State tone={enabled ? 'good' : 'calm'} icon={enabled ? <IconCircleCheck /> : <IconBan />}>
        {enabled ? said.enabled : said.disabled}
      </State>
    ),
  },
  {
    id: 'addresses',
    header: said.columns.addresses,
    card: 'block',
    width: 'minmax(140px, 1.5fr)',
    cell: ({ addresses }) =>
      addresses.length === 0
        ? formatTexts.none
        : addresses.map(({ id, address, prefix_id, dns_name }) => (
            <div key={id}>
              {prefix_id === null ? (
                address
              ) : (
                <Anchor component={Link} to={`/inventory/prefixes/${prefix_id}?ip=${encodeURIComponent(address.split('/')[0] ?? '')}`} size="sm">
                  {address}
                </Anchor>
              )}{' '}
              <Text span size="xs" c="dimmed">
                {dns_name}
              </Text>
            </div>
          )),
  },
  { id: 'type', header: said.columns.type, table: 'wide', width: 'minmax(100px, 1fr)', cell: ({ type }) => type ?? formatTexts.none },
  {
    id: 'mac',
    header: said.columns.mac,
    table: 'wide',
    card: 'none',
    width: '150px',
    cell: ({ mac_address, mtu }) => (
      <>
        {mac_address ?? formatTexts.none}
        {mtu !== null && (
          <Text size="xs" c="dimmed">
            {said.mtu(mtu)}
          </Text>
        )}
      </>
    ),
  },
  { id: 'vlans', header: said.columns.vlans, width: 'minmax(100px, 1fr)', cell: (each) => vlansOf(each) || formatTexts.none },
  {
    id: 'description',
    header: said.columns.description,
    table: 'wide',
    width: 'minmax(100px, 1fr)',
    cell: ({ description }) => description || formatTexts.none,
  },
];

const interfaceList: ListOf<DeviceInterface> = {
  name: 'interfaces',
  label: said.interfaces,
  what: said.what,
  columns,
  idOf: ({ id }) => id,
  nothingYet: { title: said.noInterfaces },
};

/** The interfaces of a device with their addresses. */
export function Interfaces({ of }: { of: DeviceInterface[] }) {
  return <List of={interfaceList} rows={of} within="card" />;
}
