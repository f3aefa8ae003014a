import { ActionIcon, Card, Group, SimpleGrid, Text, Tooltip } from '@mantine/core';
import { IconArrowUp, IconCopy, IconTrash } from '@tabler/icons-react';
import type { Draft, Nic } from '@/features/provision/draft';
import { setsAddresses } from '@/features/provision/rules';
import { provisionTexts } from '@/features/provision/texts';
import type { StepProps } from '@/features/provision/useWizard';
import type { Network } from '@/shared/api/types';
import { NativeSelectField } from '@/shared/form/choices';
import { NumberField, TextField } from '@/shared/form/fields';

const said = provisionTexts.network;

type Props = {
  nic: Nic;
  index: number;
  draft: Draft;
  bridges: Network[];
  /** The VLANs that one may use, null for all. */
  vlans: string[] | null;
  /** The fields of the form. */
  at: StepProps['form']['at'];
  copy: (() => void) | null;
  remove: () => void;
  up: (() => void) | null;
};

/** One network card. */
export function NicFields({ nic, index, draft, bridges, vlans, at, copy, remove, up }: Props) {
  const title = said.nic(index);
  const bridge = bridges.find(({ iface }) => iface === nic.bridge);
  const vlanHints = [vlans && said.vlansAllowed(vlans), nic.vlan && bridge && !bridge.vlan_aware && said.vlanAware].filter(Boolean).join(' ');
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
      {setsAddresses(draft) && (
        <SimpleGrid cols={{ base: 1, xs: 3 }} mt="xs">
          <NativeSelectField
            field={at(`nics.${index}.ipMode`)}
            label={said.ipMode}
            data={(['dhcp', 'static', 'none'] as const).map((value) => ({ value, label: said.modes[value] }))}
          />
          {nic.ipMode === 'static' && (
            <>
              <TextField field={at(`nics.${index}.ip`)} label={said.ip} placeholder={said.examples.ip} required spellCheck={false} />
              <TextField field={at(`nics.${index}.gw`)} label={said.gw} placeholder={said.examples.gw} spellCheck={false} />
            </>
          )}
        </SimpleGrid>
      )}
      {setsAddresses(draft) && (
        <SimpleGrid cols={{ base: 1, xs: 3 }} mt="xs">
          <NativeSelectField
            field={at(`nics.${index}.ip6Mode`)}
            label={said.ip6Mode}
            data={(['auto', 'dhcp', 'static', 'none'] as const).map((value) => ({ value, label: said.modes[value] }))}
          />
          {nic.ip6Mode === 'static' && (
            <>
              <TextField field={at(`nics.${index}.ip6`)} label={said.ip6} placeholder={said.examples.ip6} required spellCheck={false} />
              <TextField field={at(`nics.${index}.gw6`)} label={said.gw6} placeholder={said.examples.gw6} spellCheck={false} />
            </>
          )}
        </SimpleGrid>
      )}
    </Card>
  );
}
