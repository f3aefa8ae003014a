import { Skeleton, Text } from '@mantine/core';
import { SectionCard } from '@/shared/ui/SectionCard';
import { useQuery } from '@tanstack/react-query';
import { accessTexts } from '@/features/access/texts';
import { CannotLoad } from '@/shared/ui/Empty';
import { uiTexts } from '@/shared/ui/texts';
import { AllowanceForm } from './AllowanceForm';
import { teamAllowanceQuery } from './api';

const said = accessTexts.allowance;

/** What guests of a team may be put on, and how to change that. */
export function TeamAllowance({ team }: { team: string }) {
  const allowance = useQuery(teamAllowanceQuery(team));
  const known = allowance.data;
  return (
    <SectionCard title={said.title} detail={said.detail}>
      {allowance.error && (
        <CannotLoad
          what={said.what}
          error={allowance.error}
          since={allowance.errorUpdatedAt}
          retry={() => void allowance.refetch()}
          shownFrom={known && allowance.dataUpdatedAt}
        />
      )}
      {allowance.isPending && <Skeleton h={160} role="status" aria-label={uiTexts.loading(said.what)} />}
      {known && (
        <>
          <Text size="sm" fw={600} mb="sm">
            {known.own ? said.own : said.shared}
          </Text>
          {/* What others changed meanwhile is shown anew. */}
          <AllowanceForm key={JSON.stringify(known)} team={team} known={known} />
        </>
      )}
    </SectionCard>
  );
}
