import { vlanPages } from './api';
import { type Choices, InventoryList, inventoryUrl } from './list/InventoryList';
import { vlanList } from './list/vlans';
import { inventoryTexts } from './texts';

const choices: Choices = {
  site: (known) => known.sites,
  group: (known) => known.vlan_groups,
  role: (known) => known.roles,
  status: (known) => known.vlan_statuses,
  tag: (known) => known.tags,
};
const url = inventoryUrl(vlanList.columns, choices);

/** The VLANs of NetBox. */
export function Component() {
  return <InventoryList of={vlanList} url={url} choices={choices} hint={inventoryTexts.vlans.q} held="vlan" read={vlanPages} />;
}
