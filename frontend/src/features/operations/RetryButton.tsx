import { Button, Group, PasswordInput, Stack, Text, Textarea } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useWhyNotWork } from '@/features/access/rights';
import { api, body } from '@/shared/api/client';
import type { Operation } from '@/shared/api/types';
import { Dialog } from '@/shared/ui/Dialog';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { uiTexts } from '@/shared/ui/texts';
import { operationTexts } from './texts';
import { remember } from './work/mine';

const said = operationTexts;

/** Orders the same again; asks for the secrets, which were forgotten. */
export function RetryButton({ operation }: { operation: Operation }) {
  const [asking, setAsking] = useState(false);
  const [password, setPassword] = useState('');
  const [keys, setKeys] = useState('');
  const navigate = useNavigate();
  const why = useWhyNotWork(operation);
  const retry = useMutation({
    mutationFn: () =>
      body(
        api.POST('/api/operations/{id}/retry', {
          params: { path: { id: operation.id }, header: { Prefer: 'wait=0' } },
          body: { ...(password && { password }), ...(keys && { ssh_keys: keys }) },
        }),
      ),
    onSuccess: (accepted) => {
      remember(accepted.operation);
      void navigate(`/operations/${accepted.operation}`);
      setAsking(false);
    },
  });
  const secrets = operation.secrets;
  return (
    <>
      <GuardedButton
        why={why}
        variant="default"
        leftSection={<IconRefresh size={16} />}
        loading={retry.isPending}
        onClick={() => (secrets.length > 0 ? setAsking(true) : retry.mutate())}
      >
        {said.retry}
      </GuardedButton>
      {retry.error && !asking && <ProblemAlert error={retry.error} />}
      <Dialog opened={asking} onClose={() => setAsking(false)} title={said.retry}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            retry.mutate();
          }}
        >
          <Stack>
            {secrets.includes('password') && (
              <PasswordInput
                label={said.password}
                description={said.retrySecrets}
                required
                value={password}
                onChange={(event) => setPassword(event.currentTarget.value)}
                autoComplete="new-password"
              />
            )}
            {secrets.includes('ssh_keys') && (
              <Textarea
                label={said.sshKeys}
                description={said.retryKeys}
                required
                autosize
                minRows={2}
                value={keys}
                onChange={(event) => setKeys(event.currentTarget.value)}
              />
            )}
            <Text size="sm">{said.retryDetail}</Text>
            {retry.error && <ProblemAlert error={retry.error} />}
            <Group justify="flex-end">
              <Button variant="default" onClick={() => setAsking(false)}>
                {uiTexts.cancel}
              </Button>
              <GuardedButton type="submit" loading={retry.isPending}>
                {said.sendAgain}
              </GuardedButton>
            </Group>
          </Stack>
        </form>
      </Dialog>
    </>
  );
}
