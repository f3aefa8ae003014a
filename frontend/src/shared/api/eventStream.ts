/** What a stream tells. */
export type StreamListener = {
  event: (type: string, data: string, id: string) => void;
  /** Something came, be it only the comment by which the server says that it is still there. */
  alive: () => void;
  /** It has ended, or could not be had; `refused` when the answer was no stream. */
  ended: (refused: boolean) => void;
};

/** A stream of the server's events that is open. */
export type EventStream = { close: () => void };

/** Reads server-sent events (WHATWG HTML, 9.2) out of the text that comes, in whatever pieces; the server ends its lines with a line feed. */
export function eventsIn(tell: StreamListener['event']): (text: string) => void {
  let rest = '';
  let id = '';
  let type = '';
  let data: string[] = [];

  function line(text: string) {
    const [, field, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(text) ?? [];
    if (text === '') {
      if (data.length > 0) {
        tell(type || 'message', data.join('\n'), id);
      }
      [type, data] = ['', []];
    } else if (field === 'event') {
      type = value;
    } else if (field === 'data') {
      data.push(value);
    } else if (field === 'id') {
      id = value;
    }
  }

  return (text) => {
    const lines = (rest + text).split(/\r?\n/);
    rest = lines.pop() ?? '';
    lines.forEach(line);
  };
}

async function read(address: string, signal: AbortSignal, listener: StreamListener): Promise<boolean> {
  const { ok, headers, body } = await globalThis.fetch(address, { headers: { Accept: 'text/event-stream' }, cache: 'no-store', signal });
  if (!ok || !body || !headers.get('Content-Type')?.startsWith('text/event-stream')) {
    await body?.cancel();
    return false;
  }
  const take = eventsIn((...event) => {
    if (!signal.aborted) {
      listener.event(...event);
    }
  });
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    if (signal.aborted) {
      return true;
    }
    listener.alive();
    take(piece.value);
  }
  return true;
}

/** Opens a stream. A browser's own EventSource keeps comments to itself, so that a dead connection would look like a quiet one. */
export function openStream(address: string, listener: StreamListener): EventStream {
  const closing = new AbortController();
  const end = (refused: boolean) => {
    if (!closing.signal.aborted) {
      listener.ended(refused);
    }
  };
  read(address, closing.signal, listener).then(
    (streamed) => end(!streamed),
    () => end(false),
  );
  return { close: () => closing.abort() };
}

/** How streams are opened; tests put their own in its place. */
export const eventStreams = { open: openStream };
