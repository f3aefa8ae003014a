import { useQueryClient } from '@tanstack/react-query';
import { createContext, use, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { Live, type LiveState } from './live';
import { type FeatureNews, newsToCache } from './news';

const quiet: LiveState = { phase: 'connecting', since: Date.now() };
const LiveContext = createContext<Live | null>(null);
const nothing = () => () => undefined;
const asQuiet = () => quiet;

/** Keeps what is shown up to date with the server's events, each feature what is its own. */
export function LiveProvider({ features, children }: { features: FeatureNews[]; children: ReactNode }) {
  const cache = useQueryClient();
  const [{ live, sink }] = useState(() => {
    const to = newsToCache(cache, features);
    return { live: new Live('/api/events', to), sink: to };
  });
  useEffect(() => {
    const end = live.start();
    return () => {
      end();
      sink.stop();
    };
  }, [live, sink]);
  return <LiveContext value={live}>{children}</LiveContext>;
}

/** Whether events arrive, and since when. */
export function useLive(): LiveState {
  const live = use(LiveContext);
  return useSyncExternalStore(live?.watch ?? nothing, live?.current ?? asQuiet);
}
