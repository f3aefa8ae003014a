import { useEffect } from 'react';

// By form: what leaving it costs, and how it is given up.
const forms = new Map<string, () => void>();

export const isUnsaved = (): boolean => forms.size > 0;

/** Gives up what is typed in every form. */
export const discardAll = (): void => [...forms.values()].forEach((discard) => discard());

/** While a form holds what was not saved, leaving its page is asked about. */
export function useUnsaved(id: string, unsaved: boolean, discard: () => void): void {
  useEffect(() => {
    if (unsaved) {
      forms.set(id, discard);
      return () => void forms.delete(id);
    }
  }, [id, unsaved, discard]);
}
