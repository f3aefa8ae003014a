import type { FeatureNews } from '@/shared/api/news';
import { rereadAll } from '@/shared/api/reread';
import { names } from '@/shared/api/subjects';
import { nodeKeys } from './api';

export const dashboardNews: FeatureNews = {
  on: {
    cluster: (cache, subjects) => rereadAll(cache, names(subjects, 'nodes') ? [nodeKeys.list, nodeKeys.cluster] : [nodeKeys.cluster]),
  },
};
