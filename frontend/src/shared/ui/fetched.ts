/** A page's own files could not be had: the server is away, or has been replaced by a newer version. */
export class NotFetched extends Error {}

// What a browser keeps for this tab: when the whole page was last loaded again for want of a file.
const KEPT = 'direttore.reloaded';
const AGAIN = 60_000;

/** Fetches a page's files; says so in its own way when they cannot be had. */
export async function fetched<T>(files: () => Promise<T>): Promise<T> {
  try {
    return await files();
  } catch (error) {
    throw new NotFetched(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/** How the whole page is loaded again, and how long one waits for the server before, in milliseconds; tests put their own in its place. */
export const browser = { reload: () => location.reload(), pause: 5000 };

const isReloaded = () => Number(sessionStorage.getItem(KEPT) ?? 0) > Date.now() - AGAIN;

/**
 * Loads the whole page again if that may help: where the server answers, its files may have other names since it was
 * replaced. Once, as what is missing after it stays missing; and not while the server is away, which would leave no page.
 */
export async function heal(): Promise<'reloads' | 'away' | 'helpless'> {
  if (isReloaded()) {
    return 'helpless';
  }
  const { ok } = await globalThis.fetch('/api/about', { cache: 'no-store', signal: AbortSignal.timeout(browser.pause) }).catch(() => ({ ok: false }));
  if (!ok) {
    return 'away';
  }
  if (!isReloaded()) {
    sessionStorage.setItem(KEPT, String(Date.now()));
    browser.reload();
  }
  return 'reloads';
}
