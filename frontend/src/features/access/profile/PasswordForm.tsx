import { Alert, Card, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { accessKeys } from '@/features/access/keys';
import { NewPassword, passwordFaults } from '@/features/access/NewPassword';
import { useMe } from '@/features/access/rights';
import { accessTexts } from '@/features/access/texts';
import { useWait } from '@/features/access/useWait';
import { Wait } from '@/features/access/Wait';
import { api } from '@/shared/api/client';
import { CheckboxField, SecretField } from '@/shared/form/fields';
import { Form, SubmitButton } from '@/shared/form/Form';
import { formTexts } from '@/shared/form/texts';
import { useForm } from '@/shared/form/useForm';
import { tokensQuery } from './tokens';

const said = accessTexts.password;
const initial = { current: '', password: '', again: '', endTokens: false };

const check = (values: typeof initial) => ({ ...(values.current === '' && { current: formTexts.needed }), ...passwordFaults(values) });

/** Changes one's own password. */
export function PasswordForm() {
  const { name } = useMe();
  const cache = useQueryClient();
  const tokens = useQuery(tokensQuery).data ?? [];
  const form = useForm({
    initial,
    secrets: ['current', 'password', 'again'],
    check,
    send: ({ current, password, endTokens }) => api.POST('/api/me/password', { body: { current, password, ...(endTokens && { end_tokens: true }) } }),
    done: () => void Promise.all([accessKeys.sessions, accessKeys.tokens].map((queryKey) => cache.invalidateQueries({ queryKey }))),
  });
  const wait = useWait(form.refusal);
  return (
    <Card>
      <Title order={2} size="h4" mb="xs">
        {said.title}
      </Title>
      <Form form={form} method="post" beside={<Wait seconds={wait} />}>
        {/* Tells a password manager whose password it is. */}
        <input type="hidden" name="username" autoComplete="username" value={name} readOnly />
        <SecretField field={form.secret('current')} required name="current-password" autoComplete="current-password" label={said.current} />
        <NewPassword password={form.secret('password')} again={form.secret('again')} />
        {tokens.length > 0 && (
          <CheckboxField field={form.at('endTokens')} label={said.endTokens(tokens.length)} description={tokens.map((token) => token.name).join(', ')} />
        )}
        <div role="status">
          {form.sent && (
            <Alert color="green" icon={<IconCircleCheck />}>
              {said.changed}
            </Alert>
          )}
        </div>
        <SubmitButton form={form} variant="default" disabled={wait !== null && wait > 0}>
          {said.change}
        </SubmitButton>
      </Form>
    </Card>
  );
}
