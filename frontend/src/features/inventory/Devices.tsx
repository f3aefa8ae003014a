import { devicePages } from './api';
import { deviceList } from './list/devices';
import { type Choices, InventoryList, inventoryUrl } from './list/InventoryList';
import { inventoryTexts } from './texts';

const choices: Choices = {
  site: (known) => known.sites,
  role: (known) => known.device_roles,
  platform: (known) => known.platforms,
  status: (known) => known.device_statuses,
  tag: (known) => known.tags,
};
const url = inventoryUrl(deviceList.columns, choices);

/** The devices of NetBox. */
export function Component() {
  return <InventoryList of={deviceList} url={url} choices={choices} hint={inventoryTexts.devices.q} held="device" read={devicePages} />;
}
