import fc from 'fast-check';
import { expect, test } from 'vitest';
import { about, ago, span } from './time';

const DAY = 86_400;
const units: Record<string, number> = { d: DAY, h: 3600, min: 60, s: 1 };

/** Lengths of every magnitude, and often those next to a bound. */
const length = fc.oneof(
  fc.tuple(fc.integer({ min: 0, max: 27 }), fc.double({ min: 0, max: 2, noNaN: true })).map(([power, of]) => 2 ** power * of),
  fc.tuple(fc.constantFrom(1, 60, 3600, DAY, 100 * DAY), fc.constantFrom(-1, -0.5, 0, 0.5, 1)).map(([bound, by]) => bound + by),
);

/** The parts of a length in words: how many of which unit. */
const parts = (text: string) =>
  [...text.matchAll(/(\d+) (\S+)/g)].map(([, count, unit = '']) => ({ count: Number(count), unit, size: units[unit] ?? Number.NaN }));
const read = (text: string) => parts(text).reduce((sum, { count, size }) => sum + count * size, 0);

test.each([
  ['a span', span],
  ['a rough span', about],
])('%s is read as what it is, less what its least unit leaves out', (_, words) => {
  fc.assert(
    fc.property(length, (seconds) => {
      const said = words(seconds);
      const least = parts(said).at(-1)?.size ?? 0;
      expect(read(said)).toBeLessThanOrEqual(seconds);
      expect(seconds - read(said)).toBeLessThan(least);
    }),
  );
});

test.each([
  ['a span', span],
  ['a rough span', about],
])('%s never has so many of a unit that a larger one says it', (_, words) => {
  fc.assert(fc.property(length, (seconds) => parts(words(seconds)).every(({ count, unit }) => count < ({ s: 60, min: 60, h: 24 }[unit] ?? Infinity))));
});

test('a span never shrinks as time passes', () => {
  fc.assert(fc.property(length, length, (one, other) => read(span(Math.max(one, other))) >= read(span(Math.min(one, other)))));
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

test('what is no length is not called nothing', () => {
  expect(span(Number.NaN)).toBe('–');
  expect(about(Infinity)).toBe('–');
});
