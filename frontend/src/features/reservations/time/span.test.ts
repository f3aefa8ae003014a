import { expect, test } from 'vitest';
import { firstDay, spanOf, stepped, titleOf, weekBegin } from './span';

const ROME = 'Europe/Rome';

test('weeks begin as in the language of the browser', () => {
  expect(firstDay(['en-US'])).toBe(0);
  expect(firstDay(['de-DE'])).toBe(1);
  expect(weekBegin('2026-12-02', 1)).toBe('2026-11-30');
  expect(weekBegin('2026-11-29', 1)).toBe('2026-11-23');
  expect(weekBegin('2026-11-29', 0)).toBe('2026-11-29');
});

test('a month shows its whole weeks', () => {
  const { days } = spanOf('month', '2026-12-24', ROME, false, 1);
  expect(days[0]).toBe('2026-11-30');
  expect(days.at(-1)).toBe('2027-01-03');
});

test('a week over a change of clocks is an hour shorter', () => {
  const { from, to } = spanOf('week', '2027-03-24', ROME, false, 1);
  expect((to - from) / 3_600_000).toBe(167);
});

test('one goes on by what is shown', () => {
  expect(stepped('month', '2026-12-31', 1)).toBe('2027-01-01');
  expect(stepped('week', '2026-12-31', -1)).toBe('2026-12-24');
  expect(stepped('lanes', '2026-12-31', 1)).toBe('2027-01-01');
  expect(stepped('lanes', '2026-12-31', 1, true)).toBe('2027-01-07');
  expect(stepped('list', '2026-12-01', 1)).toBe('2026-12-15');
});

test('what is shown has a title', () => {
  expect(titleOf('month', '2026-12-24', spanOf('month', '2026-12-24', ROME))).toBe('December 2026');
  expect(titleOf('day', '2026-12-24', spanOf('day', '2026-12-24', ROME))).toContain('24');
});
