import { Button, Card, Group, Modal, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { TokenFacts } from '@/access/profile/TokenFacts';
import { keys } from '@/api/keys';
import { api, body } from '@/shared/api/client';
import { CannotLoad } from '@/shared/ui/Empty';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { uiTexts } from '@/shared/ui/texts';
import { texts } from '@/texts/en';

const said = texts.access.person;

/** The API tokens of one of the people, and the end of all of them. */
export function PersonTokens({ person }: { person: string }) {
  const cache = useQueryClient();
  const [asked, setAsked] = useState(false);
  const init = { params: { path: { person } } };
  const tokens = useQuery({ queryKey: keys.tokensOf(person), queryFn: async ({ signal }) => (await body(api.GET('/api/people/{person}/tokens', { ...init, signal }))).tokens });
  const revoke = useMutation({
    mutationFn: () => api.DELETE('/api/people/{person}/tokens', init),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: keys.tokensOf(person) });
      setAsked(false);
    },
  });
  const all = tokens.data ?? [];
  return (
    <Card component="section" aria-label={texts.access.tokens.title}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4">
          {texts.access.tokens.title}
        </Title>
        {all.length > 0 && (
          <Button size="xs" variant="default" c="var(--bad-text)" onClick={() => setAsked(true)}>
            {said.revokeAll}
          </Button>
        )}
      </Group>
      {tokens.error && <CannotLoad what={texts.access.tokens.what} error={tokens.error} since={tokens.errorUpdatedAt} retry={() => void tokens.refetch()} />}
      {tokens.isPending && <Skeleton h={40} role="status" aria-label={uiTexts.loading(texts.access.tokens.what)} />}
      {tokens.data?.length === 0 && <Text size="sm">{texts.access.tokens.none}</Text>}
      <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
        {all.map((token) => (
          <li key={token.id}>
            <TokenFacts token={token} />
          </li>
        ))}
      </Stack>
      {asked && (
        <Modal opened onClose={() => setAsked(false)} title={said.revokeAllTitle(all.length)} closeButtonProps={{ 'aria-label': uiTexts.close }}>
          <Stack>
            <Text size="sm">{texts.access.tokens.revokeDetail}</Text>
            {revoke.error && <ProblemAlert error={revoke.error} />}
            <Group justify="flex-end">
              <Button variant="default" data-autofocus onClick={() => setAsked(false)}>
                {uiTexts.cancel}
              </Button>
              <Button color="red" loading={revoke.isPending} onClick={() => revoke.mutate()}>
                {said.revokeAll}
              </Button>
            </Group>
          </Stack>
        </Modal>
      )}
    </Card>
  );
}
