const two = (count: number) => String(count).padStart(2, '0');

/** A moment as a field for local date and time has it; empty for none. */
export function toField(iso: string | null): string {
  if (iso === null) {
    return '';
  }
  const at = new Date(iso);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The moment that such a field names; null while it is not complete. */
export function fromField(text: string): string | null {
  const at = new Date(text);
  return text === '' || Number.isNaN(at.getTime()) ? null : at.toISOString();
}
