import { useEffect, useState } from 'react';

const PAUSE = 150;

/**
 * A text that is typed and stands in the address. It is shown as it is typed and written after a short pause; when the
 * address changes otherwise, that counts.
 */
export function useTyped(value: string, write: (text: string) => void): [string, (text: string) => void] {
  const [typed, setTyped] = useState(value);
  const [seen, setSeen] = useState(value);
  // What was written and has not come back from the router: it must not undo what was typed since.
  const [under, setUnder] = useState<string[]>([]);
  const last = under.at(-1) ?? value;

  if (seen !== value) {
    setSeen(value);
    const at = under.indexOf(value);
    setUnder(at < 0 ? [] : under.slice(at + 1));
    if (at < 0) {
      setTyped(value);
    }
  }

  useEffect(() => {
    if (typed !== last) {
      const timer = setTimeout(() => {
        setUnder((texts) => [...texts, typed]);
        write(typed);
      }, PAUSE);
      return () => clearTimeout(timer);
    }
  }, [typed, last, write]);

  return [typed, setTyped];
}
