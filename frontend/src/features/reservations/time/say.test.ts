import { expect, test } from 'vitest';
import { crosses, lengthText, offsetName, windowText } from './say';

const ROME = 'Europe/Rome';
const at = (text: string) => Date.parse(text);

test('a window over a change of clocks tells both offsets', () => {
  const [from, to] = [at('2027-03-27T20:00Z'), at('2027-03-28T08:00Z')];
  expect(crosses(from, to, ROME)).toBe(true);
  expect(windowText(from, to, ROME)).toContain('(UTC+01:00 → UTC+02:00)');
});

test('another tells one', () => {
  expect(windowText(at('2026-11-30T08:00Z'), at('2026-11-30T11:00Z'), ROME)).toMatch(/9:00.*12:00.*\(UTC\+01:00\)$/);
  expect(offsetName(at('2026-11-30T08:00Z'), 'UTC')).toBe('UTC+00:00');
});

test('lengths are told to the minute', () => {
  expect(lengthText(45 * 60_000)).toBe('45 min');
  expect(lengthText(150 * 60_000)).toBe('2 h 30 min');
  expect(lengthText(27 * 3_600_000)).toBe('1 d 3 h');
});
