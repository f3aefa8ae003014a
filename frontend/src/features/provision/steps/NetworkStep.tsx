import { Button, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useAllowed } from '@/features/access/api';
import { networksQuery, placementQuery, storagesQuery } from '@/features/provision/api';
import { newNic, type Nic } from '@/features/provision/draft';
import { wantedOf } from '@/features/provision/order';
import { setsAddresses } from '@/features/provision/rules';
import { provisionTexts } from '@/features/provision/texts';
import type { StepProps } from '@/features/provision/useWizard';
import { bytes } from '@/shared/format/bytes';
import { NativeSelectField } from '@/shared/form/choices';
import { TextField } from '@/shared/form/fields';
import { Known } from '@/shared/ui/Known';
import { NicFields } from './NicFields';
import { NodeChoice } from './NodeChoice';

const said = provisionTexts.network;
const MOST = 8;

function split<Item>(items: Item[], mine: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(mine), items.filter((item) => !mine(item))];
}

/** Says what cannot be read; what is known stands in the fields. */
function Unread({ query, what }: { query: UseQueryResult; what: string }) {
  return (
    query.error && (
      <Known query={query} what={what}>
        {null}
      </Known>
    )
  );
}

/** Where its disk lies and how it is connected. */
export function NetworkStep({ form }: StepProps) {
  const { values: draft, set, at } = form;
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

  const insert = (index: number, nic: Nic) => set({ nics: nics.toSpliced(index, 0, nic) });
  return (
    <Stack>
      <NodeChoice form={form} />
      <Unread query={storages} what={said.storages} />
      <Unread query={networks} what={said.networks} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NativeSelectField
          field={at('storage')}
          label={said.storage}
          description={foreign.length > 0 ? said.storagesNotYours(foreign.map((each) => each.storage)) : undefined}
          data={[
            ...(beside ? [{ value: '', label: said.sameStorage }] : [{ value: '', label: '' }]),
            ...fitting.map((each) => ({ value: each.storage, label: said.storageOption(each.storage, each.type, bytes(each.avail)) })),
          ]}
        />
        {clone && (
          <NativeSelectField
            field={at('copy')}
            label={said.copy}
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
          at={at}
          copy={nics.length < MOST ? () => insert(index + 1, { ...nic, ip: '', ip6: '' }) : null}
          remove={() => set({ nics: nics.toSpliced(index, 1) })}
          up={index > 0 ? () => set({ nics: nics.toSpliced(index, 1).toSpliced(index - 1, 0, nic) }) : null}
        />
      ))}
      <Button variant="default" leftSection={<IconPlus size={16} />} disabled={nics.length >= MOST} onClick={() => insert(nics.length, newNic(first))}>
        {nics.length >= MOST ? said.most : said.add}
      </Button>
      {setsAddresses(draft) && <TextField field={at('dns')} label={said.dns} description={said.dnsHint} spellCheck={false} />}
    </Stack>
  );
}
