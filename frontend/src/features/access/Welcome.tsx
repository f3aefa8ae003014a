import { Alert, Button, Skeleton, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { api, body } from '@/shared/api/client';
import { problemOf } from '@/shared/api/problem';
import { uiTexts } from '@/shared/ui/texts';
import { Entrance } from './Entrance';
import { accessKeys } from './keys';
import { NewPassword, passwordFault } from './NewPassword';
import { Refusal } from './Refusal';
import { accessTexts } from './texts';
import { useSignIn } from './useSignIn';
import { useWait } from './useWait';

const said = accessTexts.welcome;

/** In place of the form: why the link lets nobody in. */
function NoWayIn({ title, detail }: { title: string; detail: string }) {
  return (
    <Stack>
      <Alert color="yellow" icon={<IconInfoCircle />} title={title}>
        {detail}
      </Alert>
      <Button component={Link} to="/sign-in" variant="default">
        {said.toSignIn}
      </Button>
    </Stack>
  );
}

/** Asks whether a link is good before anybody thinks of a password for it. */
function useLinkCheck(token: string) {
  return useQuery({
    queryKey: accessKeys.link,
    queryFn: async ({ signal }) => {
      await api.POST('/api/session/link/check', { body: { token }, signal });
      return true;
    },
    enabled: token !== '',
    staleTime: Infinity,
    gcTime: 0,
  });
}

/** Where a one-time link leads: sets a password and signs in. */
export function Component() {
  const { hash, pathname } = useLocation();
  const navigate = useNavigate();
  const [token] = useState(hash.slice(1));
  const [typed, setTyped] = useState({ password: '', again: '' });
  const [tried, setTried] = useState(false);
  const signIn = useSignIn((proof: { token: string; password: string }) => body(api.POST('/api/session/link', { body: proof })), '/');
  const wait = useWait(signIn);
  const link = useLinkCheck(token);
  // The token shall not stay in the address, nor in the browser's history.
  useEffect(() => {
    if (hash) {
      void navigate(pathname, { replace: true });
    }
  }, [hash, pathname, navigate]);
  if (!token) {
    return (
      <Entrance title={said.title}>
        <NoWayIn title={said.none} detail={said.noneDetail} />
      </Entrance>
    );
  }
  // Another trouble than a dead link is none of the form's: it may have passed by the time that it is sent.
  if (link.isPending || problemOf(link.error).status === 401) {
    return (
      <Entrance title={said.title}>
        {link.isPending ? <Skeleton h={240} aria-label={uiTexts.loading(said.checking)} /> : <NoWayIn title={said.dead} detail={said.deadDetail} />}
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
