import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { usePages } from './pages';

const AFTER_G = 1200;

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** What keys do on every page. `act` gets `help`, `palette` or `drawer`. */
export function useShortcuts(act: (what: 'help' | 'palette' | 'drawer') => void) {
  const pages = usePages();
  const navigate = useNavigate();
  const afterG = useRef(0);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        act('palette');
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector('[role="dialog"]')) {
        return;
      }
      const place = pages.find(({ key }) => key === event.key)?.to;
      if (place && Date.now() - afterG.current < AFTER_G) {
        afterG.current = 0;
        void navigate(place);
      } else if (event.key === 'g') {
        afterG.current = Date.now();
      } else if (event.key === '?') {
        act('help');
      } else if (event.key === 't') {
        act('drawer');
      } else if (event.key === 'n') {
        void navigate('/provision');
      } else if (event.key === '/') {
        const filter = document.querySelector<HTMLElement>('[data-filter]');
        if (filter) {
          event.preventDefault();
          filter.focus();
        }
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [act, navigate, pages]);
}
