import { Stack, Text } from '@mantine/core';
import { SectionCard } from '@/shared/ui/SectionCard';
import { useMyQuota } from '@/features/access/api';
import { accessTexts } from '@/features/access/texts';
import { CannotLoad } from '@/shared/ui/Empty';
import { QuotaBars } from './QuotaBars';

const said = accessTexts.quota;

/** What one has, and one's teams, of what one may have; nothing where nobody signs in. */
export function MyQuota() {
  const mine = useMyQuota();
  if (mine.error) {
    return <CannotLoad what={said.what} error={mine.error} since={mine.errorUpdatedAt} retry={() => void mine.refetch()} />;
  }
  if (!mine.data || mine.data.length === 0) {
    return null;
  }
  return (
    <SectionCard title={said.mine} detail={said.counts}>
      <Stack>
        {mine.data.map((standing) => (
          <div key={`${standing.holder} ${standing.name}`}>
            {standing.holder === 'team' && (
              <Text fw={600} mb={4}>
                {said.team(standing.name)}
              </Text>
            )}
            <QuotaBars standing={standing} />
          </div>
        ))}
      </Stack>
    </SectionCard>
  );
}
