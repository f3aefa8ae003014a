/** One value that is not what it was; null where there was or is none. */
export type Change = { path: string; before: string | null; after: string | null };

const isPart = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && Object.keys(value).length > 0;

const written = (value: unknown): string | null => (value === undefined || value === null ? null : typeof value === 'string' ? value : JSON.stringify(value));

/** What is different between two values of JSON, leaf by leaf. */
export function changes(before: unknown, after: unknown, path = ''): Change[] {
  if (isPart(before) || isPart(after)) {
    const [was, is] = [before, after].map((value) => (isPart(value) ? value : {})) as [Record<string, unknown>, Record<string, unknown>];
    return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((key) => changes(was[key], is[key], path ? `${path}.${key}` : key));
  }
  const change = { path, before: written(before), after: written(after) };
  return change.before === change.after ? [] : [change];
}
