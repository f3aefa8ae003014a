import type { FeatureNews } from '@/shared/api/news';
import { rereadAll } from '@/shared/api/reread';
import { nodeKeys } from './api';

export const dashboardNews: FeatureNews = {
  on: {
    cluster: (cache, subjects) => rereadAll(cache, subjects.has('nodes') ? [nodeKeys.list, nodeKeys.cluster] : [nodeKeys.cluster]),
  },
};
