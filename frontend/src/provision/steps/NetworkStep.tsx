import { Button, NativeSelect, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useAllowed } from '@/api/allowance';
import { networksQuery, storagesQuery } from '@/api/queries';
import { bytes } from '@/format/bytes';
import { newNic, type Nic } from '@/provision/draft';
import { setsAddresses } from '@/provision/rules';
import type { StepProps } from '@/provision/useDraft';
import { texts } from '@/texts/en';
import { CannotLoad } from '@/ui/Empty';
import { NicFields } from './NicFields';
import { NodeChoice } from './NodeChoice';

const said = texts.provision.network;
const MOST = 8;

/** Where its disk lies and how it is connected. */
export function NetworkStep({ draft, set, errorOf }: StepProps) {
  const networks = useQuery(networksQuery(draft.node));
  const storages = useQuery(storagesQuery(draft.node));
  const allowed = useAllowed(draft.team);
  const bridges = (networks.data?.data ?? []).filter(({ iface }) => allowed.bridges?.includes(iface) ?? true);
  const content = draft.type === 'lxc' ? 'rootdir' : 'images';
  const fitting = (storages.data?.data ?? []).filter((storage) => storage.enabled && storage.active && storage.content.split(',').includes(content) && (allowed.storages?.includes(storage.storage) ?? true));
  const clone = draft.type === 'vm' && draft.source === 'clone';
  const first = bridges[0]?.iface;
  const roomiest = fitting.toSorted((a, b) => b.avail - a.avail)[0]?.storage;
  const { nics, storage } = draft;
  // Another node may have other bridges.
  const names = bridges.map(({ iface }) => iface);
  const unplugged = nics.some(({ bridge }) => !names.includes(bridge));
  useEffect(() => {
    if (first && unplugged) {
      set({ nics: nics.map((nic) => (names.includes(nic.bridge) ? nic : { ...nic, bridge: first })) });
    }
  }, [first, unplugged, names, nics, set]);
  useEffect(() => {
    if (!clone && storage === '' && roomiest) {
      set({ storage: roomiest });
    }
  }, [clone, storage, roomiest, set]);

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
          onChange={(event) => set({ storage: event.currentTarget.value })}
          data={[
            ...(clone ? [{ value: '', label: said.sameStorage }] : [{ value: '', label: '' }]),
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
            data={(['auto', 'linked', 'full'] as const).map((value) => ({ value, label: said.copies[value] }))}
          />
        )}
      </SimpleGrid>
      <Title order={3} size="h4">
        {said.nics}
      </Title>
      {nics.length === 0 && <Text size="sm">{said.none}</Text>}
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
        <TextInput name="dns" label={said.dns} description={said.dnsHint} value={draft.dns} error={errorOf('dns')} onChange={(event) => set({ dns: event.currentTarget.value })} spellCheck={false} />
      )}
    </Stack>
  );
}
