import { Alert, Button, Card, PasswordInput, Stack, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { NewPassword, passwordFault } from '@/access/NewPassword';
import { Refusal } from '@/access/Refusal';
import { useWait } from '@/access/useWait';
import { useMe } from '@/api/access';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { texts } from '@/texts/en';

const said = texts.access.password;
const empty = { current: '', password: '', again: '' };

/** Changes one's own password. */
export function PasswordForm() {
  const { name } = useMe();
  const cache = useQueryClient();
  const [typed, setTyped] = useState(empty);
  const [tried, setTried] = useState(false);
  const change = useMutation({
    mutationFn: ({ current, password }: typeof empty) => api.POST('/api/me/password', { body: { current, password } }),
    onSuccess: () => {
      setTyped(empty);
      setTried(false);
      void cache.invalidateQueries({ queryKey: keys.sessions });
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
            visibilityToggleButtonProps={{ 'aria-label': texts.access.signIn.show, tabIndex: 0 }}
            value={typed.current}
            onChange={(event) => setTyped({ ...typed, current: event.currentTarget.value })}
          />
          <NewPassword {...typed} tried={tried} set={(part) => setTyped({ ...typed, ...part })} />
          <Refusal error={change.error} wait={wait} />
          <div role="status">
            {change.isSuccess && (
              <Alert color="green" icon={<IconCircleCheck />}>
                {said.changed}
              </Alert>
            )}
          </div>
          <Button type="submit" variant="default" loading={change.isPending} disabled={typed.current === '' || (wait !== null && wait > 0)}>
            {said.change}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}
