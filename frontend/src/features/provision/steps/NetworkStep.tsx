import { Button, NativeSelect, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useAllowed } from '@/features/access/api';
import { networksQuery, placementQuery, storagesQuery } from '@/features/provision/api';
import { newNic, type Nic } from '@/features/provision/draft';
import { wantedOf } from '@/features/provision/order';
import { setsAddresses } from '@/features/provision/rules';
import { provisionTexts } from '@/features/provision/texts';
import type { StepProps } from '@/features/provision/useDraft';
import { bytes } from '@/shared/format/bytes';
import { CannotLoad } from '@/shared/ui/Empty';
import { NicFields } from './NicFields';
import { NodeChoice } from './NodeChoice';

const said = provisionTexts.network;
const MOST = 8;

function split<Item>(items: Item[], mine: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(mine), items.filter((item) => !mine(item))];
}

/** Where its disk lies and how it is connected. */
export function NetworkStep({ draft, set, errorOf }: StepProps) {
  const networks = useQuery(networksQuery(draft.node));
  const storages = useQuery(storagesQuery(draft.node));
  const allowed = useAllowed(draft.team);
  const placement = useQuery(placementQuery(wantedOf(draft)));
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

  const change = (index: number, part: Partial<Nic>) => set({ nics: nics.map((nic, i) => (i === index ? { ...nic, ...part } : nic)) });
  const insert = (index: number, nic: Nic) => set({ nics: nics.toSpliced(index, 0, nic) });
  return (
    <Stack>
      <NodeChoice draft={draft} set={set} errorOf={errorOf} />
      {storages.error && <CannotLoad what={said.storages} error={storages.error} since={storages.errorUpdatedAt} retry={() => void storages.refetch()} />}
      {networks.error && <CannotLoad what={said.networks} error={networks.error} since={networks.errorUpdatedAt} retry={() => void networks.refetch()} />}
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NativeSelect
          name="storage"
          label={said.storage}
          value={storage}
          error={errorOf('storage')}
          description={foreign.length > 0 ? said.storagesNotYours(foreign.map((each) => each.storage)) : undefined}
          onChange={(event) => set({ storage: event.currentTarget.value })}
          data={[
            ...(beside ? [{ value: '', label: said.sameStorage }] : [{ value: '', label: '' }]),
            ...fitting.map((each) => ({ value: each.storage, label: said.storageOption(each.storage, each.type, bytes(each.avail)) })),
          ]}
        />
        {clone && (
          <NativeSelect
            name="copy"
            label={said.copy}
            value={draft.copy}
            error={errorOf('copy')}
            onChange={(event) => set({ copy: event.currentTarget.value as typeof draft.copy })}
            data={(['auto', 'linked', 'full'] as const).map((value) => ({ value, label: said.copies[value], disabled: value === 'linked' && proposed !== '' }))}
            description={proposed === '' ? undefined : said.linkedElsewhere}
          />
        )}
      </SimpleGrid>
      <Title order={3} size="h4">
        {said.nics}
      </Title>
      {nics.length === 0 && <Text size="sm">{said.none}</Text>}
      {networks.data && bridges.length === 0 && <Text size="sm">{said.noBridge(draft.node)}</Text>}
      {foreignBridges.length > 0 && (
        <Text size="sm" c="dimmed">
          {said.bridgesNotYours(foreignBridges.map(({ iface }) => iface))}
        </Text>
      )}
      {draft.told.nics !== '' && (
        <Text size="sm" c="var(--warn-text)" role="status">
          {draft.told.nics}
        </Text>
      )}
      {!setsAddresses(draft) && (
        <Text size="sm" c="dimmed">
          {said.noCloudInit}
        </Text>
      )}
      {nics.map((nic, index) => (
        <NicFields
          // Cards have no name of their own: their place is what they are.
          key={index}
          nic={nic}
          index={index}
          draft={draft}
          bridges={bridges}
          vlans={allowed.vlans}
          errorOf={errorOf}
          change={(part) => change(index, part)}
          copy={nics.length < MOST ? () => insert(index + 1, { ...nic, ip: '', ip6: '' }) : null}
          remove={() => set({ nics: nics.toSpliced(index, 1) })}
          up={index > 0 ? () => set({ nics: nics.toSpliced(index, 1).toSpliced(index - 1, 0, nic) }) : null}
        />
      ))}
      <Button variant="default" leftSection={<IconPlus size={16} />} disabled={nics.length >= MOST} onClick={() => insert(nics.length, newNic(first))}>
        {nics.length >= MOST ? said.most : said.add}
      </Button>
      {setsAddresses(draft) && (
        <TextInput
          name="dns"
          label={said.dns}
          description={said.dnsHint}
          value={draft.dns}
          error={errorOf('dns')}
          onChange={(event) => set({ dns: event.currentTarget.value })}
          spellCheck={false}
        />
      )}
    </Stack>
  );
}
