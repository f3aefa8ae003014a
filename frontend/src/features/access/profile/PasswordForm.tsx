import { Alert, Card, Checkbox, PasswordInput, Stack, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { accessKeys } from '@/features/access/keys';
import { NewPassword, passwordFault } from '@/features/access/NewPassword';
import { Refusal } from '@/features/access/Refusal';
import { useMe } from '@/features/access/rights';
import { accessTexts } from '@/features/access/texts';
import { useWait } from '@/features/access/useWait';
import { api } from '@/shared/api/client';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { tokensQuery } from './tokens';

const said = accessTexts.password;
const empty = { current: '', password: '', again: '' };

/** Changes one's own password. */
export function PasswordForm() {
  const { name } = useMe();
  const cache = useQueryClient();
  const [typed, setTyped] = useState(empty);
  const [tried, setTried] = useState(false);
  const [endTokens, setEndTokens] = useState(false);
  const tokens = useQuery(tokensQuery).data ?? [];
  const change = useMutation({
    mutationFn: ({ current, password }: typeof empty) => api.POST('/api/me/password', { body: { current, password, ...(endTokens && { end_tokens: true }) } }),
    onSuccess: () => {
      setTyped(empty);
      setTried(false);
      setEndTokens(false);
      void Promise.all([accessKeys.sessions, accessKeys.tokens].map((queryKey) => cache.invalidateQueries({ queryKey })));
    },
  });
  const wait = useWait(change);
  return (
    <Card>
      <Title order={2} size="h4" mb="xs">
        {said.title}
      </Title>
      <form
        method="post"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (passwordFault(typed.password, typed.again) === null) {
            change.mutate(typed);
          }
        }}
      >
        <Stack>
          {/* Tells a password manager whose password it is. */}
          <input type="hidden" name="username" autoComplete="username" value={name} readOnly />
          <PasswordInput
            label={said.current}
            required
            name="current-password"
            autoComplete="current-password"
            maxLength={1024}
            visibilityToggleButtonProps={{ 'aria-label': accessTexts.signIn.show, tabIndex: 0 }}
            value={typed.current}
            onChange={(event) => setTyped({ ...typed, current: event.currentTarget.value })}
          />
          <NewPassword {...typed} tried={tried} set={(part) => setTyped({ ...typed, ...part })} />
          {tokens.length > 0 && (
            <Checkbox
              label={said.endTokens(tokens.length)}
              description={tokens.map(({ name }) => name).join(', ')}
              checked={endTokens}
              onChange={(event) => setEndTokens(event.currentTarget.checked)}
            />
          )}
          <Refusal error={change.error} wait={wait} />
          <div role="status">
            {change.isSuccess && (
              <Alert color="green" icon={<IconCircleCheck />}>
                {said.changed}
              </Alert>
            )}
          </div>
          <GuardedButton type="submit" variant="default" loading={change.isPending} disabled={typed.current === '' || (wait !== null && wait > 0)}>
            {said.change}
          </GuardedButton>
        </Stack>
      </form>
    </Card>
  );
}
