import { Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useWhyNotWork } from '@/features/access/rights';
import { api, body } from '@/shared/api/client';
import type { Operation } from '@/shared/api/types';
import { SecretField, TextareaField } from '@/shared/form/fields';
import { DialogButtons, Form, FormProblems, SubmitButton } from '@/shared/form/Form';
import { formTexts } from '@/shared/form/texts';
import { useForm } from '@/shared/form/useForm';
import { Dialog } from '@/shared/ui/Dialog';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { operationTexts } from './texts';
import { remember } from './work/mine';

const said = operationTexts;
const initial = { password: '', ssh_keys: '' };

/** Orders the same again; asks for the secrets, which were forgotten. */
export function RetryButton({ operation }: { operation: Operation }) {
  const [asking, setAsking] = useState(false);
  const navigate = useNavigate();
  const { secrets, id } = operation;
  const form = useForm({
    initial,
    secrets: ['password'],
    why: useWhyNotWork(operation),
    check: (values) => Object.fromEntries(secrets.flatMap((secret) => (values[secret] === '' ? [[secret, formTexts.needed]] : []))),
    send: ({ password, ssh_keys }) =>
      body(
        api.POST('/api/operations/{id}/retry', {
          params: { path: { id }, header: { Prefer: 'wait=0' } },
          body: { ...(password && { password }), ...(ssh_keys && { ssh_keys }) },
        }),
      ),
    done: (accepted) => {
      remember(accepted.operation);
      void navigate(`/operations/${accepted.operation}`);
      setAsking(false);
    },
  });
  return (
    <>
      <GuardedButton
        why={form.why}
        variant="default"
        leftSection={<IconRefresh size={16} />}
        loading={form.pending}
        onClick={() => (secrets.length > 0 ? setAsking(true) : void form.submit())}
      >
        {said.retry}
      </GuardedButton>
      {!asking && <FormProblems form={form} />}
      <Dialog opened={asking} onClose={() => setAsking(false)} title={said.retry}>
        <Form form={form}>
          {secrets.includes('password') && (
            <SecretField field={form.secret('password')} label={said.password} description={said.retrySecrets} required autoComplete="new-password" />
          )}
          {secrets.includes('ssh_keys') && <TextareaField field={form.at('ssh_keys')} label={said.sshKeys} description={said.retryKeys} required minRows={2} />}
          <Text size="sm">{said.retryDetail}</Text>
          <DialogButtons close={() => setAsking(false)}>
            <SubmitButton form={form}>{said.sendAgain}</SubmitButton>
          </DialogButtons>
        </Form>
      </Dialog>
    </>
  );
}
