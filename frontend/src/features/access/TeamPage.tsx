import { Anchor, Button, Card, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { CannotLoad, NothingYet } from '@/shared/ui/Empty';
import { Page } from '@/shared/ui/Page';
import { uiTexts } from '@/shared/ui/texts';
import { TeamAllowance } from './allowance/TeamAllowance';
import { useTeams } from './api';
import { useQuotas } from './quota/api';
import { TeamQuota } from './quota/TeamQuota';
import { accessTexts } from './texts';

const said = accessTexts.team;

function Members({ members }: { members: string[] }) {
  return (
    <Card component="section" aria-label={said.members}>
      <Title order={2} size="h4" mb="xs">
        {said.members}
      </Title>
      {members.length === 0 && <Text size="sm">{accessTexts.teams.members('')}</Text>}
      <Group gap="md">
        {members.map((name) => (
          <Anchor key={name} component={Link} to={`/people/${encodeURIComponent(name)}`} size="sm">
            {name}
          </Anchor>
        ))}
      </Group>
    </Card>
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
      {teams.error && (
        <CannotLoad
          what={accessTexts.teams.what}
          error={teams.error}
          since={teams.errorUpdatedAt}
          retry={() => void teams.refetch()}
          shownFrom={known && teams.dataUpdatedAt}
        />
      )}
      {teams.isPending && <Skeleton h={240} role="status" aria-label={uiTexts.loading(accessTexts.teams.what)} />}
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
          {standing && (
            <Card component="section" aria-label={accessTexts.quota.title}>
              <Title order={2} size="h4" mb="xs">
                {accessTexts.quota.title}
              </Title>
              <TeamQuota standing={standing} />
            </Card>
          )}
          <TeamAllowance key={team} team={team} />
        </Stack>
      )}
    </Page>
  );
}
