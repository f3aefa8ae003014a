import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { batch } from './batch';
import type { News } from './live';
import { reread, rereadAll } from './reread';
import { EVERY_WHOLE } from './subjects';

// A power action shall show its result at once; several often come together.
const SOON = 15;
const GATHER = 50;
const PAUSE = 200;

/** Events of this type name whole lists; after a gap all of them count as told. */
const WHOLES = 'cluster';

/** What news does to the answers that a feature keeps. */
export type FeatureNews = {
  /** What to do with the subjects of events, by their type; those that come together are told together. */
  on: Record<string, (cache: QueryClient, subjects: Set<string>) => Promise<unknown>>;
  /** What nobody told that changed after it was read and before the stream began. */
  joined?: QueryKey[];
  /** What to ask when the server answers with no stream, as it does to those who are not signed in. */
  refused?: QueryKey[];
};

/** Brings what is kept up to date with the news, each feature what is its own. */
export function newsToCache(cache: QueryClient, features: FeatureNews[]) {
  const types = new Set([WHOLES, ...features.flatMap(({ on }) => Object.keys(on))]);
  const batches = new Map([...types].map((type) => [type, gathering(type)]));

  function gathering(type: string) {
    const [wait, pause] = type === WHOLES ? [GATHER, PAUSE] : [SOON, GATHER];
    return batch(wait, pause, async (subjects) => {
      await Promise.all(features.flatMap(({ on }) => on[type]?.(cache, subjects) ?? []));
    });
  }

  const wholes = () => EVERY_WHOLE.forEach((subject) => batches.get(WHOLES)?.add(subject));
  return {
    types: [...types],
    news: ({ type, subject }: News) => batches.get(type)?.add(subject),
    joined: () => {
      void rereadAll(
        cache,
        features.flatMap(({ joined = [] }) => joined),
      );
      wholes();
    },
    // Only operations' events are stored; what a guest did during a gap is told by nobody.
    gap: (all: boolean) => {
      if (all) {
        void reread(cache, {});
      } else {
        wholes();
      }
    },
    refused: () => features.forEach(({ refused = [] }) => refused.forEach((queryKey) => void cache.invalidateQueries({ queryKey }))),
    stop: () => batches.forEach((one) => one.stop()),
  };
}
