import type { FeatureNews } from '@/shared/api/news';
import { rereadAll } from '@/shared/api/reread';
import { operationKeys } from './api';

export const operationNews: FeatureNews = {
  on: { operation: (cache, ids) => rereadAll(cache, [operationKeys.lists, ...[...ids].map(operationKeys.one)]) },
  joined: [operationKeys.lists, operationKeys.any],
};
