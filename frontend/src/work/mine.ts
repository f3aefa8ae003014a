const KEY = 'direttore.mine';
const MOST = 200;

function read(): string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

/** Notes that this tab ordered an operation, so that its end is told here. */
export function remember(id: string): void {
  sessionStorage.setItem(KEY, JSON.stringify([...read(), id].slice(-MOST)));
}

/** Whether this tab ordered it and has not told its end; asks once. */
export function forget(id: string): boolean {
  const all = read();
  if (!all.includes(id)) {
    return false;
  }
  sessionStorage.setItem(KEY, JSON.stringify(all.filter((each) => each !== id)));
  return true;
}
