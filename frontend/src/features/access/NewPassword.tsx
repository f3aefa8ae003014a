import { PasswordInput } from '@mantine/core';
import { accessTexts } from './texts';

const said = accessTexts;
const LEAST = 12;

/** What is wrong with a new password that was typed twice; null when nothing is. */
export const passwordFault = (password: string, again: string) =>
  password.length < LEAST ? { field: 'password', detail: said.password.short } : password === again ? null : { field: 'again', detail: said.password.differs };

type Props = {
  password: string;
  again: string;
  set: (change: { password?: string; again?: string }) => void;
  /** Whether what is wrong is to be shown. */
  tried: boolean;
};

/** A new password, asked for twice. */
export function NewPassword({ password, again, set, tried }: Props) {
  const fault = tried ? passwordFault(password, again) : null;
  const shared = {
    required: true,
    autoComplete: 'new-password',
    maxLength: 1024,
    visibilityToggleButtonProps: { 'aria-label': said.signIn.show, tabIndex: 0 },
  };
  return (
    <>
      <PasswordInput
        {...shared}
        label={said.welcome.password}
        description={said.welcome.rule}
        name="new-password"
        value={password}
        error={fault?.field === 'password' && fault.detail}
        onChange={(event) => set({ password: event.currentTarget.value })}
      />
      <PasswordInput
        {...shared}
        label={said.welcome.again}
        name="new-password-again"
        value={again}
        error={fault?.field === 'again' && fault.detail}
        onChange={(event) => set({ again: event.currentTarget.value })}
      />
    </>
  );
}
