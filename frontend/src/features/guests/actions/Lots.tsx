import { Box, List, Stack, Text } from '@mantine/core';
import { guestTexts } from '@/features/guests/texts';
import type { Action, Lot, Standing } from './allowed';

const said = guestTexts.ask;
const lots: Lot[] = ['will', 'already', 'mayNot', 'locked'];
const title = (lot: Lot, action: Action, count: number): string =>
  lot === 'will' || lot === 'already' ? said.lots[lot][action](count) : said.lots[lot](count);

/** Several guests by name: what will be done to which, and why the others are left out. */
export function Lots({ action, all }: { action: Action; all: Standing[] }) {
  return (
    <Stack gap="xs">
      {lots.map((lot) => {
        const these = all.filter((each) => each.lot === lot);
        return (
          these.length > 0 && (
            <Box key={lot} component="section" aria-label={title(lot, action, these.length)}>
              <Text size="sm" fw={600}>
                {title(lot, action, these.length)}
              </Text>
              <Box mah={160} style={{ overflow: 'auto' }} tabIndex={0} role="group" aria-label={title(lot, action, these.length)}>
                <List size="sm">
                  {these.map(({ guest, why }) => (
                    <List.Item key={guest.vmid} style={{ overflowWrap: 'anywhere' }}>
                      {said.lotItem(guestTexts.named(guest.vmid, guest.name), guest.node, lot === 'already' ? null : why)}
                    </List.Item>
                  ))}
                </List>
              </Box>
            </Box>
          )
        );
      })}
    </Stack>
  );
}
