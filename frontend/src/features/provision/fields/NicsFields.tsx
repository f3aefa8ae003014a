import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { newNic, type Nic } from '@/features/provision/draft';
import { setsAddresses } from '@/features/provision/rules';
import { provisionTexts } from '@/features/provision/texts';
import type { StepProps } from '@/features/provision/useWizard';
import { TextField } from '@/shared/form/fields';
import { NicFields } from './NicFields';
import type { Place } from './usePlace';

const said = provisionTexts.network;
const MOST = 8;

/** How it is connected. */
export function NicsFields({ form: { values: draft, set, at }, place: { networks, bridges, foreignBridges, vlans } }: StepProps & { place: Place }) {
  const { nics } = draft;
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
      {nics.map((nic, index) => (
        <NicFields
          // Cards have no name of their own: their place is what they are.
          key={index}
          nic={nic}
          index={index}
          draft={draft}
          bridges={bridges}
          vlans={vlans}
          at={at}
          copy={nics.length < MOST ? () => insert(index + 1, { ...nic, ip: '', ip6: '' }) : null}
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
      {setsAddresses(draft) && <TextField field={at('dns')} label={said.dns} description={said.dnsHint} spellCheck={false} />}
    </>
  );
}
