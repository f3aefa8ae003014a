import { Alert, Text } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import { useAway } from '@/shared/api/availability';
import { ago } from '@/shared/format/time';
import { useNow } from '@/shared/format/useNow';
import { uiTexts } from './texts';

/** Says who does not answer, and from when what is shown is; nothing while all answer. */
export function AwayNotice() {
  const away = useAway();
  const now = useNow();
  return (
    <div role="status" aria-atomic="false" aria-relevant="additions">
      {away && (
        <Alert role="note" mb="md" color="yellow" icon={<IconClockExclamation />} title={uiTexts.away[away.party].title}>
          <Text size="sm">
            {away.lastAnswer === null ? uiTexts.noAnswerYet : uiTexts.lastAnswer(ago(away.lastAnswer, now))} {uiTexts.away[away.party].detail}
          </Text>
          <Text size="sm">{away.detail}</Text>
        </Alert>
      )}
    </div>
  );
}
