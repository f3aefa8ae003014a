// What takes long, as reading five hundred operations does, takes at most a third of the time.
const REST = 2;
const LONGEST_REST = 2000;

/** Gathers words for a moment and hands them on together, one lot after the other. */
export function batch(wait: number, pause: number, act: (words: Set<string>) => Promise<void>): { add: (word: string) => void; stop: () => void } {
  let gathered = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let acting = false;

  async function flush() {
    timer = undefined;
    const lot = gathered;
    gathered = new Set();
    acting = true;
    const begun = Date.now();
    try {
      await act(lot);
    } finally {
      acting = false;
      if (gathered.size > 0) {
        plan(Math.max(pause, Math.min(LONGEST_REST, REST * (Date.now() - begun))));
      }
    }
  }

  function plan(delay: number) {
    if (timer === undefined && !acting) {
      timer = setTimeout(() => void flush(), delay);
    }
  }

  return {
    add(word) {
      gathered.add(word);
      plan(wait);
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
      gathered = new Set();
    },
  };
}
