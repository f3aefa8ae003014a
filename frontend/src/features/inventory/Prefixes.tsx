import { useCallback, useMemo } from 'react';
import { prefixPages } from './api';
import { type Choices, InventoryList, inventoryUrl } from './list/InventoryList';
import { prefixList } from './list/prefixes';
import { vrfChoices } from './list/vrf';
import { useFolded } from './prefix/fold';
import { placed, type PlacedPrefix, unfolded } from './prefix/tree';
import { inventoryTexts } from './texts';

const choices: Choices = {
  family: () => inventoryTexts.families,
  status: (known) => known.prefix_statuses,
  site: (known) => known.sites,
  vrf: vrfChoices,
  role: (known) => known.roles,
  tag: (known) => known.tags,
};
const url = inventoryUrl(prefixList.columns, choices, ['within']);

/** The prefixes of NetBox as a tree. */
export function Component() {
  const [folded] = useFolded();
  const hidden = useMemo(() => new Set(folded), [folded]);
  const arrange = useCallback((rows: PlacedPrefix[]) => unfolded(placed(rows), hidden), [hidden]);
  return <InventoryList of={prefixList} url={url} choices={choices} hint={inventoryTexts.prefixes.q} read={prefixPages} arrange={arrange} />;
}
