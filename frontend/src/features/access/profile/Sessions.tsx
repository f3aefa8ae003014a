import { Badge, Group, Stack, Text } from '@mantine/core';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { Known } from '@/shared/ui/Known';
import { SectionCard } from '@/shared/ui/SectionCard';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { accessKeys } from '@/features/access/keys';
import { accessTexts } from '@/features/access/texts';
import { api, body } from '@/shared/api/client';
import { Ago, Moment } from '@/shared/ui/Moment';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { browserOf } from './browser';

const said = accessTexts.sessions;

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
        <Known query={sessions} what={said.what} height={80}>
          <Stack component="ul" gap={0} m={0} p={0} style={{ listStyle: 'none' }}>
            {sessions.data?.map(({ id, agent, address, created, last_seen, expires, current }) => (
              <Group key={id} component="li" justify="space-between" wrap="nowrap" py="xs" style={{ borderTop: '1px solid var(--line)' }}>
                <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
                  <Group gap="xs">
                    <Text fw={600} title={agent}>
                      {browserOf(agent)}
                    </Text>
                    {current && (
                      <Badge variant="dot" tt="none">
                        {said.current}
                      </Badge>
                    )}
                  </Group>
                  <Text size="sm" c="dimmed">
                    {said.from(address)} · {said.seen} <Ago at={last_seen} /> · {said.begun} <Moment at={created} /> · {said.ends} <Moment at={expires} />
                  </Text>
                </div>
                {!current && (
                  <GuardedButton
                    size="xs"
                    variant="default"
                    style={{ flexShrink: 0 }}
                    aria-label={said.endOf(browserOf(agent))}
                    loading={end.isPending && end.variables === id}
                    onClick={() => end.mutate(id)}
                  >
                    {said.end}
                  </GuardedButton>
                )}
              </Group>
            ))}
          </Stack>
        </Known>
      </Stack>
    </SectionCard>
  );
}
