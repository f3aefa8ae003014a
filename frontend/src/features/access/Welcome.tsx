import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { api, body } from '@/shared/api/client';
import { Entrance } from './Entrance';
import { NewPassword, passwordFault } from './NewPassword';
import { Refusal } from './Refusal';
import { accessTexts } from './texts';
import { useSignIn } from './useSignIn';
import { useWait } from './useWait';

const said = accessTexts.welcome;

/** Where a one-time link leads: sets a password and signs in. */
export function Component() {
  const { hash, pathname } = useLocation();
  const navigate = useNavigate();
  const [token] = useState(hash.slice(1));
  const [typed, setTyped] = useState({ password: '', again: '' });
  const [tried, setTried] = useState(false);
  const signIn = useSignIn((proof: { token: string; password: string }) => body(api.POST('/api/session/link', { body: proof })), '/');
  const wait = useWait(signIn);
  // The token shall not stay in the address, nor in the browser's history.
  useEffect(() => {
    if (hash) {
      void navigate(pathname, { replace: true });
    }
  }, [hash, pathname, navigate]);
  if (!token) {
    return (
      <Entrance title={said.title}>
        <Stack>
          <Alert color="yellow" icon={<IconInfoCircle />} title={said.none}>
            {said.noneDetail}
          </Alert>
          <Button component={Link} to="/sign-in" variant="default">
            {said.toSignIn}
          </Button>
        </Stack>
      </Entrance>
    );
  }
  return (
    <Entrance title={said.title}>
      <form
        method="post"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (passwordFault(typed.password, typed.again) === null) {
            signIn.mutate({ token, password: typed.password });
          }
        }}
      >
        <Stack>
          <Text size="sm">{said.detail}</Text>
          <NewPassword {...typed} tried={tried} set={(change) => setTyped((before) => ({ ...before, ...change }))} />
          <Refusal error={signIn.error} wait={wait} />
          <Button type="submit" loading={signIn.isPending} disabled={wait !== null && wait > 0}>
            {said.submit}
          </Button>
        </Stack>
      </form>
    </Entrance>
  );
}
