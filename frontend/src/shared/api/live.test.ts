import { afterEach, expect, test, vi } from 'vitest';
import { FakeEventStream } from '@/shared/test/events';
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
  FakeEventStream.latest.hello();

  expect(live.current().phase).toBe('live');
  expect(joined).toHaveBeenCalledOnce();
  expect(gap).not.toHaveBeenCalled();
});

test('a later greeting says whether everything was caught up with', () => {
  const { joined, gap } = begun();
  FakeEventStream.latest.hello();
  for (const resumed of [true, false]) {
    FakeEventStream.latest.cut();
    window.dispatchEvent(new Event('online'));
    FakeEventStream.latest.hello(resumed);
  }

  expect(gap.mock.calls).toEqual([[false], [true]]);
  expect(joined).toHaveBeenCalledOnce();
});

test('a stream that was refused is opened again where it was', () => {
  vi.useFakeTimers();
  const { live, news, refused } = begun();
  FakeEventStream.latest.hello();
  FakeEventStream.latest.tell({ type: 'operation', subject: 'a' }, '42');
  FakeEventStream.latest.cut(true);
  expect(refused).toHaveBeenCalledOnce();
  expect(live.current().phase).toBe('cut');

  vi.advanceTimersByTime(2000);

  expect(FakeEventStream.streams).toHaveLength(2);
  expect(FakeEventStream.latest.url).toBe('/api/events?last_event_id=42');
  expect(news).toHaveBeenCalledWith({ type: 'operation', subject: 'a' });
});

test('a hidden tab has no stream', () => {
  const { live } = begun();
  FakeEventStream.latest.hello();

  hide(true);
  expect(live.current().phase).toBe('paused');
  expect(FakeEventStream.latest.closed).toBe(true);

  hide(false);
  expect(FakeEventStream.streams).toHaveLength(2);
});

test('a stream that is silent for longer than its heartbeat is not live, and is opened again', () => {
  vi.useFakeTimers();
  const { live, gap } = begun();
  FakeEventStream.latest.hello();
  for (let beats = 0; beats < 10; beats++) {
    vi.advanceTimersByTime(15_000);
    FakeEventStream.latest.beat();
  }
  expect(live.current().phase).toBe('live');
  const [dead] = FakeEventStream.streams;

  vi.advanceTimersByTime(40_000);

  expect(live.current().phase).toBe('cut');
  expect(dead?.closed).toBe(true);
  expect(FakeEventStream.streams).toHaveLength(2);
  FakeEventStream.latest.hello(true);
  expect(live.current().phase).toBe('live');
  expect(gap).toHaveBeenCalledWith(false);
});

test('what has slept is not live once it wakes, before any word of the stream', () => {
  vi.useFakeTimers();
  const { live, gap } = begun();
  FakeEventStream.latest.hello();
  const [before] = FakeEventStream.streams;
  const told = vi.fn();
  live.watch(told);

  vi.setSystemTime(Date.now() + 20_000);
  vi.advanceTimersByTime(1000);

  expect(told.mock.calls).toHaveLength(1);
  expect(live.current().phase).toBe('cut');
  expect(before?.closed).toBe(true);
  FakeEventStream.latest.hello(true);
  expect(gap).toHaveBeenCalledWith(false);
});

test('a tab that is seen again looks at the clock at once', () => {
  vi.useFakeTimers();
  const { live } = begun();
  FakeEventStream.latest.hello();

  vi.setSystemTime(Date.now() + 20_000);
  document.dispatchEvent(new Event('visibilitychange'));

  expect(live.current().phase).toBe('cut');
});

test('a stream that never answers is not connecting for ever', () => {
  vi.useFakeTimers();
  const { live } = begun();

  vi.advanceTimersByTime(40_000);

  expect(live.current().phase).toBe('cut');
});
