import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginOf, dayOf, daysAfter, isZone, momentOf, momentsOf, offsetAt, offsetText, wallOf, written } from './wall';

const ROME = 'Europe/Rome';

test('a clock time that a change skips is none, and one that comes twice is the earlier', () => {
  expect(momentsOf('2027-03-28T02:30', ROME)).toEqual([]);
  expect(momentOf('2027-03-28T02:30', ROME)).toBeNull();
  expect(momentsOf('2026-10-25T02:30', ROME).map((at) => new Date(at).toISOString())).toEqual(['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']);
  expect(written(momentOf('2026-10-25T02:30', ROME)!, ROME)).toBe('2026-10-25T02:30:00+02:00');
});

test('changes of half an hour are met too', () => {
  expect(momentsOf('2026-10-04T02:15', 'Australia/Lord_Howe')).toEqual([]);
  expect(momentsOf('2026-04-05T01:45', 'Australia/Lord_Howe')).toHaveLength(2);
});

test('what clocks show leads back to the moment, in every zone', () => {
  const zones = ['UTC', ROME, 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca', 'America/Nuuk', 'Asia/Kathmandu'];
  const minutes = fc.integer({ min: Date.UTC(2024, 0) / 60_000, max: Date.UTC(2032, 0) / 60_000 });
  fc.assert(
    fc.property(minutes, fc.constantFrom(...zones), (minute, zone) => {
      const at = minute * 60_000;
      expect(momentsOf(wallOf(at, zone), zone)).toContain(at);
      expect(Date.parse(written(at, zone))).toBe(at);
    }),
  );
});

test('a day begins when its clocks do, also where they skip midnight', () => {
  expect(new Date(beginOf('2027-03-29', ROME)).toISOString()).toBe('2027-03-28T22:00:00.000Z');
  // Lebanon's clocks go from 24:00 to 1:00.
  expect(wallOf(beginOf('2026-03-29', 'Asia/Beirut'), 'Asia/Beirut')).toBe('2026-03-29T01:00');
  expect(daysAfter('2026-12-31', 1)).toBe('2027-01-01');
  expect(dayOf(Date.parse('2026-12-31T23:30Z'), ROME)).toBe('2027-01-01');
});

test('offsets are written with their sign', () => {
  expect(offsetText(offsetAt(Date.parse('2026-07-01T00:00Z'), 'America/St_Johns'))).toBe('-02:30');
  expect(offsetText(0)).toBe('+00:00');
  expect(isZone('Europe/Nowhere')).toBe(false);
  expect(isZone('Europe/Rome')).toBe(true);
});
