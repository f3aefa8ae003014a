const KEY = 'direttore.mine';
const MOST = 200;
const DAY = 86_400_000;

// The server's clock and this one may differ.
const LEEWAY = 5 * 60_000;

/** An operation, and when it was ordered by this browser's clock. */
type Mine = { id: string; at: number };

const isMine = (kept: unknown): kept is Mine =>
  typeof kept === 'object' && kept !== null && 'id' in kept && typeof kept.id === 'string' && 'at' in kept && typeof kept.at === 'number';

const watchers = new Set<() => void>();

function read(): Mine[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isMine).filter(({ at }) => Date.now() - at < DAY) : [];
  } catch {
    return [];
  }
}

function write(all: Mine[]) {
  sessionStorage.setItem(KEY, JSON.stringify(all.slice(-MOST)));
  watchers.forEach((watcher) => watcher());
}

/** Notes that this tab ordered an operation, so that its end is told here. */
export const remember = (id: string): void => write([...read(), { id, at: Date.now() }]);

/** Whether this tab ordered it and has not told its end; asks once. */
export function forget(id: string): boolean {
  const all = read();
  const rest = all.filter((each) => each.id !== id);
  if (rest.length === all.length) {
    return false;
  }
  write(rest);
  return true;
}

/** Calls the watcher when an operation is noted or forgotten. */
export function watchMine(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** A moment before the first of those was ordered whose end has not been told; null when all have. */
export function oldestMine(): string | null {
  const [first] = read();
  return first ? before(first.at) : null;
}

/** A moment that is certainly before what was ordered then, as the API takes it. */
export const before = (at: number): string => new Date(at - LEEWAY).toISOString();
