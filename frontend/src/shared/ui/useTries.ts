import { useEffect, useState } from 'react';
import { pauseAfter } from './fetched';

/**
 * Tries something with growing pauses until it says that it is done, and at once when the network is back; the answer is
 * what the last try said. What is tried must be a constant.
 */
export function useTries<T extends string>(on: boolean, once: () => Promise<T>, done: T): T | null {
  const [verdict, setVerdict] = useState<T | null>(null);
  useEffect(() => {
    if (!on) {
      return;
    }
    let ended = false;
    let tries = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const next = async () => {
      clearTimeout(timer);
      const said = await once();
      if (!ended) {
        setVerdict(said);
        timer = said === done ? undefined : setTimeout(() => void next(), pauseAfter(tries++));
      }
    };
    const again = () => {
      tries = 0;
      void next();
    };
    void next();
    window.addEventListener('online', again);
    return () => {
      ended = true;
      clearTimeout(timer);
      window.removeEventListener('online', again);
    };
  }, [on, once, done]);
  return verdict;
}
