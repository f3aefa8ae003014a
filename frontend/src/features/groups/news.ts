import type { FeatureNews } from '@/shared/api/news';
import { rereadAll } from '@/shared/api/reread';
import { groupKeys } from './api';

export const groupNews: FeatureNews = {
  on: { group: (cache, ids) => rereadAll(cache, [groupKeys.lists, ...[...ids].map(groupKeys.one)]) },
  joined: [groupKeys.lists, groupKeys.any],
};
