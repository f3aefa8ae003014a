import { Button, Card, Group, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { accessKeys } from '@/features/access/keys';
import { accessTexts } from '@/features/access/texts';
import { api } from '@/shared/api/client';
import type { ApiToken } from '@/shared/api/types';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { List } from '@/shared/list/List';
import { NewToken } from './NewToken';
import { tokenList } from './tokenList';
import { tokensQuery } from './tokens';

const said = accessTexts.tokens;

/** Asks before a token is revoked. */
function Revoke({ token, close }: { token: ApiToken; close: () => void }) {
  const cache = useQueryClient();
  const run = async () => {
    await api.DELETE('/api/me/tokens/{id}', { params: { path: { id: token.id } } });
    await cache.invalidateQueries({ queryKey: accessKeys.tokens });
  };
  return (
    <ConfirmDialog title={said.revokeTitle(token.name)} submit={said.revoke} run={run} close={close}>
      <Text size="sm">{said.revokeDetail}</Text>
    </ConfirmDialog>
  );
}

/** One's own API tokens. */
export function Tokens() {
  const [making, setMaking] = useState(false);
  const [asked, setAsked] = useState<ApiToken | null>(null);
  const tokens = useQuery(tokensQuery);
  return (
    <Card component="section" aria-label={said.title}>
      <Group justify="space-between" mb="xs">
        <div>
          <Title order={2} size="h4">
            {said.title}
          </Title>
          <Text size="sm" c="dimmed">
            {said.detail}
          </Text>
        </div>
        <Button leftSection={<IconPlus size={16} />} onClick={() => setMaking(true)}>
          {said.make}
        </Button>
      </Group>
      <List
        of={tokenList}
        query={tokens}
        rows={tokens.data}
        within="card"
        height={80}
        actions={(token) => (
          <Button size="xs" variant="default" c="var(--bad-text)" aria-label={said.revokeOf(token.name)} onClick={() => setAsked(token)}>
            {said.revoke}
          </Button>
        )}
      />
      {making && <NewToken close={() => setMaking(false)} />}
      {asked && <Revoke token={asked} close={() => setAsked(null)} />}
    </Card>
  );
}
