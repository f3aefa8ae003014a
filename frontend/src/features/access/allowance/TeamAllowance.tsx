import { Text } from '@mantine/core';
import { Known } from '@/shared/ui/Known';
import { SectionCard } from '@/shared/ui/SectionCard';
import { useQuery } from '@tanstack/react-query';
import { accessTexts } from '@/features/access/texts';
import { AllowanceForm } from './AllowanceForm';
import { teamAllowanceQuery } from './api';

const said = accessTexts.allowance;

/** What guests of a team may be put on, and how to change that. */
export function TeamAllowance({ team }: { team: string }) {
  const allowance = useQuery(teamAllowanceQuery(team));
  return (
    <SectionCard title={said.title} detail={said.detail}>
      <Known query={allowance} what={said.what} height={160}>
        {(known) => (
          <>
            <Text size="sm" fw={600} mb="sm">
              {known.own ? said.own : said.shared}
            </Text>
            <AllowanceForm team={team} known={known} />
          </>
        )}
      </Known>
    </SectionCard>
  );
}
