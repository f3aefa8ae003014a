import { afterEach, expect, test, vi } from 'vitest';
import { eventsIn, openStream } from './eventStream';

const coder = new TextEncoder();

afterEach(() => vi.restoreAllMocks());

function told(...pieces: string[]) {
  const events: [string, string, string][] = [];
  const take = eventsIn((...event) => events.push(event));
  pieces.forEach(take);
  return events;
}

test('events are read whole, however their text is cut', () => {
  const text = 'retry: 2000\nid: 41\nevent: hello\ndata: {"latest":41}\n\n: still here\n\nid: 42\nevent: guest\ndata: {"subject":"a: b"}\n\n';
  const expected = [
    ['hello', '{"latest":41}', '41'],
    ['guest', '{"subject":"a: b"}', '42'],
  ];

  expect(told(text)).toEqual(expected);
  expect(told(...(text.match(/[^]/g) ?? []))).toEqual(expected);
  expect(told(text.replaceAll('\n', '\r\n'))).toEqual(expected);
});

test('an event without a number keeps the last, and data of several lines are one', () => {
  expect(told('id: 7\ndata: a\ndata: b\n\nevent: cluster\ndata: c\n\n')).toEqual([
    ['message', 'a\nb', '7'],
    ['cluster', 'c', '7'],
  ]);
});

/** A stream over an answer whose body the test writes. */
function opened(status = 200, type = 'text/event-stream') {
  let body: ReadableStreamDefaultController<Uint8Array> | undefined;
  const stream = new ReadableStream<Uint8Array>({ start: (controller) => void (body = controller) });
  vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(stream, { status, headers: { 'Content-Type': type } }));
  const listener = { event: vi.fn(), alive: vi.fn(), ended: vi.fn() };
  const { close } = openStream('/api/events', listener);
  return { ...listener, close, write: (text: string) => body?.enqueue(coder.encode(text)), end: () => body?.close() };
}

test('the comment by which the server says that it is there is heard', async () => {
  const { write, alive, event } = opened();

  write(': still here\n\n');

  await vi.waitFor(() => expect(alive).toHaveBeenCalled());
  expect(event).not.toHaveBeenCalled();
});

test('a stream tells its end, unless it was closed here', async () => {
  const first = opened();
  first.end();
  await vi.waitFor(() => expect(first.ended).toHaveBeenCalledWith(false));

  const second = opened();
  second.close();
  second.end();
  await new Promise((done) => setTimeout(done, 20));
  expect(second.ended).not.toHaveBeenCalled();
});

test('an answer that is no stream is a refusal', async () => {
  const { ended } = opened(401, 'application/problem+json');

  await vi.waitFor(() => expect(ended).toHaveBeenCalledWith(true));
});
