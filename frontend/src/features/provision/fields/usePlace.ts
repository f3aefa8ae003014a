import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useAllowed } from '@/features/access/api';
import { networksQuery, placementQuery, storagesQuery } from '@/features/provision/api';
import type { Draft } from '@/features/provision/draft';
import { wantedOf } from '@/features/provision/order';
import { faultsIn } from '@/features/provision/rules';
import { provisionTexts } from '@/features/provision/texts';
import type { StepProps } from '@/features/provision/useWizard';
import type { PlacementFilter } from '@/shared/api/types';

const said = provisionTexts.network;

function split<Item>(items: Item[], mine: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(mine), items.filter((item) => !mine(item))];
}

const PAUSE = 300;

/** Which nodes can take it, once it is known what it is made from and a moment after its size was typed. */
function usePlacement(draft: Draft) {
  const wrong = faultsIn(draft);
  const ready = !['template', 'cores', 'memory', 'disk'].some((field) => field in wrong);
  const [asked] = useDebouncedValue(ready ? JSON.stringify(wantedOf(draft)) : '', PAUSE);
  return useQuery({ ...placementQuery(asked === '' ? {} : (JSON.parse(asked) as PlacementFilter)), enabled: asked !== '' });
}

/** Which storages and bridges there are on its node, and whose they are; what is chosen follows where another node has others. */
export function usePlace({ values: draft, set }: StepProps['form']) {
  const networks = useQuery(networksQuery(draft.node));
  const storages = useQuery(storagesQuery(draft.node));
  const allowed = useAllowed(draft.team);
  const placement = usePlacement(draft);
  const [bridges, foreignBridges] = split(networks.data?.data ?? [], ({ iface }) => allowed.bridges?.includes(iface) ?? true);
  const content = draft.type === 'lxc' ? 'rootdir' : 'images';
  const inUse = (storages.data?.data ?? []).filter((storage) => storage.enabled && storage.active && storage.content.split(',').includes(content));
  const [fitting, foreign] = split(inUse, (each) => allowed.storages?.includes(each.storage) ?? true);
  const clone = draft.type === 'vm' && draft.source === 'clone';
  const first = bridges[0]?.iface;
  // Where its template lies they may perhaps put nothing.
  const proposed = placement.data?.nodes.find(({ node }) => node === draft.node)?.storage ?? '';
  const beside = clone && proposed === '';
  const roomiest = proposed || fitting.toSorted((a, b) => b.avail - a.avail)[0]?.storage;
  const { nics, storage } = draft;
  // Another node may have other bridges.
  const names = bridges.map(({ iface }) => iface);
  const unplugged = nics.some(({ bridge }) => !names.includes(bridge));
  useEffect(() => {
    if (first && unplugged) {
      const lost = nics.flatMap(({ bridge }, index) => (bridge === '' || names.includes(bridge) ? [] : [{ bridge, card: said.nic(index) }]));
      const was = [...new Set(lost.map(({ bridge }) => bridge))].join(', ');
      const words = lost.length === 0 ? '' : said.replugged(lost.map(({ card }) => card).join(', '), was, draft.node, first);
      set({ told: { ...draft.told, nics: words }, nics: nics.map((nic) => (names.includes(nic.bridge) ? nic : { ...nic, bridge: first })) });
    }
  }, [first, unplugged, names, nics, draft.node, draft.told, set]);
  useEffect(() => {
    if (!beside && storage === '' && roomiest && !placement.isPending) {
      set({ storage: roomiest });
    }
  }, [beside, storage, roomiest, placement.isPending, set]);
  return { placement, networks, storages, bridges, foreignBridges, fitting, foreign, vlans: allowed.vlans, proposed, beside };
}

export type Place = ReturnType<typeof usePlace>;
