import type { Faults } from '@/shared/form/paths';
import { SecretField } from '@/shared/form/fields';
import type { Secret } from '@/shared/form/useForm';
import { accessTexts } from './texts';

const said = accessTexts;
const LEAST = 12;

/** What is wrong with a new password that was typed twice. */
export const passwordFaults = ({ password, again }: { password: string; again: string }): Faults =>
  password.length < LEAST ? { password: said.password.short } : password === again ? {} : { again: said.password.differs };

/** A new password, asked for twice. */
export function NewPassword({ password, again }: { password: Secret; again: Secret }) {
  return (
    <>
      <SecretField field={password} required autoComplete="new-password" name="new-password" label={said.welcome.password} description={said.welcome.rule} />
      <SecretField field={again} required autoComplete="new-password" name="new-password-again" label={said.welcome.again} />
    </>
  );
}
