import { Alert, Button, Divider, Stack, Text } from '@mantine/core';
import { IconInfoCircle, IconKey } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { Link } from 'react-router';
import * as z from 'zod/mini';
import { api, body } from '@/shared/api/client';
import { SecretField, TextField } from '@/shared/form/fields';
import { Form, SubmitButton } from '@/shared/form/Form';
import { formTexts } from '@/shared/form/texts';
import { useForm } from '@/shared/form/useForm';
import { Known } from '@/shared/ui/Known';
import { useUrlState } from '@/shared/url/useUrlState';
import { signInWaysQuery } from './api';
import { Entrance } from './Entrance';
import { ownPath } from './ownPath';
import { accessTexts } from './texts';
import { useLetIn } from './useLetIn';
import { useWait } from './useWait';
import { Wait } from './Wait';

const said = accessTexts.signIn;
const shape = {
  return: z.catch(z.string(), '/'),
  error: z.catch(z.nullable(z.enum(['denied', 'expired', 'failed', 'throttled', 'unknown'])), null),
  wait: z.catch(z.nullable(z.coerce.number().check(z.int(), z.positive())), null),
};

const initial = { name: '', password: '' };
const check = (values: typeof initial) =>
  Object.fromEntries(Object.entries(values).flatMap(([field, value]) => (value.trim() === '' ? [[field, formTexts.needed]] : [])));

/** The form itself. */
function PasswordSignIn({ to }: { to: string }) {
  const password = useRef<HTMLInputElement>(null);
  const form = useForm({
    initial,
    secrets: ['password'],
    check,
    send: ({ name, password: proof }) => body(api.POST('/api/session', { body: { name: name.trim(), password: proof } })),
    done: useLetIn(to),
    refused: () => password.current?.select(),
  });
  const wait = useWait(form.refusal);
  return (
    <Form form={form} method="post" beside={<Wait seconds={wait} />}>
      <TextField
        field={form.at('name')}
        filled
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
      <SecretField field={form.secret('password')} filled ref={password} label={said.password} name="password" required autoComplete="current-password" />
      <SubmitButton form={form} disabled={wait !== null && wait > 0}>
        {said.submit}
      </SubmitButton>
    </Form>
  );
}

/** Signs in with a name and password, or at the OpenID provider, and leads back to the page that was wanted. */
export function Component() {
  const [url] = useUrlState(shape);
  const to = ownPath(url.return);
  const ways = useQuery(signInWaysQuery);
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
        <PasswordSignIn to={to} />
        <Known query={ways} what={said.what} height={0}>
          {provider && (
            <Stack>
              <Divider label={said.or} />
              <Button component="a" variant="default" leftSection={<IconKey size={18} />} href={`${provider.href}?return=${encodeURIComponent(to)}`}>
                {said.with(provider.name)}
              </Button>
              {(url.error === 'unknown' || url.error === 'denied') && (
                <Button component="a" variant="subtle" href={`${provider.href}?another=true&return=${encodeURIComponent(to)}`}>
                  {said.another(provider.name)}
                </Button>
              )}
            </Stack>
          )}
        </Known>
      </Stack>
    </Entrance>
  );
}
