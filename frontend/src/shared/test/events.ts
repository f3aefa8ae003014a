import type { StreamListener } from '@/shared/api/eventStream';
import type { News } from '@/shared/api/live';

/** An event stream that says what a test makes it say. */
export class FakeEventStream {
  static streams: FakeEventStream[] = [];

  closed = false;

  constructor(
    readonly url: string,
    private readonly listener: StreamListener,
  ) {
    FakeEventStream.streams.push(this);
  }

  static reset() {
    FakeEventStream.streams = [];
  }

  /** The stream that was opened last. */
  static get latest(): FakeEventStream {
    const latest = FakeEventStream.streams.at(-1);
    if (!latest) {
      throw new Error('no event stream has been opened');
    }
    return latest;
  }

  close() {
    this.closed = true;
  }

  hello(resumed = false, latest = 1) {
    this.send('hello', { latest, resumed }, String(latest));
  }

  tell(news: News, id = '') {
    this.send(news.type, news, id);
  }

  /** Says only that it is there. */
  beat() {
    this.listener.alive();
  }

  /** Ends it; `refused` when it is no stream at all. */
  cut(refused = false) {
    this.listener.ended(refused);
  }

  private send(type: string, data: unknown, id: string) {
    if (this.closed) {
      throw new Error('the event stream has been closed');
    }
    this.listener.alive();
    this.listener.event(type, JSON.stringify(data), id);
  }
}
