import { Stack, Text } from '@mantine/core';
import { Known } from '@/shared/ui/Known';
import { SectionCard } from '@/shared/ui/SectionCard';
import { useMyQuota } from '@/features/access/api';
import { accessTexts } from '@/features/access/texts';
import { QuotaBars } from './QuotaBars';

const said = accessTexts.quota;

/** What one has, and one's teams, of what one may have; nothing where nobody signs in. */
export function MyQuota() {
  const mine = useMyQuota();
  // Whether there is anything to tell of is not known before, except that it cannot be known.
  if ((!mine.data && !mine.error) || mine.data?.length === 0) {
    return null;
  }
  return (
    <SectionCard title={said.mine} detail={said.counts}>
      <Known query={mine} what={said.what}>
        <Stack>
          {mine.data?.map((standing) => (
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
      </Known>
    </SectionCard>
  );
}
