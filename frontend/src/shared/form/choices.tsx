import {
  Autocomplete,
  MultiSelect,
  NativeSelect,
  Select,
  TagsInput,
  type AutocompleteProps,
  type MultiSelectProps,
  type NativeSelectProps,
  type SelectProps,
  type TagsInputProps,
} from '@mantine/core';
import type { FocusEvent } from 'react';
import { leave } from './focus';
import type { Field } from './useForm';

type Given = 'id' | 'name' | 'value' | 'defaultValue' | 'onChange' | 'onBlur' | 'error';

function given<T>({ id, value, set, left, error }: Field<T>) {
  return { id, value, error, onChange: set, onBlur: (event: FocusEvent) => leave(event, left) };
}

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

/** One of several, which can be searched; empty for none where it can be cleared. */
export function SelectField<T extends string>({ field, ...props }: Omit<SelectProps, Given> & { field: Field<T> }) {
  return (
    <Select
      {...given(field)}
      value={field.value === '' && !hasEmpty(props.data) ? null : field.value}
      onChange={(value) => field.set((value ?? '') as T)}
      allowDeselect={props.clearable ?? false}
      {...props}
    />
  );
}

const hasEmpty = (data: SelectProps['data']) => data?.some((each) => typeof each === 'object' && 'value' in each && each.value === '') ?? false;

/** Several of those that there are. */
export function MultiSelectField({ field, ...props }: Omit<MultiSelectProps, Given> & { field: Field<string[]> }) {
  return <MultiSelect {...given(field)} {...props} />;
}

/** Words that are typed or chosen, as many as one likes. */
export function TagsField({ field, ...props }: Omit<TagsInputProps, Given> & { field: Field<string[]> }) {
  return <TagsInput splitChars={[',', ' ', ';']} {...given(field)} {...props} />;
}

/** A word that is typed, with some to choose from. */
export function SuggestField({ field, ...props }: Omit<AutocompleteProps, Given> & { field: Field<string> }) {
  return <Autocomplete openOnFocus={false} spellCheck={false} {...given(field)} {...props} />;
}
