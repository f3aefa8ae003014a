import { expect, test } from 'vitest';
import { scrollFor } from './Months';

const ROME = 'Europe/Rome';
const at = (text: string) => Date.parse(text);
const week = { days: [], from: at('2026-11-29T23:00Z'), to: at('2026-12-06T23:00Z') };

test('a week shows what is now, and the morning where now is not in it', () => {
  expect(scrollFor(week, at('2026-11-30T14:20Z'), ROME)).toBe('14:00:00');
  expect(scrollFor(week, at('2026-11-29T23:20Z'), ROME)).toBe('00:00:00');
  expect(scrollFor(week, at('2026-12-01T23:27Z'), ROME)).toBe('00:00:00');
  expect(scrollFor(week, at('2026-12-07T14:20Z'), ROME)).toBe('07:00:00');
});
