import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { batch } from './batch';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A batch whose act takes a while, and when each lot was begun. */
function slow(takes: number) {
  const lots: [number, string[]][] = [];
  const start = Date.now();
  const { add } = batch(15, 50, async (words) => {
    lots.push([Date.now() - start, [...words]]);
    await new Promise((done) => setTimeout(done, takes));
  });
  return { add, lots };
}

test('hands on together what comes together, and once what comes twice', async () => {
  const { add, lots } = slow(0);
  add('a');
  add('b');
  add('a');
  await vi.advanceTimersByTimeAsync(100);

  expect(lots).toEqual([[15, ['a', 'b']]]);
});

test('gathers what comes meanwhile for the next lot', async () => {
  const { add, lots } = slow(10);
  add('a');
  await vi.advanceTimersByTimeAsync(20);
  add('b');
  await vi.advanceTimersByTimeAsync(100);

  expect(lots).toEqual([
    [15, ['a']],
    [75, ['b']],
  ]);
});

test('rests after what took long, but not for ever', async () => {
  const { add, lots } = slow(300);
  add('a');
  await vi.advanceTimersByTimeAsync(20);
  add('b');
  await vi.advanceTimersByTimeAsync(2000);
  expect(lots[1]).toEqual([915, ['b']]);

  const slower = slow(10_000);
  slower.add('a');
  await vi.advanceTimersByTimeAsync(20);
  slower.add('b');
  await vi.advanceTimersByTimeAsync(15_000);
  expect(slower.lots[1]).toEqual([12_015, ['b']]);
});
