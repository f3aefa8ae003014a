import { Alert, Button, Divider, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { IconInfoCircle, IconKey } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { Link } from 'react-router';
import { z } from 'zod';
import { api, body } from '@/shared/api/client';
import { CannotLoad } from '@/shared/ui/Empty';
import { useUrlState } from '@/shared/url/useUrlState';
import { signInWaysQuery } from './api';
import { Entrance } from './Entrance';
import { ownPath } from './ownPath';
import { Refusal } from './Refusal';
import { accessTexts } from './texts';
import { useSignIn } from './useSignIn';
import { useWait } from './useWait';

const said = accessTexts.signIn;
const shape = {
  return: z.string().catch('/'),
  error: z.enum(['denied', 'expired', 'failed', 'throttled', 'unknown']).nullable().catch(null),
  wait: z.coerce.number().int().positive().nullable().catch(null),
};

/** What stands in a field of a form. */
function entered(form: FormData, field: string): string {
  const value = form.get(field);
  return typeof value === 'string' ? value : '';
}

/** Signs in with a name and password, or at the OpenID provider, and leads back to the page that was wanted. */
export function Component() {
  const [url] = useUrlState(shape);
  const to = ownPath(url.return);
  const ways = useQuery(signInWaysQuery);
  const password = useRef<HTMLInputElement>(null);
  const signIn = useSignIn((proof: { name: string; password: string }) => body(api.POST('/api/session', { body: proof })), to);
  const wait = useWait(signIn);
  const provider = ways.data?.oidc;
  if (ways.data?.mode === 'none') {
    return (
      <Entrance title={said.open}>
        <Stack>
          <Text>{said.openDetail}</Text>
          <Button component={Link} to={to}>
            {said.enter}
          </Button>
        </Stack>
      </Entrance>
    );
  }
  return (
    <Entrance title={said.title}>
      <Stack>
        {url.error && (
          <Alert color="red" icon={<IconInfoCircle />} title={said.failed} role="alert">
            {said.errors[url.error](provider?.name ?? said.provider, url.wait)}
          </Alert>
        )}
        {to !== '/' && !url.error && <Text size="sm">{said.goOn}</Text>}
        {ways.error && <CannotLoad what={said.what} error={ways.error} since={ways.errorUpdatedAt} retry={() => void ways.refetch()} />}
        <form
          method="post"
          onSubmit={(event) => {
            event.preventDefault();
            // Read from the form, as password managers fill fields without typing.
            const form = new FormData(event.currentTarget);
            signIn.mutate({ name: entered(form, 'username').trim(), password: entered(form, 'password') }, { onError: () => password.current?.select() });
          }}
        >
          <Stack>
            <TextInput
              label={said.name}
              name="username"
              required
              autoComplete="username"
              autoCapitalize="none"
              autoCorrect="off"
              spellCheck={false}
              maxLength={255}
              autoFocus
            />
            <PasswordInput
              ref={password}
              label={said.password}
              name="password"
              required
              autoComplete="current-password"
              maxLength={1024}
              visibilityToggleButtonProps={{ 'aria-label': said.show, tabIndex: 0 }}
            />
            <Refusal error={signIn.error} wait={wait} />
            <Button type="submit" loading={signIn.isPending} disabled={wait !== null && wait > 0}>
              {said.submit}
            </Button>
          </Stack>
        </form>
        {provider && (
          <>
            <Divider label={said.or} />
            <Button component="a" variant="default" leftSection={<IconKey size={18} />} href={`${provider.href}?return=${encodeURIComponent(to)}`}>
              {said.with(provider.name)}
            </Button>
            {(url.error === 'unknown' || url.error === 'denied') && (
              <Button component="a" variant="subtle" href={`${provider.href}?another=true&return=${encodeURIComponent(to)}`}>
                {said.another(provider.name)}
              </Button>
            )}
          </>
        )}
      </Stack>
    </Entrance>
  );
}
