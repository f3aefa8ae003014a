import { useCallback, useMemo, useSyncExternalStore } from 'react';

const watchers = new Set<() => void>();
// Where a browser keeps nothing, as in some private windows, what is stored holds as long as the page.
const unstored = new Map<string, string | null>();

function read(key: string): string | null {
  try {
    return unstored.get(key) ?? localStorage.getItem(key);
  } catch {
    return unstored.get(key) ?? null;
  }
}

function write(key: string, text: string) {
  try {
    localStorage.setItem(key, text);
    unstored.delete(key);
  } catch {
    unstored.set(key, text);
  }
  watchers.forEach((watcher) => watcher());
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

function watch(watcher: () => void) {
  watchers.add(watcher);
  // Other tabs.
  window.addEventListener('storage', watcher);
  return () => {
    watchers.delete(watcher);
    window.removeEventListener('storage', watcher);
  };
}

/**
 * What this browser keeps under a key, as `of` understands it, and how to change it. A change is made to what is kept
 * then, also when it was begun long before or by a page that is gone. `of` must be a constant.
 */
export function useStored<T>(key: string, of: (value: unknown) => T): [T, (change: (before: T) => unknown) => void] {
  const text = useSyncExternalStore(watch, () => read(key));
  const value = useMemo(() => of(parsed(text)), [of, text]);
  const change = useCallback((make: (before: T) => unknown) => write(key, JSON.stringify(make(of(parsed(read(key)))))), [key, of]);
  return [value, change];
}
