import { SimpleGrid, Stack } from '@mantine/core';
import { HeldAddress } from '@/features/inventory/nic/HeldAddress';
import type { FromNetBox, NicPrefix } from '@/features/inventory/nic/held';
import { LaterAddress } from '@/features/inventory/nic/LaterAddress';
import { PrefixSelect } from '@/features/inventory/nic/PrefixSelect';
import { nicTexts } from '@/features/inventory/nic/texts';
import { inventoryTexts } from '@/features/inventory/texts';
import type { Family } from '@/features/provision/families';
import { provisionTexts } from '@/features/provision/texts';
import type { StepProps } from '@/features/provision/useWizard';
import { NativeSelectField } from '@/shared/form/choices';
import { TextField } from '@/shared/form/fields';
import { filled } from './fill';

const said = provisionTexts.network;
const modes = { 4: ['dhcp', 'static', 'netbox', 'none'], 6: ['auto', 'dhcp', 'static', 'netbox', 'none'] } as const;

/** Guests that are made later, for which addresses are taken then. */
export type Later = {
  /** How many network cards have an address of a prefix. */
  wanted: (prefix: number) => number;
};

/** Where the gateway that stands in its field is from, or which NetBox knows. */
function gatewayNote({ prefix, gateway, gateway_source: from }: NicPrefix, typed: string): string {
  if (gateway === null) {
    return nicTexts.noGateway(prefix);
  }
  return typed === gateway && from !== null
    ? nicTexts.gatewayFrom(inventoryTexts.gatewayFrom(from))
    : nicTexts.gatewayAt(inventoryTexts.gateway(gateway, from));
}

type Props = StepProps & {
  index: number;
  of: Family;
  later: Later | null;
  /** Why nothing can be had of NetBox; null where it can. */
  why: string | null;
};

/** How a network card gets its address of one version of IP. */
export function AddressFields({ form: { values: draft, set, at }, index, of, later, why }: Props) {
  const nic = draft.nics[index];
  if (nic === undefined) {
    return null;
  }
  const { family, mode, ip, gw, from } = of;
  const value = nic[from];
  const change = (next: FromNetBox) => set(filled(draft, index, of, next, later !== null));
  const second = later !== null && family === 6 && nic.ipMode === 'netbox';
  const field = { 4: { mode: said.ipMode, ip: said.ip, gw: said.gw }, 6: { mode: said.ip6Mode, ip: said.ip6, gw: said.gw6 } }[family];
  const example = { 4: { ip: said.examples.ip, gw: said.examples.gw }, 6: { ip: said.examples.ip6, gw: said.examples.gw6 } }[family];
  const held = value.held !== null && !value.held.lost;
  return (
    <Stack gap="xs" mt="xs">
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <NativeSelectField
          field={at(`nics.${index}.${mode}`)}
          label={field.mode}
          data={modes[family].map((each) => ({
            value: each,
            label: said.modes[each],
            disabled: each === 'netbox' && nic[mode] !== 'netbox' && (why !== null || second),
          }))}
        />
        {nic[mode] === 'static' && <TextField field={at(`nics.${index}.${ip}`)} label={field.ip} placeholder={example.ip} required spellCheck={false} />}
        {nic[mode] === 'netbox' && (
          <PrefixSelect
            family={family}
            vlan={nic.on}
            field={at(`nics.${index}.${ip}`)}
            value={value.prefix}
            choose={(prefix) => change({ prefix, held: null })}
          />
        )}
        {(nic[mode] === 'static' || (nic[mode] === 'netbox' && later === null && held)) && (
          <TextField
            field={at(`nics.${index}.${gw}`)}
            label={field.gw}
            placeholder={example.gw}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            description={nic[mode] === 'netbox' && value.prefix ? gatewayNote(value.prefix, nic[gw]) : undefined}
            spellCheck={false}
          />
        )}
      </SimpleGrid>
      {nic[mode] === 'netbox' &&
        value.prefix !== null &&
        (later === null ? (
          <HeldAddress value={{ ...value, prefix: value.prefix }} purpose={nicTexts.purpose(draft.name)} change={change} />
        ) : (
          <LaterAddress prefix={value.prefix} wanted={later.wanted(value.prefix.id)} />
        ))}
    </Stack>
  );
}
