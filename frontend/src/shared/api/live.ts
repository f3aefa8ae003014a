import { type EventStream, eventStreams } from './eventStream';

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
const LONGEST_AGAIN = 30_000;
// The server says something every 15 seconds, if only that it is there.
const LONGEST_SILENCE = 40_000;
// The clock is looked at this often; when it has gone on by much more, the computer slept meanwhile, and what the stream
// would have told is gone.
const LOOK = 1000;
const SLEPT = 10_000;

/** The one event stream of this tab; closed while the tab is hidden, so that a browser's few connections suffice. */
export class Live {
  private state: LiveState = { phase: 'connecting', since: Date.now() };
  private stream: EventStream | undefined;
  private silence: ReturnType<typeof setTimeout> | undefined;
  /** How often in a row no stream could be had. */
  private vain = 0;
  private looks: ReturnType<typeof setInterval> | undefined;
  private lookedAt = 0;
  private heardAt = 0;
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
    window.addEventListener('online', this.onOnline);
    this.lookedAt = Date.now();
    this.looks = setInterval(this.look, LOOK);
    this.onVisibility();
    return () => {
      clearInterval(this.looks);
      document.removeEventListener('visibilitychange', this.onVisibility);
      window.removeEventListener('online', this.onOnline);
      this.close();
    };
  }

  private readonly onVisibility = () => {
    if (document.hidden) {
      this.close();
      this.enter('paused');
    } else if (!this.stream) {
      this.open();
    } else {
      this.look();
    }
  };

  private readonly look = () => {
    const slept = Date.now() - this.lookedAt > SLEPT;
    this.lookedAt = Date.now();
    if (this.stream && (slept || Date.now() - this.heardAt > LONGEST_SILENCE)) {
      this.enter('cut', this.heardAt);
      this.open();
    }
  };

  private readonly onOnline = () => {
    if (this.state.phase === 'cut') {
      this.open();
    }
  };

  private open(): void {
    this.close();
    if (this.state.phase !== 'cut') {
      this.enter('connecting');
    }
    this.await();
    this.stream = eventStreams.open(this.lastId ? `${this.address}?last_event_id=${this.lastId}` : this.address, {
      event: (type, data, id) => this.onEvent(type, data, id),
      alive: () => this.await(),
      ended: (refused) => this.onEnded(refused),
    });
  }

  /** Gives the server its time to say something. */
  private await(): void {
    this.heardAt = Date.now();
    clearTimeout(this.silence);
    this.silence = setTimeout(() => {
      this.enter('cut', this.heardAt);
      this.open();
    }, LONGEST_SILENCE);
  }

  private onEvent(type: string, data: string, id: string): void {
    this.lastId = id || this.lastId;
    if (type === 'hello') {
      this.onHello(JSON.parse(data) as { resumed: boolean });
    } else if (this.listener.types.includes(type)) {
      this.listener.news(JSON.parse(data) as News);
    }
  }

  private onHello({ resumed }: { resumed: boolean }): void {
    this.vain = 0;
    this.enter('live');
    if (this.greeted) {
      this.listener.gap(!resumed);
    } else {
      this.listener.joined();
    }
    this.greeted = true;
  }

  private onEnded(refused: boolean): void {
    this.close();
    this.enter('cut');
    this.again = setTimeout(() => this.open(), Math.min(AGAIN * 2 ** this.vain, LONGEST_AGAIN));
    this.vain += 1;
    if (refused) {
      this.listener.refused();
    }
  }

  private close(): void {
    clearTimeout(this.again);
    clearTimeout(this.silence);
    this.stream?.close();
    this.stream = undefined;
  }

  private enter(phase: LiveState['phase'], since = Date.now()): void {
    if (this.state.phase !== phase) {
      this.state = { phase, since };
      this.watchers.forEach((watcher) => watcher());
    }
  }
}
