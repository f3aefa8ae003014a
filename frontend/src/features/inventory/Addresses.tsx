import { addressPages } from './api';
import { addressList } from './list/addresses';
import { type Choices, InventoryList, inventoryUrl } from './list/InventoryList';
import { vrfChoices } from './list/vrf';
import { inventoryTexts } from './texts';

const choices: Choices = {
  family: () => inventoryTexts.families,
  status: (known) => known.address_statuses,
  vrf: vrfChoices,
  role: (known) => known.address_roles,
  tag: (known) => known.tags,
};
const url = inventoryUrl(addressList.columns, choices, ['prefix_id']);

/** The addresses of NetBox. */
export function Component() {
  return <InventoryList of={addressList} url={url} choices={choices} hint={inventoryTexts.addresses.q} held="address" read={addressPages} />;
}
