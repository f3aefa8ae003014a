import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { giveBack } from './giveBack';

/**
 * Keeps the focus on a page that a control has: it comes back to the control after its loading, and goes to the page's heading
 * where the control is there no more.
 */
export function useFocusKept<Control extends HTMLElement>(loading: boolean): RefObject<Control | null> {
  const control = useRef<Control>(null);
  const holder = useRef<Control | null>(null);

  useLayoutEffect(() => {
    const element = control.current;
    // What is loading is disabled, and browsers take the focus away from that.
    const had = loading && document.activeElement === element;
    return () => {
      holder.current = had || document.activeElement === element ? element : null;
    };
  }, [loading]);

  // After a dialog around it, which gives the focus back itself.
  useEffect(
    () => () => {
      if (holder.current !== null && (loading || !holder.current.isConnected)) {
        giveBack(holder.current);
      }
    },
    [loading],
  );

  return control;
}
