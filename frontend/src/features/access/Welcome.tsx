import { Alert, Button, Skeleton, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { api, body } from '@/shared/api/client';
import { problemOf } from '@/shared/api/problem';
import { Form, SubmitButton } from '@/shared/form/Form';
import { useForm } from '@/shared/form/useForm';
import { uiTexts } from '@/shared/ui/texts';
import { Entrance } from './Entrance';
import { accessKeys } from './keys';
import { NewPassword, passwordFaults } from './NewPassword';
import { accessTexts } from './texts';
import { useLetIn } from './useLetIn';
import { useWait } from './useWait';
import { Wait } from './Wait';

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

const initial = { password: '', again: '' };

function SetPassword({ token }: { token: string }) {
  const form = useForm({
    initial,
    secrets: ['password', 'again'],
    check: passwordFaults,
    send: ({ password }) => body(api.POST('/api/session/link', { body: { token, password } })),
    done: useLetIn('/'),
  });
  const wait = useWait(form.refusal);
  return (
    <Form form={form} method="post" beside={<Wait seconds={wait} />}>
      <Text size="sm">{said.detail}</Text>
      <NewPassword password={form.secret('password')} again={form.secret('again')} />
      <SubmitButton form={form} disabled={wait !== null && wait > 0}>
        {said.submit}
      </SubmitButton>
    </Form>
  );
}

/** Where a one-time link leads: sets a password and signs in. */
export function Component() {
  const { hash, pathname } = useLocation();
  const navigate = useNavigate();
  const [token] = useState(hash.slice(1));
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
        {link.isPending ? (
          <Skeleton h={240} role="status" aria-label={uiTexts.loading(said.checking)} />
        ) : (
          <NoWayIn title={said.dead} detail={said.deadDetail} />
        )}
      </Entrance>
    );
  }
  return (
    <Entrance title={said.title}>
      <SetPassword token={token} />
    </Entrance>
  );
}
