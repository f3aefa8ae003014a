import { Stack, Text } from '@mantine/core';
import { SectionCard } from '@/shared/ui/SectionCard';
import { useMyQuota } from '@/features/access/api';
import { QuotaBars } from '@/features/access/quota/QuotaBars';
import { accessTexts } from '@/features/access/texts';

const said = accessTexts.quota;

/** What one has of what one may have, and the team that is chosen, before this machine; nothing where there is no bound. */
export function QuotaLeft({ team }: { team: string }) {
  const { data = [] } = useMyQuota();
  const bounded = data.filter(({ holder, name, quota }) => (holder === 'person' || name === team) && Object.values(quota).some((bound) => bound !== null));
  if (bounded.length === 0) {
    return null;
  }
  return (
    <SectionCard title={said.room} detail={said.roomDetail} order={3}>
      <Stack>
        {bounded.map((standing) => (
          <div key={standing.holder}>
            {bounded.length > 1 && (
              <Text fw={600} mb={4}>
                {standing.holder === 'team' ? said.team(standing.name) : said.you}
              </Text>
            )}
            <QuotaBars standing={standing} left />
          </div>
        ))}
      </Stack>
    </SectionCard>
  );
}
