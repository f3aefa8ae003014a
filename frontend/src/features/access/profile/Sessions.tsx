import { Badge, Group, Stack, Text } from '@mantine/core';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { SectionCard } from '@/shared/ui/SectionCard';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { accessKeys } from '@/features/access/keys';
import { accessTexts } from '@/features/access/texts';
import { api, body } from '@/shared/api/client';
import type { Session } from '@/shared/api/types';
import { formatTexts } from '@/shared/format/texts';
import type { Column, ListOf } from '@/shared/list/column';
import { List } from '@/shared/list/List';
import { Ago, Moment } from '@/shared/ui/Moment';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { browserOf } from './browser';

const said = accessTexts.sessions;

const none = formatTexts.none;

const columns: Column<Session>[] = [
  {
    id: 'agent',
    header: said.where,
    card: 'title',
    width: 'minmax(180px, 2fr)',
    cell: ({ agent, address, current }) => (
      <>
        <Group gap="xs">
          <Text size="sm" fw={600} title={agent}>
            {browserOf(agent)}
          </Text>
          {current && (
            <Badge variant="dot" tt="none">
              {said.current}
            </Badge>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          {said.from(address || none)}
        </Text>
      </>
    ),
  },
  { id: 'seen', header: said.seen, labelled: true, width: '120px', cell: ({ last_seen }) => <Ago at={last_seen} /> },
  { id: 'begun', header: said.begun, table: 'wide', width: 'minmax(150px, 1fr)', card: 'none', cell: ({ created }) => <Moment at={created} /> },
  { id: 'ends', header: said.ends, labelled: true, width: 'minmax(150px, 1fr)', cell: ({ expires }) => <Moment at={expires} /> },
];

const sessionList: ListOf<Session> = {
  name: 'sessions',
  label: said.title,
  what: said.what,
  columns,
  idOf: ({ id }) => id,
  nothingYet: { title: said.none },
  actionsWidth: '70px',
};

/** Where one is signed in; each session but the present one can be ended. */
export function Sessions() {
  const cache = useQueryClient();
  const sessions = useQuery({ queryKey: accessKeys.sessions, queryFn: async ({ signal }) => (await body(api.GET('/api/me/sessions', { signal }))).sessions });
  const end = useMutation({
    mutationFn: (id: string) => api.DELETE('/api/me/sessions/{id}', { params: { path: { id } } }),
    onSettled: () => cache.invalidateQueries({ queryKey: accessKeys.sessions }),
  });
  return (
    <SectionCard title={said.title}>
      <Stack gap="xs">
        {end.error && <ProblemAlert error={end.error} />}
        <List
          of={sessionList}
          query={sessions}
          rows={sessions.data}
          within="card"
          height={80}
          actions={({ id, agent, current }) =>
            !current && (
              <GuardedButton
                size="xs"
                variant="default"
                aria-label={said.endOf(browserOf(agent))}
                loading={end.isPending && end.variables === id}
                onClick={() => end.mutate(id)}
              >
                {said.end}
              </GuardedButton>
            )
          }
        />
      </Stack>
    </SectionCard>
  );
}
