import { expect, test } from 'vitest';
import { about, ago, span } from './time';

const DAY = 86_400;
const units: Record<string, number> = { d: DAY, h: 3600, min: 60, s: 1 };

/** Lengths of every magnitude, the same at each run, and those next to each bound. */
function* samples(): Generator<number> {
  for (const bound of [1, 60, 3600, DAY, 100 * DAY]) {
    yield* [bound - 1, bound - 0.5, bound, bound + 0.5, bound + 1, bound * 2 - 1];
  }
  let seed = 20_260_301;
  for (let i = 0; i < 3000; i++) {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    yield 2 ** ((seed / 2 ** 31) * 28);
  }
}

/** The parts of a length in words: how many of which unit. */
const parts = (text: string) =>
  [...text.matchAll(/(\d+) (\S+)/g)].map(([, count, unit = '']) => ({ count: Number(count), unit, size: units[unit] ?? Number.NaN }));
const read = (text: string) => parts(text).reduce((sum, { count, size }) => sum + count * size, 0);

test.each([
  ['a span', span],
  ['a rough span', about],
])('%s is read as what it is, less what its least unit leaves out', (_, words) => {
  for (const seconds of samples()) {
    const said = words(seconds);
    const least = parts(said).at(-1)?.size ?? 0;
    expect(read(said), `${seconds} as ${said}`).toBeLessThanOrEqual(seconds);
    expect(seconds - read(said), `${seconds} as ${said}`).toBeLessThan(least);
  }
});

test.each([
  ['a span', span],
  ['a rough span', about],
])('%s never has so many of a unit that a larger one says it', (_, words) => {
  for (const seconds of samples()) {
    for (const { count, unit } of parts(words(seconds))) {
      const most = { s: 60, min: 60, h: 24 }[unit] ?? Infinity;
      expect(count, `${seconds} as ${words(seconds)}`).toBeLessThan(most);
    }
  }
});

test('a span never shrinks as time passes', () => {
  const sorted = [...samples()].sort((a, b) => a - b);
  for (const [index, seconds] of sorted.entries()) {
    const before = sorted[index - 1] ?? 0;
    expect(read(span(seconds)), `${before} then ${seconds}`).toBeGreaterThanOrEqual(read(span(before)));
  }
});

test('seconds are told below a minute only, where they do not matter', () => {
  expect(about(59)).toBe('59 s');
  expect(about(61)).toBe('1 min');
  expect(span(61)).toBe('1 min 1 s');
});

test('what has just been, or by another clock is yet to be, is just now', () => {
  expect(ago(1000, 3500)).toBe('just now');
  expect(ago(9000, 1000)).toBe('just now');
  expect(ago(0, 90_000)).toBe('1 min ago');
});
