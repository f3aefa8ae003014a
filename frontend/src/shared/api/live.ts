/** Whether news arrives. */
export type LiveState = {
  phase: 'connecting' | 'live' | 'cut' | 'paused';
  /** Since when, in milliseconds since 1970. */
  since: number;
};

export type News = { type: string; subject: string };

type Listener = {
  /** The types of events that it hears of. */
  types: string[];
  /** From now on news arrives; what was read before may have changed since. */
  joined: () => void;
  /** Something may have been missed: everything when `all`, otherwise what no event is stored for. */
  gap: (all: boolean) => void;
  news: (news: News) => void;
  /** The server answered with no stream, as it does to those who are not signed in. */
  refused: () => void;
};

const AGAIN = 2000;

/** The one event stream of this tab; closed while the tab is hidden, so that a browser's few connections suffice. */
export class Live {
  private state: LiveState = { phase: 'connecting', since: Date.now() };
  private source: EventSource | undefined;
  private again: ReturnType<typeof setTimeout> | undefined;
  private lastId = '';
  private greeted = false;
  private readonly watchers = new Set<() => void>();

  constructor(
    private readonly address: string,
    private readonly listener: Listener,
  ) {}

  readonly current = (): LiveState => this.state;

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  /** Begins; the answer ends it. */
  start(): () => void {
    document.addEventListener('visibilitychange', this.onVisibility);
    this.onVisibility();
    return () => {
      document.removeEventListener('visibilitychange', this.onVisibility);
      this.close();
    };
  }

  private readonly onVisibility = () => {
    if (document.hidden) {
      this.close();
      this.enter('paused');
    } else if (!this.source) {
      this.open();
    }
  };

  private open(): void {
    clearTimeout(this.again);
    if (this.state.phase !== 'cut') {
      this.enter('connecting');
    }
    const source = new EventSource(this.lastId ? `${this.address}?last_event_id=${this.lastId}` : this.address);
    this.source = source;
    source.addEventListener('hello', (event: MessageEvent<string>) => this.onHello(event));
    source.addEventListener('error', () => this.onError(source));
    for (const type of this.listener.types) {
      source.addEventListener(type, (event: MessageEvent<string>) => {
        this.lastId = event.lastEventId || this.lastId;
        this.listener.news(JSON.parse(event.data) as News);
      });
    }
  }

  private onHello(event: MessageEvent<string>): void {
    const { resumed } = JSON.parse(event.data) as { resumed: boolean };
    this.lastId = event.lastEventId || this.lastId;
    this.enter('live');
    if (this.greeted) {
      this.listener.gap(!resumed);
    } else {
      this.listener.joined();
    }
    this.greeted = true;
  }

  private onError(source: EventSource): void {
    if (this.source !== source) {
      return;
    }
    this.enter('cut');
    // A browser gives up for good when the answer is not a stream, as while the server starts.
    if (source.readyState === EventSource.CLOSED) {
      this.source = undefined;
      this.again = setTimeout(() => this.open(), AGAIN);
      this.listener.refused();
    }
  }

  private close(): void {
    clearTimeout(this.again);
    this.source?.close();
    this.source = undefined;
  }

  private enter(phase: LiveState['phase']): void {
    if (this.state.phase !== phase) {
      this.state = { phase, since: Date.now() };
      this.watchers.forEach((watcher) => watcher());
    }
  }
}
