import { expect, test, vi } from 'vitest';
import { allRows, type ReadPage } from './pages';

const numbers =
  (count: number, size: number): ReadPage<number> =>
  (after = '0') => {
    const from = Number(after);
    const to = Math.min(count, from + size);
    return Promise.resolve({ rows: Array.from({ length: to - from }, (_, i) => from + i), next: to < count ? String(to) : null });
  };
const { signal } = new AbortController();

test('every row is read, page by page, and it is told how far', async () => {
  const told = vi.fn();

  expect(await allRows(numbers(5, 2), signal, told)).toEqual({ rows: [0, 1, 2, 3, 4], whole: true });
  expect(told.mock.calls.flat()).toEqual([2, 4, 5]);
});

test.each([
  [5, 4, false],
  [5, 5, true],
  [4, 4, true],
  [9, 6, false],
])('of %d rows at most %d are taken, and more are known of: %s', async (count, most, whole) => {
  const told = vi.fn();
  const all = await allRows(numbers(count, 2), signal, told, most);

  expect(all.rows).toHaveLength(Math.min(count, most));
  expect(all.whole).toBe(whole);
  expect(Math.max(...(told.mock.calls.flat() as number[]))).toBeLessThanOrEqual(most);
});
