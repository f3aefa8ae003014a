import { ActionIcon, Card, Group, SimpleGrid, Text, Tooltip } from '@mantine/core';
import { IconArrowUp, IconCopy, IconTrash } from '@tabler/icons-react';
import { BridgeHint } from '@/features/inventory/nic/BridgeHint';
import { VlanSelect } from '@/features/inventory/nic/VlanSelect';
import type { Nic } from '@/features/provision/draft';
import { families, setsAddresses } from '@/features/provision/families';
import { provisionTexts } from '@/features/provision/texts';
import type { StepProps } from '@/features/provision/useWizard';
import type { Network } from '@/shared/api/types';
import { NativeSelectField } from '@/shared/form/choices';
import { NumberField } from '@/shared/form/fields';
import { AddressFields, type Later } from './AddressFields';

const said = provisionTexts.network;

type Props = StepProps & {
  nic: Nic;
  index: number;
  bridges: Network[];
  /** The VLANs that one may use, null for all. */
  vlans: string[] | null;
  /** Whether it is made later. */
  later: Later | null;
  /** Why nothing can be had of NetBox; null where it can. */
  why: string | null;
  copy: (() => void) | null;
  remove: () => void;
  up: (() => void) | null;
};

/** One network card. */
export function NicFields({ form, nic, index, bridges, vlans, later, why, copy, remove, up }: Props) {
  const { values: draft, at } = form;
  const title = said.nic(index);
  const bridge = bridges.find(({ iface }) => iface === nic.bridge);
  const vlanHints = [vlans && said.vlansAllowed(vlans), nic.vlan && bridge && !bridge.vlan_aware && said.vlanAware].filter(Boolean).join(' ');
  const asks = families.some(({ mode }) => nic[mode] === 'netbox');
  const buttons = [
    { label: said.up(title), icon: <IconArrowUp size={18} />, act: up },
    { label: said.copyNic(title), icon: <IconCopy size={18} />, act: copy },
    { label: said.remove(title), icon: <IconTrash size={18} />, act: remove },
  ];
  return (
    <Card component="fieldset" aria-label={title} m={0}>
      <Group justify="space-between" mb="xs">
        <Text fw={650}>{title}</Text>
        <Group gap={4}>
          {buttons.map(({ label, icon, act }) => (
            <Tooltip key={label} label={label}>
              <ActionIcon size={44} variant="subtle" color="gray" aria-label={label} disabled={act === null} onClick={() => act?.()}>
                {icon}
              </ActionIcon>
            </Tooltip>
          ))}
        </Group>
      </Group>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
        <NativeSelectField
          field={at(`nics.${index}.bridge`)}
          label={said.bridge}
          required
          data={['', ...bridges.map(({ iface, comments }) => ({ value: iface, label: comments ? `${iface} (${comments})` : iface }))]}
        />
        <NumberField field={at(`nics.${index}.vlan`)} label={said.vlan} placeholder={said.vlanHint} description={vlanHints || undefined} />
        {draft.type === 'vm' && <NativeSelectField field={at(`nics.${index}.model`)} label={said.model} data={['virtio', 'e1000', 'rtl8139']} />}
      </SimpleGrid>
      {setsAddresses(draft) && asks && (
        <>
          <VlanSelect value={nic.on} choose={form.at(`nics.${index}.on`).set} />
          {nic.on && (
            <BridgeHint
              vlan={nic.on}
              bridges={bridges}
              value={nic}
              use={(value) => form.set({ nics: draft.nics.map((each, i) => (i === index ? { ...each, ...value } : each)) })}
            />
          )}
        </>
      )}
      {setsAddresses(draft) && families.map((of) => <AddressFields key={of.family} form={form} index={index} of={of} later={later} why={why} />)}
    </Card>
  );
}
