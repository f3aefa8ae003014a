import { Button, Group, Text } from '@mantine/core';
import type { Network } from '@/shared/api/types';
import type { NicVlan } from './held';
import { suggested } from './suggest';
import { nicTexts } from './texts';

const said = nicTexts.bridge;

type Props = {
  vlan: NicVlan;
  bridges: Network[];
  /** What the card has now. */
  value: { bridge: string; vlan: string };
  use: (value: { bridge: string; vlan: string }) => void;
};

/** Which bridge and tag probably lead to a VLAN of NetBox, with the reason, where the card has others; taken only by hand. */
export function BridgeHint({ vlan, bridges, value, use }: Props) {
  const suggestion = suggested(vlan, bridges, value.bridge);
  if (!suggestion) {
    return (
      <Text size="sm" mt="xs" c="dimmed">
        {said.unknown(vlan.vid)}
      </Text>
    );
  }
  const { bridge, vlan: tag, why } = suggestion;
  if (bridge === value.bridge && tag === value.vlan) {
    return null;
  }
  const what = tag === '' ? said.untagged(bridge) : said.tagged(bridge, tag);
  return (
    <Group gap="sm" mt="xs">
      <Text size="sm">{said.suggested(what, said.why[why](vlan))}</Text>
      <Button size="xs" variant="default" aria-label={said.useThat(what)} onClick={() => use({ bridge, vlan: tag })}>
        {said.use}
      </Button>
    </Group>
  );
}
