import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { nicTexts } from '@/features/inventory/nic/texts';
import { useWhyNot } from '@/features/inventory/nic/useWhyNot';
import { copyOf, newNic, type Nic } from '@/features/provision/draft';
import { setsAddresses } from '@/features/provision/families';
import { provisionTexts } from '@/features/provision/texts';
import type { StepProps } from '@/features/provision/useWizard';
import type { Later } from './AddressFields';
import { DnsField } from './DnsField';
import { NicFields } from './NicFields';
import type { Place } from './usePlace';

const said = provisionTexts.network;
const MOST = 8;

/** How it is connected. */
export function NicsFields({ form, place, later }: StepProps & { place: Place; later: Later | null }) {
  const { values: draft, set } = form;
  const { networks, bridges, foreignBridges, vlans } = place;
  const { nics } = draft;
  const why = useWhyNot(later !== null);
  const insert = (index: number, nic: Nic) => set({ nics: nics.toSpliced(index, 0, nic) });
  return (
    <>
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
      {setsAddresses(draft) && why !== null && (
        <Text size="sm" c="dimmed">
          {nicTexts.byHand(why)}
        </Text>
      )}
      {nics.map((nic, index) => (
        <NicFields
          // Cards have no name of their own: their place is what they are.
          key={index}
          form={form}
          nic={nic}
          index={index}
          bridges={bridges}
          vlans={vlans}
          later={later}
          why={why}
          copy={nics.length < MOST ? () => insert(index + 1, copyOf(nic)) : null}
          remove={() => set({ nics: nics.toSpliced(index, 1) })}
          up={index > 0 ? () => set({ nics: nics.toSpliced(index, 1).toSpliced(index - 1, 0, nic) }) : null}
        />
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={16} />}
        disabled={nics.length >= MOST}
        onClick={() => insert(nics.length, newNic(bridges[0]?.iface))}
      >
        {nics.length >= MOST ? said.most : said.add}
      </Button>
      {setsAddresses(draft) && <DnsField form={form} />}
    </>
  );
}
