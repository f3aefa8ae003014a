import { CloseButton, TextInput, type TextInputProps } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { uiTexts } from '@/shared/ui/texts';

type Props = Pick<TextInputProps, 'flex' | 'size'> & { label: string; hint?: string; typed: string; setTyped: (typed: string) => void };

/** Narrows what a page lists; the key "/" leads to it. */
export function FilterInput({ label, hint = label, typed, setTyped, ...rest }: Props) {
  return (
    <TextInput
      {...rest}
      data-filter
      aria-label={label}
      placeholder={hint}
      leftSection={<IconFilter size={18} />}
      rightSection={typed && <CloseButton aria-label={uiTexts.clearFilters} onClick={() => setTyped('')} />}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      spellCheck={false}
      autoComplete="off"
    />
  );
}
