import { expect, test } from 'vitest';
import { reservation } from '@/features/reservations/test/made';
import { windowAt } from './useDrag';

const at = (clock: string) => Date.parse(`2026-11-30T${clock}:00Z`);
const window = (from: string, to: string) => ({ from: at(from), to: at(to) });
const lesson = reservation({ start_dt: '2026-11-30T09:00:00Z', end_dt: '2026-11-30T11:00:00Z' });

test('what is drawn snaps to quarters of an hour, in either direction, and is one long at least', () => {
  expect(windowAt({ how: 'create', at: at('09:04') }, at('10:53'))).toEqual(window('09:00', '11:00'));
  expect(windowAt({ how: 'create', at: at('10:53') }, at('09:04'))).toEqual(window('09:00', '11:00'));
  expect(windowAt({ how: 'create', at: at('09:04') }, at('09:05'))).toEqual(window('09:00', '09:15'));
});

test('what is moved stays as long as it is, from wherever it was taken', () => {
  expect(windowAt({ how: 'move', at: at('10:00'), reservation: lesson }, at('12:10'))).toEqual(window('11:15', '13:15'));
});

test('an end that is drawn leaves the other where it is, and does not pass it', () => {
  expect(windowAt({ how: 'end', at: at('11:00'), reservation: lesson }, at('12:02'))).toEqual(window('09:00', '12:00'));
  expect(windowAt({ how: 'end', at: at('11:00'), reservation: lesson }, at('08:00'))).toEqual(window('09:00', '09:15'));
  expect(windowAt({ how: 'start', at: at('09:00'), reservation: lesson }, at('09:50'))).toEqual(window('09:45', '11:00'));
});
