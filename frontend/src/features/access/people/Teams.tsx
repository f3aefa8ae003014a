import { Anchor, Group, Stack, Text, TextInput } from '@mantine/core';
import { Known } from '@/shared/ui/Known';
import { SectionCard } from '@/shared/ui/SectionCard';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { useTeams } from '@/features/access/api';
import { accessKeys } from '@/features/access/keys';
import { useQuotas } from '@/features/access/quota/api';
import { TeamQuota } from '@/features/access/quota/TeamQuota';
import { accessTexts } from '@/features/access/texts';
import { api, body } from '@/shared/api/client';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';

const said = accessTexts.teams;

/** The teams: who is in them, a new one, and the end of one without members. */
export function Teams() {
  const cache = useQueryClient();
  const teams = useTeams();
  const quotas = useQuotas().data;
  const [name, setName] = useState('');
  const again = () => Promise.all([accessKeys.teams, accessKeys.quotas].map((queryKey) => cache.invalidateQueries({ queryKey })));
  const add = useMutation({
    mutationFn: () => body(api.POST('/api/teams', { body: { name } })),
    onSuccess: () => {
      setName('');
      return again();
    },
  });
  const remove = useMutation({ mutationFn: (team: string) => api.DELETE('/api/teams/{team}', { params: { path: { team } } }), onSettled: again });
  const refused = add.error ?? remove.error;
  return (
    <SectionCard title={said.title} detail={said.detail}>
      <Stack gap="xs">
        <Known query={teams} what={said.what} height={60}>
          {teams.data?.length === 0 && <Text size="sm">{said.none}</Text>}
          <Stack component="ul" gap={0} m={0} p={0} style={{ listStyle: 'none' }}>
            {teams.data?.map((team) => (
              <Stack key={team.name} component="li" gap="xs" py="sm" style={{ borderBottom: '1px solid var(--line)' }}>
                <Group justify="space-between" align="flex-start" wrap="nowrap">
                  <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
                    <Anchor component={Link} to={`/teams/${encodeURIComponent(team.name)}`} fw={600}>
                      {team.name}
                    </Anchor>
                    <Text size="sm" c="dimmed">
                      {said.members(team.members.join(', '))}
                    </Text>
                  </div>
                  <GuardedButton
                    size="xs"
                    variant="default"
                    aria-label={said.removeOf(team.name)}
                    style={{ flexShrink: 0 }}
                    c="var(--bad-text)"
                    why={team.members.length > 0 ? said.hasMembers : null}
                    loading={remove.isPending && remove.variables === team.name}
                    onClick={() => remove.mutate(team.name)}
                  >
                    {said.remove}
                  </GuardedButton>
                </Group>
                {quotas?.standings
                  .filter(({ holder, name: of }) => holder === 'team' && of === team.name)
                  .map((standing) => (
                    <TeamQuota key={standing.name} standing={standing} />
                  ))}
              </Stack>
            ))}
          </Stack>
        </Known>
        {refused && <ProblemAlert error={refused} />}
        <form
          onSubmit={(event) => {
            event.preventDefault();
            remove.reset();
            add.mutate();
          }}
        >
          <Group align="flex-end" gap="sm">
            <TextInput
              label={said.name}
              autoComplete="off"
              spellCheck={false}
              maxLength={63}
              value={name}
              onChange={(event) => setName(event.currentTarget.value.trim())}
            />
            <GuardedButton type="submit" variant="default" disabled={name === ''} loading={add.isPending}>
              {said.add}
            </GuardedButton>
          </Group>
        </form>
      </Stack>
    </SectionCard>
  );
}
