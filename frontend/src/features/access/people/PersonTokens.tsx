import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { accessKeys } from '@/features/access/keys';
import { tokenList } from '@/features/access/profile/tokenList';
import { accessTexts } from '@/features/access/texts';
import { api, body } from '@/shared/api/client';
import { Dialog } from '@/shared/ui/Dialog';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { List } from '@/shared/list/List';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { uiTexts } from '@/shared/ui/texts';

const said = accessTexts.person;

/** The API tokens of one of the people, and the end of all of them. */
export function PersonTokens({ person }: { person: string }) {
  const cache = useQueryClient();
  const [asked, setAsked] = useState(false);
  const init = { params: { path: { person } } };
  const tokens = useQuery({
    queryKey: accessKeys.tokensOf(person),
    queryFn: async ({ signal }) => (await body(api.GET('/api/people/{person}/tokens', { ...init, signal }))).tokens,
  });
  const revoke = useMutation({
    mutationFn: () => api.DELETE('/api/people/{person}/tokens', init),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: accessKeys.tokensOf(person) });
      setAsked(false);
    },
  });
  const all = tokens.data ?? [];
  return (
    <Card component="section" aria-label={accessTexts.tokens.title}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4">
          {accessTexts.tokens.title}
        </Title>
        {all.length > 0 && (
          <Button size="xs" variant="default" c="var(--bad-text)" onClick={() => setAsked(true)}>
            {said.revokeAll}
          </Button>
        )}
      </Group>
      <List of={tokenList} query={tokens} rows={tokens.data} within="narrow" height={40} />
      {asked && (
        <Dialog onClose={() => setAsked(false)} title={said.revokeAllTitle(all.length)}>
          <Stack>
            <Text size="sm">{accessTexts.tokens.revokeDetail}</Text>
            {revoke.error && <ProblemAlert error={revoke.error} />}
            <Group justify="flex-end">
              <Button variant="default" data-autofocus onClick={() => setAsked(false)}>
                {uiTexts.cancel}
              </Button>
              <GuardedButton color="red" loading={revoke.isPending} onClick={() => revoke.mutate()}>
                {said.revokeAll}
              </GuardedButton>
            </Group>
          </Stack>
        </Dialog>
      )}
    </Card>
  );
}
