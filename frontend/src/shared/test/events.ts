import type { News } from '@/shared/api/live';

/** An event stream that says what a test makes it say. */
export class FakeEventSource extends EventTarget {
  static readonly CLOSED = 2;
  static streams: FakeEventSource[] = [];

  readyState = 1;

  constructor(readonly url: string) {
    super();
    FakeEventSource.streams.push(this);
  }

  static reset() {
    FakeEventSource.streams = [];
  }

  /** The stream that is open now. */
  static get latest(): FakeEventSource {
    const latest = FakeEventSource.streams.at(-1);
    if (!latest) {
      throw new Error('no event stream has been opened');
    }
    return latest;
  }

  close() {
    this.readyState = FakeEventSource.CLOSED;
  }

  hello(resumed = false, latest = 1) {
    this.send('hello', { latest, resumed }, String(latest));
  }

  tell(news: News, id = '') {
    this.send(news.type, news, id);
  }

  /** Breaks it; a browser tries again by itself unless it has `given up`. */
  cut(givenUp = false) {
    this.readyState = givenUp ? FakeEventSource.CLOSED : 0;
    this.dispatchEvent(new Event('error'));
  }

  private send(type: string, data: unknown, lastEventId: string) {
    this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(data), lastEventId }));
  }
}
