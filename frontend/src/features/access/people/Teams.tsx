import { Anchor, Group, Stack } from '@mantine/core';
import { SectionCard } from '@/shared/ui/SectionCard';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useTeams } from '@/features/access/api';
import { accessKeys } from '@/features/access/keys';
import { useQuotas } from '@/features/access/quota/api';
import { TeamQuota } from '@/features/access/quota/TeamQuota';
import { accessTexts } from '@/features/access/texts';
import { api, body } from '@/shared/api/client';
import type { Standing, Team } from '@/shared/api/types';
import type { ListOf } from '@/shared/list/column';
import { List } from '@/shared/list/List';
import { TextField } from '@/shared/form/fields';
import { Form, SubmitButton } from '@/shared/form/Form';
import { formTexts } from '@/shared/form/texts';
import { useForm } from '@/shared/form/useForm';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';

const said = accessTexts.teams;

const initial = { name: '' };
const check = ({ name }: typeof initial) => ({ ...(name.trim() === '' && { name: formTexts.needed }) });

type Row = { team: Team; standings: Standing[] };

const teamList: ListOf<Row> = {
  name: 'teams',
  label: said.title,
  what: said.what,
  idOf: ({ team }) => team.name,
  nothingYet: { title: said.none },
  columns: [
    {
      id: 'name',
      header: said.name,
      card: 'title',
      cell: ({ team: { name } }) => (
        <Anchor component={Link} to={`/teams/${encodeURIComponent(name)}`} fw={600} style={{ overflowWrap: 'anywhere' }}>
          {name}
        </Anchor>
      ),
    },
    { id: 'members', header: said.title, cell: ({ team }) => said.members(team.members.join(', ')) },
    {
      id: 'quota',
      header: accessTexts.quota.title,
      card: 'block',
      cell: ({ standings }) => standings.map((each) => <TeamQuota key={each.name} standing={each} />),
    },
  ],
};

/** The teams: who is in them, a new one, and the end of one without members. */
export function Teams() {
  const cache = useQueryClient();
  const teams = useTeams();
  const quotas = useQuotas().data;
  const rows = teams.data?.map((team) => ({
    team,
    standings: quotas?.standings.filter(({ holder, name: of }) => holder === 'team' && of === team.name) ?? [],
  }));
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
        <List
          of={teamList}
          query={teams}
          rows={rows}
          within="narrow"
          height={60}
          actions={({ team }) => (
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
          )}
        />
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
