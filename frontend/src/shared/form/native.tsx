import { NativeSelect, type NativeSelectProps } from '@mantine/core';
import { leave } from './focus';
import type { Given } from './given';
import type { Field } from './useForm';

// In a file of its own, as pages with nothing else to choose need not fetch the other choices.

/** One of a few, by the browser's own list. */
export function NativeSelectField<T extends string>({ field, ...props }: Omit<NativeSelectProps, Given> & { field: Field<T> }) {
  const { id, name, value, set, left, error } = field;
  return (
    <NativeSelect
      id={id}
      name={name}
      value={value}
      error={error}
      aria-invalid={error !== undefined}
      onBlur={(event) => leave(event, left)}
      onChange={(event) => set(event.currentTarget.value as T)}
      {...props}
    />
  );
}
