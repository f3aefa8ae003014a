import { useSyncExternalStore } from 'react';

const watchers = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function watch(watcher: () => void) {
  watchers.add(watcher);
  timer ??= setInterval(() => {
    now = Date.now();
    watchers.forEach((each) => each());
  }, 1000);
  return () => {
    watchers.delete(watcher);
    if (watchers.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

// While nobody watches, the clock stands still; the machine's may have been set back meanwhile.
function read(): number {
  if (Math.abs(Date.now() - now) > 1000) {
    now = Date.now();
  }
  return now;
}

/** The present time in milliseconds, once a second; one clock for all who ask. */
export const useNow = (): number => useSyncExternalStore(watch, read);
