import { SimpleGrid, Title } from '@mantine/core';
import { provisionTexts } from '@/features/provision/texts';
import type { StepProps } from '@/features/provision/useWizard';
import { SecretField, TextareaField, TextField } from '@/shared/form/fields';

const said = provisionTexts.resources;

/** Who signs in first; nothing where nothing can set that. */
export function AccountFields({ form }: StepProps) {
  const { values: draft, at, secret } = form;
  const clone = draft.type === 'vm' && draft.source === 'clone';
  return !clone && draft.type !== 'lxc' ? null : (
    <>
      <Title order={3} size="h4">
        {clone ? said.cloudInit : said.account}
      </Title>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {clone && <TextField field={at('user')} label={said.user} spellCheck={false} />}
        <SecretField field={secret('password')} label={said.password} description={said.passwordHint} autoComplete="new-password" />
      </SimpleGrid>
      <TextareaField field={at('sshKeys')} label={said.sshKeys} description={said.sshKeysHint} minRows={2} maxRows={6} spellCheck={false} />
    </>
  );
}
