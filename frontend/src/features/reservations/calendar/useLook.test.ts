import { renderHook } from '@testing-library/react';
import { http } from 'msw';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { node, reservation } from '@/features/reservations/test/made';
import { problem } from '@/shared/test/cluster';
import { refuse, server } from '@/shared/test/server';
import { Ghost } from './ghost';
import type { Asked } from './judge';
import { useLook } from './useLook';

const at = (clock: string) => Date.parse(`2026-11-30T${clock}:00Z`);
const lesson = reservation({ start_dt: '2026-11-30T09:00:00Z', end_dt: '2026-11-30T11:00:00Z' });
const moved = (from: string, to: string): Asked => ({ from: at(from), to: at(to), moving: lesson });
const tooLong = problem({ type: 'urn:direttore:problem:rule', title: 'A rule', status: 422, detail: 'It may last 4 hours at most' });

let asked: [string, unknown][] = [];

beforeEach(() => {
  asked = [];
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const answer = async ({ request }: { request: Request }) => {
    asked.push([request.method, await request.json()]);
    return refuse(tooLong);
  };
  server.use(http.patch('*/api/reservations/17', answer), http.post('*/api/reservations', answer));
});
afterEach(() => void vi.useRealTimers());

/** Looks at places; those after noon are known to be taken. */
function looking() {
  const ghost = new Ghost();
  const judge = ({ to }: Asked) => ({ taken: to > at('12:00'), text: to > at('12:00') ? 'taken' : 'free' });
  const { result, unmount } = renderHook(() => useLook(ghost, judge, 'UTC'));
  return { ghost, look: result.current, unmount };
}

test('what rests where it is free is asked for once, and a refusal is said before the drop', async () => {
  const { ghost, look } = looking();
  look(moved('09:00', '11:15'));
  look(moved('09:00', '11:30'));
  vi.advanceTimersByTime(200);
  look(moved('09:00', '11:45'));
  vi.advanceTimersByTime(249);
  look(moved('09:00', '11:45'));
  expect(ghost.current()).toEqual({ taken: false, text: 'free' });
  vi.advanceTimersByTime(1);

  await vi.waitFor(() => expect(ghost.current()).toEqual({ taken: true, text: 'It may last 4 hours at most' }));
  look(moved('09:00', '11:45'));
  vi.advanceTimersByTime(1000);
  expect(ghost.current()?.taken).toBe(true);
  expect(asked).toEqual([['PATCH', { start_dt: '2026-11-30T10:00:00+01:00', end_dt: '2026-11-30T12:45:00+01:00', dry_run: true }]]);
});

test('nothing is asked where it is known to be taken, where it was, or once it is dropped', () => {
  const { look, unmount } = looking();
  look(moved('10:00', '13:00'));
  vi.advanceTimersByTime(1000);
  look(moved('09:00', '11:00'));
  vi.advanceTimersByTime(1000);
  look(moved('09:00', '11:30'));
  look(null);
  vi.advanceTimersByTime(1000);
  look(moved('09:00', '11:45'));
  unmount();
  vi.advanceTimersByTime(1000);

  expect(vi.getTimerCount()).toBe(0);
  expect(asked).toEqual([]);
});

test('what is drawn on a lane is asked for as a booking of it', async () => {
  const { ghost, look } = looking();
  look({ from: at('09:00'), to: at('10:00'), lane: node() });
  vi.advanceTimersByTime(250);

  await vi.waitFor(() => expect(ghost.current()?.taken).toBe(true));
  expect(asked).toMatchObject([['POST', { claims: [{ node: 'pve1' }], dry_run: true }]]);
});
