import {
  Checkbox,
  PasswordInput,
  Text,
  Textarea,
  TextInput,
  type CheckboxProps,
  type PasswordInputProps,
  type TextareaProps,
  type TextInputProps,
} from '@mantine/core';
import type { FocusEvent, ReactNode } from 'react';
import { leave } from './focus';
import { formTexts } from './texts';
import type { Field, Secret } from './useForm';

type Given = 'id' | 'value' | 'defaultValue' | 'onChange' | 'onBlur' | 'error';
type Typed<Props> = Omit<Props, Given> & {
  /** Whether a password manager may fill it: then what stands in it counts, as that may not have been told. */
  filled?: boolean;
};

/** A rule that is said already where it is broken need not stand there twice. */
const unless = <Said,>(description: Said, { error }: { error: string | undefined }) => (description === error ? undefined : description);

/** What every control of texts gets of its field. */
function given({ id, name, value, set, left, error }: Field<string>, filled = false) {
  return {
    id,
    name,
    error,
    'aria-invalid': error !== undefined,
    onBlur: (event: FocusEvent) => leave(event, left),
    onChange: (event: { currentTarget: { value: string } }) => set(event.currentTarget.value),
    ...(filled ? { defaultValue: value, 'data-filled': true } : { value }),
  };
}

/** A line of text. */
export function TextField({ field, filled, description, ...props }: Typed<TextInputProps> & { field: Field<string> }) {
  return <TextInput autoComplete="off" {...given(field, filled)} description={unless(description, field)} {...props} />;
}

type NumberProps = Omit<TextInputProps, Given | 'label'> & {
  field: Field<string>;
  label: string;
  /** Stands in the label, as what is typed is only the figure. */
  unit?: string;
  /** Whether it may have a fraction. */
  decimal?: boolean;
};

/** A figure, as it was typed. */
export function NumberField({ field, label, unit, decimal = false, ...props }: NumberProps) {
  return <TextInput autoComplete="off" inputMode={decimal ? 'decimal' : 'numeric'} label={unit ? `${label} (${unit})` : label} {...given(field)} {...props} />;
}

/** Several lines of text. */
export function TextareaField({ field, ...props }: Omit<TextareaProps, Given> & { field: Field<string> }) {
  return <Textarea autosize autoComplete="off" {...given(field)} {...props} />;
}

/** A password, which can be shown. */
export function SecretField({ field, filled, ...props }: Typed<PasswordInputProps> & { field: Secret }) {
  return <PasswordInput maxLength={1024} visibilityToggleButtonProps={{ 'aria-label': formTexts.show, tabIndex: 0 }} {...given(field, filled)} {...props} />;
}

/** Something that is so or not. */
export function CheckboxField({ field, ...props }: Omit<CheckboxProps, Given | 'checked'> & { field: Field<boolean>; label: ReactNode }) {
  const { id, name, value, set, error } = field;
  return <Checkbox id={id} name={name} checked={value} error={error} onChange={(event) => set(event.currentTarget.checked)} {...props} />;
}

/** Words beside a form that are read when they appear. */
export function Told({ children }: { children: ReactNode }) {
  return (
    <Text size="sm" role="status">
      {children}
    </Text>
  );
}
