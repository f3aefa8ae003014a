import { inventoryTexts } from '@/features/inventory/texts';
import type { InventoryFilters } from '@/shared/api/types';

const GLOBAL = 'global';

/** What a VRF is called: that of none is the global table. */
export const vrfName = (vrf: string): string => (vrf === GLOBAL ? inventoryTexts.globalVrf : vrf);

/** VRFs to choose from, before them what is in none, for which NetBox has no object. */
export const vrfChoices = ({ vrfs }: InventoryFilters) => [{ slug: GLOBAL, name: inventoryTexts.globalVrf }, ...vrfs.filter(({ slug }) => slug !== GLOBAL)];
