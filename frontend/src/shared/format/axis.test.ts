import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tick, topOf } from './axis';

test('an axis of sizes ends at a round figure that nothing exceeds, and is used to two fifths at least', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 44 }), fc.double({ min: 1, max: 2, noNaN: true }), (power, of) => {
      const most = 2 ** power * of;
      expect(topOf(most)).toBeGreaterThanOrEqual(most);
      expect(most / topOf(most)).toBeGreaterThanOrEqual(0.38);
    }),
  );
  expect(topOf(0)).toBe(1024);
  expect(topOf(1500)).toBe(2048);
  expect(topOf(1000)).toBe(1024);
  expect(topOf(3 * 1024 ** 2)).toBe(5 * 1024 ** 2);
});

test('an axis of time tells the hour of a day, the day of a week and the date of a year', () => {
  const noon = Date.parse('2026-03-04T12:05:00Z');

  expect(tick(noon, 'utc', 3_600_000)).toMatch(/12:05/);
  expect(tick(noon, 'local', 3_600_000)).toMatch(/01:05|13:05/);
  expect(tick(noon, 'utc', 7 * 86_400_000)).toMatch(/Wed.*12:05/);
  expect(tick(noon, 'utc', 365 * 86_400_000)).toMatch(/2026/);
});
