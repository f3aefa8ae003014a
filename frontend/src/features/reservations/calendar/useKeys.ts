import { useEffect, useRef } from 'react';

const AFTER_G = 1200;

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** What keys do on one page, before they do what they do on all; after a `g` they lead to other pages. */
export function useKeys(keys: Record<string, () => void>) {
  const latest = useRef(keys);
  const afterG = useRef(0);
  useEffect(() => {
    latest.current = keys;
  }, [keys]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector('[role="dialog"]')) {
        return;
      }
      if (event.key === 'g') {
        afterG.current = Date.now();
        return;
      }
      const act = Date.now() - afterG.current < AFTER_G ? undefined : latest.current[event.key];
      afterG.current = 0;
      if (act) {
        // The shell listens further out.
        event.stopPropagation();
        event.preventDefault();
        act();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
