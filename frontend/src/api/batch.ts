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
    try {
      await act(lot);
    } finally {
      acting = false;
      if (gathered.size > 0) {
        plan(pause);
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
