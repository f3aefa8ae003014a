import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { SectionCard } from '@/shared/ui/SectionCard';
import { Link, useParams } from 'react-router';
import { NothingYet } from '@/shared/ui/Empty';
import { Known } from '@/shared/ui/Known';
import { Page } from '@/shared/ui/Page';
import { TeamAllowance } from './allowance/TeamAllowance';
import { useTeams } from './api';
import { useQuotas } from './quota/api';
import { TeamQuota } from './quota/TeamQuota';
import { accessTexts } from './texts';

const said = accessTexts.team;

function Members({ members }: { members: string[] }) {
  return (
    <SectionCard title={said.members}>
      {members.length === 0 && <Text size="sm">{accessTexts.teams.members('')}</Text>}
      <Group gap="md">
        {members.map((name) => (
          <Anchor key={name} component={Link} to={`/people/${encodeURIComponent(name)}`} size="sm">
            {name}
          </Anchor>
        ))}
      </Group>
    </SectionCard>
  );
}

/** One team: who is in it, what it may have and what its guests may be put on. */
export function Component() {
  const { team = '' } = useParams();
  const teams = useTeams();
  const quotas = useQuotas();
  const known = teams.data?.find(({ name }) => name === team);
  const standing = quotas.data?.standings.find(({ holder, name }) => holder === 'team' && name === team);
  const gone = teams.data !== undefined && known === undefined;
  return (
    <Page title={gone ? said.gone(team) : accessTexts.quota.team(team)}>
      <Known query={teams} what={accessTexts.teams.what}>
        {gone && (
          <NothingYet title={said.gone(team)}>
            <Button component={Link} to="/people" variant="default">
              {said.toList}
            </Button>
          </NothingYet>
        )}
        {known && (
          <Stack>
            <Members members={known.members} />
            <SectionCard title={accessTexts.quota.title}>
              <Known query={quotas} what={accessTexts.quota.what} height={120}>
                {standing && <TeamQuota standing={standing} />}
              </Known>
            </SectionCard>
            <TeamAllowance key={team} team={team} />
          </Stack>
        )}
      </Known>
    </Page>
  );
}
