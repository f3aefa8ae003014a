import { Box } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { useAbout } from '@/api/queries';
import { State } from '@/shared/ui/State';
import { texts } from '@/texts/en';

/** Says that the cluster is a simulated one, when it is. */
export function SimulatedSign() {
  const about = useAbout();
  return about.data?.simulated ? (
    <State tone="warn" icon={<IconFlask />}>
      <Box component="span" visibleFrom="md">
        {texts.shell.simulated}
      </Box>
      <Box component="span" hiddenFrom="md" title={texts.shell.simulated}>
        {texts.shell.simulatedShort}
      </Box>
    </State>
  ) : null;
}
