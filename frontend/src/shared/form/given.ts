import type { FocusEvent } from 'react';
import { leave } from './focus';
import type { Field } from './useForm';

/** What a control gets of its field, whatever it is used for. */
export type Given = 'id' | 'name' | 'value' | 'defaultValue' | 'onChange' | 'onBlur' | 'error';

/** The same for those that tell their value and not an event. */
export function given<T>({ id, value, set, left, error }: Field<T>) {
  return { id, value, error, onChange: set, onBlur: (event: FocusEvent) => leave(event, left) };
}
