/** A page's own files could not be had: the server is away, or has been replaced by a newer version. */
export class NotFetched extends Error {}

// What a browser keeps for this tab: how often the whole page was loaded again for want of a file, and when last.
const KEPT = 'direttore.reloaded';
const FORGOTTEN = 600_000;
// Two builds that are served in turn, as while one replaces the other, must not make pages load without end.
const AT_ONCE = 3;

/** Fetches a page's files; says so in its own way when they cannot be had. */
export async function fetched<T>(files: () => Promise<T>): Promise<T> {
  try {
    return await files();
  } catch (error) {
    throw new NotFetched(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

const entryIn = (page: Document): string | null => page.querySelector('script[type=module][src]')?.getAttribute('src') ?? null;

/** The page around this one, and the pauses between tries in milliseconds; tests put their own in its place. */
export const browser = {
  reload: () => location.reload(),
  /** The file by which the page that is open began, named by its content. */
  build: () => entryIn(document),
  first: 1000,
  longest: 60_000,
};

/** How long to wait before a try; each pause is twice the one before. */
export const pauseAfter = (tries: number): number => Math.min(browser.first * 2 ** tries, browser.longest);

/** What the server serves now: the build that the page is of, a newer one, or nothing, as it is away. */
export async function servedNow(): Promise<'same' | 'newer' | 'away'> {
  try {
    const answer = await globalThis.fetch('/', { cache: 'no-store', signal: AbortSignal.timeout(10_000) });
    const entry = answer.ok ? entryIn(new DOMParser().parseFromString(await answer.text(), 'text/html')) : null;
    return entry === null ? 'away' : entry === browser.build() ? 'same' : 'newer';
  } catch {
    return 'away';
  }
}

function reloads(): { times: number; at: number } {
  const [times = 0, at = 0] = (sessionStorage.getItem(KEPT) ?? '').split(' ').map(Number);
  return at > Date.now() - FORGOTTEN ? { times, at } : { times: 0, at: 0 };
}

/**
 * Loads the whole page again if that may help, and says what became of it. A newer build has other files: that helps at
 * once, a few times. The same build may have been half there: that is tried with growing pauses. While the server is away it would
 * leave no page at all.
 */
export async function heal(): Promise<'reloads' | 'away' | 'missing'> {
  const served = await servedNow();
  if (served === 'away') {
    return 'away';
  }
  const { times, at } = reloads();
  const free = served === 'newer' ? AT_ONCE : 1;
  if (times >= free && Date.now() < at + pauseAfter(times)) {
    return 'missing';
  }
  sessionStorage.setItem(KEPT, `${times + 1} ${Date.now()}`);
  browser.reload();
  return 'reloads';
}
