import { HeldBy } from '@/features/inventory/held/OfPage';
import { heldTexts } from '@/features/inventory/held/texts';
import { inventoryTexts } from '@/features/inventory/texts';
import type { NetBoxDevice } from '@/shared/api/types';
import { formatTexts } from '@/shared/format/texts';
import type { Column, ListOf } from '@/shared/list/column';
import { Named, Status, Tags } from './cells';

const said = inventoryTexts.devices;

/** What a device is called: one without a name goes by what NetBox makes of its model. */
export const deviceName = ({ name, display }: NetBoxDevice): string => name ?? display;

const addressOf = ({ primary_ip4, primary_ip6 }: NetBoxDevice) => (primary_ip4 ?? primary_ip6)?.display;

const columns: Column<NetBoxDevice>[] = [
  {
    id: 'name',
    header: said.columns.name,
    table: 'always',
    card: 'title',
    width: 'minmax(150px, 2fr)',
    csv: { id: ({ id }) => id, name: deviceName },
    cell: (device) => <Named name={deviceName(device)} to={`/inventory/devices/${device.id}`} url={device.display_url} />,
  },
  {
    id: 'status',
    header: said.columns.status,
    card: 'state',
    width: '130px',
    csv: { status: ({ status }) => status?.value },
    cell: ({ status }) => (status ? <Status status={status.value} label={status.label} /> : formatTexts.unknown),
  },
  {
    id: 'site',
    header: said.columns.site,
    width: 'minmax(70px, 1fr)',
    csv: { site: ({ site }) => site?.display },
    cell: ({ site }) => site?.display ?? formatTexts.none,
  },
  {
    id: 'role',
    header: said.columns.role,
    width: 'minmax(80px, 1fr)',
    csv: { role: ({ role }) => role?.display },
    cell: ({ role }) => role?.display ?? formatTexts.none,
  },
  {
    id: 'held',
    header: heldTexts.column,
    card: 'block',
    width: 'minmax(150px, 1.5fr)',
    cell: ({ id }) => <HeldBy id={id} />,
  },
  {
    id: 'type',
    header: said.columns.type,
    table: 'wide',
    card: 'none',
    width: 'minmax(90px, 1fr)',
    csv: { device_type: ({ device_type }) => device_type?.display },
    cell: ({ device_type }) => device_type?.display ?? formatTexts.none,
  },
  {
    id: 'platform',
    header: said.columns.platform,
    table: 'wide',
    width: 'minmax(80px, 1fr)',
    csv: { platform: ({ platform }) => platform?.display },
    cell: ({ platform }) => platform?.display ?? formatTexts.none,
  },
  {
    id: 'address',
    header: said.columns.address,
    width: 'minmax(125px, 1fr)',
    csv: { primary_ip: addressOf },
    cell: (device) => addressOf(device) ?? formatTexts.none,
  },
  {
    id: 'serial',
    header: said.columns.serial,
    table: 'extra',
    width: 'minmax(100px, 1fr)',
    csv: { serial: ({ serial }) => serial },
    cell: ({ serial }) => serial || formatTexts.none,
  },
  {
    id: 'tags',
    header: said.columns.tags,
    table: 'extra',
    width: 'minmax(80px, 1fr)',
    csv: { tags: ({ tags = [] }) => tags.map(({ name }) => name) },
    cell: ({ tags = [] }) => <Tags tags={tags.map(({ name }) => name)} />,
  },
];

/** Devices as NetBox has them, by name. */
export const deviceList: ListOf<NetBoxDevice> = {
  name: 'devices',
  label: inventoryTexts.tabs.devices,
  what: said.what,
  columns,
  idOf: ({ id }) => id,
  nothingYet: { title: said.nothingYet, detail: said.nothingYetDetail },
  nothingMatches: said.nothingMatches,
};
