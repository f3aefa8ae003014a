import type { FeatureNews } from '@/shared/api/news';
import { rereadAll } from '@/shared/api/reread';
import { webhookKeys } from './api';

export const webhookNews: FeatureNews = {
  on: { webhook: (cache, ids) => rereadAll(cache, [webhookKeys.all, ...[...ids].map(webhookKeys.deliveries)]) },
  joined: [webhookKeys.all, webhookKeys.anyDeliveries],
};
