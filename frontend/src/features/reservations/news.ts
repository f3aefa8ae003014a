import type { FeatureNews } from '@/shared/api/news';
import { rereadAll } from '@/shared/api/reread';
import { reservationKeys } from './keys';

const numbers = (subjects: Set<string>) => [...subjects].map((subject) => Number(subject.split('/').at(-1))).filter(Number.isInteger);

export const reservationNews: FeatureNews = {
  on: {
    reservation: (cache, subjects) =>
      rereadAll(cache, [reservationKeys.lists, reservationKeys.resources, reservationKeys.notices, ...numbers(subjects).map(reservationKeys.one)]),
    notice: (cache) => rereadAll(cache, [reservationKeys.notices]),
  },
  joined: [reservationKeys.lists, reservationKeys.any, reservationKeys.resources, reservationKeys.notices],
};
