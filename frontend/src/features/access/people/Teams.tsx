import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Known } from '@/shared/ui/Known';
import { SectionCard } from '@/shared/ui/SectionCard';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useTeams } from '@/features/access/api';
import { accessKeys } from '@/features/access/keys';
import { useQuotas } from '@/features/access/quota/api';
import { TeamQuota } from '@/features/access/quota/TeamQuota';
import { accessTexts } from '@/features/access/texts';
import { api, body } from '@/shared/api/client';
import { TextField } from '@/shared/form/fields';
import { Form, SubmitButton } from '@/shared/form/Form';
import { formTexts } from '@/shared/form/texts';
import { useForm } from '@/shared/form/useForm';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';

const said = accessTexts.teams;

const initial = { name: '' };
const check = ({ name }: typeof initial) => ({ ...(name.trim() === '' && { name: formTexts.needed }) });

/** The teams: who is in them, a new one, and the end of one without members. */
export function Teams() {
  const cache = useQueryClient();
  const teams = useTeams();
  const quotas = useQuotas().data;
  const again = () => Promise.all([accessKeys.teams, accessKeys.quotas].map((queryKey) => cache.invalidateQueries({ queryKey })));
  const remove = useMutation({ mutationFn: (team: string) => api.DELETE('/api/teams/{team}', { params: { path: { team } } }), onSettled: again });
  const form = useForm({
    initial,
    check,
    send: ({ name }) => {
      remove.reset();
      return body(api.POST('/api/teams', { body: { name: name.trim() } }));
    },
    done: again,
  });
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
        {remove.error && <ProblemAlert error={remove.error} />}
        <Form form={form}>
          <Group align="flex-start" gap="sm">
            <TextField field={form.at('name')} label={said.name} spellCheck={false} maxLength={63} />
            <SubmitButton form={form} variant="default" mt={25}>
              {said.add}
            </SubmitButton>
          </Group>
        </Form>
      </Stack>
    </SectionCard>
  );
}
