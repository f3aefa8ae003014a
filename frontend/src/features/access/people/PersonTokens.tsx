import { Button, Card, Group, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { accessKeys } from '@/features/access/keys';
import { tokenList } from '@/features/access/profile/tokenList';
import { accessTexts } from '@/features/access/texts';
import { api, body } from '@/shared/api/client';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { List } from '@/shared/list/List';

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
  const revoke = async () => {
    await api.DELETE('/api/people/{person}/tokens', init);
    await cache.invalidateQueries({ queryKey: accessKeys.tokensOf(person) });
  };
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
        <ConfirmDialog title={said.revokeAllTitle(all.length)} submit={said.revokeAll} run={revoke} close={() => setAsked(false)}>
          <Text size="sm">{accessTexts.tokens.revokeDetail}</Text>
        </ConfirmDialog>
      )}
    </Card>
  );
}
