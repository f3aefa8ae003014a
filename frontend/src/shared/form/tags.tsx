import { TagsInput, type TagsInputProps } from '@mantine/core';
import { given, type Given } from './given';
import type { Field } from './useForm';

// In a file of its own, as pages with words to type need not fetch the other choices.

/** Words that are typed or chosen, as many as one likes. */
export function TagsField({ field, ...props }: Omit<TagsInputProps, Given> & { field: Field<string[]> }) {
  return <TagsInput splitChars={[',', ' ', ';']} {...given(field)} {...props} />;
}
