import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import { type FeatureNews, newsToCache } from './news';
import { rereadAll } from './reread';

const LEASES = ['leases'];

/** A feature that keeps leases, one by one. */
const leases = (change: Partial<FeatureNews> = {}): FeatureNews => ({
  on: {
    lease: (cache, ids) =>
      rereadAll(
        cache,
        [...ids].map((id) => [...LEASES, id]),
      ),
  },
  ...change,
});

const stale = (cache: QueryClient, queryKey: string[]) => vi.waitFor(() => expect(cache.getQueryState(queryKey)?.isInvalidated).toBe(true));

function holding(...keys: string[][]) {
  const cache = new QueryClient();
  keys.forEach((queryKey) => cache.setQueryData(queryKey, 'old'));
  return cache;
}

test('each feature names the types of events that it hears of', () => {
  const { types } = newsToCache(new QueryClient(), [leases(), leases({ on: { device: () => Promise.resolve() } })]);

  expect(types).toEqual(['cluster', 'lease', 'device']);
});

test('every feature that hears of a type is told its subjects, together', async () => {
  const told: string[][] = [];
  const hears: FeatureNews = { on: { lease: (_, subjects) => Promise.resolve(told.push([...subjects])) } };
  const { news } = newsToCache(new QueryClient(), [hears, hears]);

  news({ type: 'lease', subject: 'a' });
  news({ type: 'lease', subject: 'b' });

  await vi.waitFor(() =>
    expect(told).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]),
  );
});

test('news that no feature hears of changes nothing', () => {
  const { news } = newsToCache(new QueryClient(), [leases()]);

  expect(() => news({ type: 'device', subject: 'a' })).not.toThrow();
});

test('when the stream begins, what was read before is stale', async () => {
  const cache = holding(LEASES);

  newsToCache(cache, [leases({ joined: [LEASES] })]).joined();

  await stale(cache, LEASES);
});

test('a gap that the server cannot fill makes everything stale', async () => {
  const cache = holding(['anything']);

  newsToCache(cache, []).gap(true);

  await stale(cache, ['anything']);
});

test('after a gap that it can fill, whole lists are stale, as no event of theirs is stored', async () => {
  const told: string[][] = [];

  newsToCache(new QueryClient(), [{ on: { cluster: (_, subjects) => Promise.resolve(told.push([...subjects])) } }]).gap(false);

  await vi.waitFor(() => expect(told).toEqual([['main/nodes', 'main/guests']]));
});

test('an answer that is no stream makes what is asked then stale', async () => {
  const cache = holding(['me']);

  newsToCache(cache, [leases({ refused: [['me']] })]).refused();

  await stale(cache, ['me']);
});

test('news about what is being read for the first time reads it again', async () => {
  const cache = new QueryClient();
  const answers: ((answer: string) => void)[] = [];
  const read = new QueryObserver(cache, { queryKey: [...LEASES, 'a'], queryFn: () => new Promise<string>((answer) => answers.push(answer)) });
  const end = read.subscribe(() => undefined);

  newsToCache(cache, [leases()]).news({ type: 'lease', subject: 'a' });
  await stale(cache, [...LEASES, 'a']);
  answers[0]?.('running');

  await vi.waitFor(() => expect(answers).toHaveLength(2));
  answers[1]?.('succeeded');
  await vi.waitFor(() => expect(cache.getQueryData([...LEASES, 'a'])).toBe('succeeded'));
  end();
});
