import { around } from './paths';

/** The id of a field's control. */
export const idOf = (form: string, path: string): string => `${form}-${path}`;

/** The control at a place, or of the list that it is in. */
export function controlOf(form: string, path: string): HTMLElement | null {
  for (const each of around(path)) {
    const found = document.getElementById(idOf(form, each));
    if (found) {
      return found;
    }
  }
  return null;
}

/** Focuses the field at a place. */
export function focusOn(form: string, path: string): void {
  const control = controlOf(form, path);
  const inner = control?.matches('input, select, textarea, button')
    ? control
    : control?.querySelector<HTMLElement>('input:not(:disabled), button:not(:disabled)');
  inner?.focus();
}

/** Focuses the first of several fields, as they stand on the page. */
export function focusFirst(form: string, paths: string[]): void {
  const found = paths.flatMap((path) => {
    const control = controlOf(form, path);
    return control ? [{ path, control }] : [];
  });
  const [first] = found.sort((a, b) => (a.control.compareDocumentPosition(b.control) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  if (first) {
    focusOn(form, first.path);
  }
}

/** What the field at a place is called. */
export function labelAt(form: string, path: string): string | undefined {
  const control = controlOf(form, path);
  const label = control && [...document.querySelectorAll('label')].find(({ htmlFor }) => htmlFor === control.id);
  return label?.firstChild?.textContent || control?.getAttribute('aria-label') || undefined;
}

/** Lets what is wrong with a field be said once the focus has left it; not on the way to a button, which would move away from under the pointer. */
export function leave({ relatedTarget }: { relatedTarget: EventTarget | null }, left: () => void): void {
  if (!(relatedTarget instanceof HTMLButtonElement)) {
    left();
  }
}

/** What stands in those fields that a password manager may fill without a word. */
export function textsIn(form: HTMLFormElement, id: string): [string, string][] {
  return [...form.querySelectorAll<HTMLInputElement>('input[data-filled]')].map((input) => [input.id.slice(id.length + 1), input.value]);
}
