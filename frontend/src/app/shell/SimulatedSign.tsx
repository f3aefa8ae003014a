import { Box } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { State } from '@/shared/ui/State';
import { useAbout } from './about';
import { shellTexts } from './texts';

/** Says that the cluster is a simulated one, when it is. */
export function SimulatedSign() {
  const about = useAbout();
  return about.data?.simulated ? (
    <State tone="warn" icon={<IconFlask />}>
      <Box component="span" visibleFrom="md">
        {shellTexts.simulated}
      </Box>
      <Box component="span" hiddenFrom="md" title={shellTexts.simulated}>
        {shellTexts.simulatedShort}
      </Box>
    </State>
  ) : null;
}
