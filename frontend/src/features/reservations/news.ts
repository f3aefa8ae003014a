import type { FeatureNews } from '@/shared/api/news';
import { rereadAll } from '@/shared/api/reread';
import { reservationKeys } from './keys';

const numbers = (subjects: Set<string>) => [...subjects].map((subject) => Number(subject.split('/').at(-1))).filter(Number.isInteger);
const { lists, any, resources, notices, everySeries, waiting } = reservationKeys;

export const reservationNews: FeatureNews = {
  on: {
    reservation: (cache, subjects) => rereadAll(cache, [lists, resources, notices, everySeries, waiting, ...numbers(subjects).map(reservationKeys.one)]),
    // What is told of one stands in its history too.
    notice: (cache) => rereadAll(cache, [notices, any]),
    waiting: (cache) => rereadAll(cache, [waiting]),
  },
  joined: [lists, any, resources, notices, everySeries, waiting],
};
