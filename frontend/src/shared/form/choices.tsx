import { Autocomplete, MultiSelect, Select, type AutocompleteProps, type MultiSelectProps, type SelectProps } from '@mantine/core';
import { given, type Given } from './given';
import type { Field } from './useForm';

export { NativeSelectField } from './native';

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

/** A word that is typed, with some to choose from. */
export function SuggestField({ field, ...props }: Omit<AutocompleteProps, Given> & { field: Field<string> }) {
  return <Autocomplete openOnFocus={false} spellCheck={false} {...given(field)} {...props} />;
}
