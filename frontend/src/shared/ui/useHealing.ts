import { useEffect, useState } from 'react';
import { browser, heal } from './fetched';

/** Loads the whole page again once the server answers, where files of it are missing; the answer says whether that is still being tried. */
export function useHealing(missing: boolean): boolean {
  const [trying, setTrying] = useState(missing);
  useEffect(() => {
    if (!trying) {
      return;
    }
    let ended = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const next = async () => {
      const verdict = await heal();
      if (!ended && verdict !== 'helpless') {
        timer = setTimeout(() => void next(), browser.pause);
      } else if (!ended) {
        setTrying(false);
      }
    };
    void next();
    return () => {
      ended = true;
      clearTimeout(timer);
    };
  }, [trying]);
  return trying;
}
