import { afterEach, expect, test, vi } from 'vitest';
import { FakeEventSource } from '@/shared/test/events';
import { Live } from './live';

const ends: (() => void)[] = [];

function begun() {
  const listener = { types: ['operation', 'guest', 'cluster'], joined: vi.fn(), gap: vi.fn(), news: vi.fn(), refused: vi.fn() };
  const live = new Live('/api/events', listener);
  ends.push(live.start());
  return { live, ...listener };
}

function hide(hidden: boolean) {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
  document.dispatchEvent(new Event('visibilitychange'));
}

afterEach(() => {
  ends.splice(0).forEach((end) => end());
  hide(false);
  vi.useRealTimers();
});

test('the first greeting says that news arrives from now on', () => {
  const { live, joined, gap } = begun();
  expect(joined).not.toHaveBeenCalled();
  FakeEventSource.latest.hello();

  expect(live.current().phase).toBe('live');
  expect(joined).toHaveBeenCalledOnce();
  expect(gap).not.toHaveBeenCalled();
});

test('a later greeting says whether everything was caught up with', () => {
  const { joined, gap } = begun();
  FakeEventSource.latest.hello();
  FakeEventSource.latest.cut();
  FakeEventSource.latest.hello(true);
  FakeEventSource.latest.hello(false);

  expect(gap.mock.calls).toEqual([[false], [true]]);
  expect(joined).toHaveBeenCalledOnce();
});

test('a stream that the browser gave up is opened again where it was', () => {
  vi.useFakeTimers();
  const { live, news, refused } = begun();
  FakeEventSource.latest.hello();
  FakeEventSource.latest.tell({ type: 'operation', subject: 'a' }, '42');
  FakeEventSource.latest.cut(true);
  expect(refused).toHaveBeenCalledOnce();
  expect(live.current().phase).toBe('cut');

  vi.advanceTimersByTime(2000);

  expect(FakeEventSource.streams).toHaveLength(2);
  expect(FakeEventSource.latest.url).toBe('/api/events?last_event_id=42');
  expect(news).toHaveBeenCalledWith({ type: 'operation', subject: 'a' });
});

test('a hidden tab has no stream', () => {
  const { live } = begun();
  FakeEventSource.latest.hello();

  hide(true);
  expect(live.current().phase).toBe('paused');
  expect(FakeEventSource.latest.readyState).toBe(FakeEventSource.CLOSED);

  hide(false);
  expect(FakeEventSource.streams).toHaveLength(2);
});
