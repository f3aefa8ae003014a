import { Text } from '@mantine/core';
import { accessTexts } from './texts';

const said = accessTexts.signIn;

/** How long to wait where there were too many tries; nothing where that was not said. */
export function Wait({ seconds }: { seconds: number | null }) {
  return seconds === null ? null : (
    <Text size="sm" fw={600}>
      {seconds > 0 ? said.waitFor(seconds) : said.tryNow}
    </Text>
  );
}
