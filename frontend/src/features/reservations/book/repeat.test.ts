import { expect, test } from 'vitest';
import { datesOf, once, repeatFrom, repeatOf, ruleOf, ruleText, weekdayOf, type Repeat } from './repeat';

const weekly: Repeat = { ...once, freq: 'weekly' };
const MONDAY = '2026-11-30T09:00';

test('a weekly lesson is on the weekday of its first date unless others are chosen', () => {
  expect(weekdayOf('2026-11-30')).toBe('MO');
  expect(ruleOf(weekly, MONDAY)).toBe('FREQ=WEEKLY;BYDAY=MO;COUNT=6');
  expect(ruleOf({ ...weekly, every: '2', on: ['TH', 'TU'], ends: 'until', until: '2027-01-31' }, MONDAY)).toBe(
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;UNTIL=20270131T235959',
  );
});

test('a rule is told in words', () => {
  const text = (rule: string) => ruleText(rule, (day) => `the ${day}`);
  expect(text('FREQ=WEEKLY;BYDAY=TU,TH;COUNT=5')).toBe('Every week on Tue, Thu, 5 times');
  expect(text('FREQ=WEEKLY;INTERVAL=2;UNTIL=20270131T235959')).toBe('Every 2 weeks, until the 2027-01-31');
  expect(text('FREQ=DAILY;COUNT=1')).toBe('Every day, 1 time');
  expect(text('FREQ=DAILY;BYDAY=MO')).toBe('FREQ=DAILY;BYDAY=MO');
  expect(text('FREQ=MONTHLY')).toBe('FREQ=MONTHLY');
});

test('the first dates are those of the rule', () => {
  expect(datesOf(weekly, MONDAY, 3)).toEqual(['2026-11-30', '2026-12-07', '2026-12-14']);
  expect(datesOf({ ...weekly, on: ['TU', 'TH'], every: '2' }, MONDAY, 4)).toEqual(['2026-12-01', '2026-12-03', '2026-12-15', '2026-12-17']);
  expect(datesOf({ ...once, freq: 'daily', every: '3', count: '2' }, MONDAY, 6)).toEqual(['2026-11-30', '2026-12-03']);
});

test('weeks are counted from Monday, also for one that begins on a Sunday', () => {
  expect(datesOf({ ...weekly, every: '2', on: ['SU', 'MO'] }, '2026-11-29T09:00', 3)).toEqual(['2026-11-29', '2026-12-07', '2026-12-13']);
});

test('it ends with its last day, and a rule that is not whole has no dates', () => {
  expect(datesOf({ ...weekly, ends: 'until', until: '2026-12-07' }, MONDAY, 6)).toEqual(['2026-11-30', '2026-12-07']);
  expect(datesOf({ ...weekly, ends: 'until', until: '' }, MONDAY, 6)).toEqual([]);
  expect(datesOf({ ...weekly, count: '' }, MONDAY, 6)).toEqual([]);
  expect(datesOf(once, MONDAY, 6)).toEqual([]);
});

test('a rule is typed as it was written, and counts from a date on', () => {
  const rule = 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;COUNT=8';
  const repeat = repeatOf(rule);

  expect(repeat && ruleOf(repeat, MONDAY)).toBe(rule);
  expect(repeatOf('FREQ=MONTHLY;COUNT=2')).toBeNull();
  expect(repeatFrom({ rule, start: MONDAY }, '2026-12-14T09:00:00', 'later')?.count).toBe('6');
  expect(repeatFrom({ rule, start: MONDAY }, '2026-12-14T09:00:00', 'all')?.count).toBe('8');
  expect(repeatFrom({ rule: 'FREQ=DAILY;UNTIL=20270131T235959', start: MONDAY }, MONDAY, 'later')?.until).toBe('2027-01-31');
});
