import type { FeatureNews } from '@/shared/api/news';
import { rereadAll } from '@/shared/api/reread';
import { inventoryKeys } from './keys';

const { held, records, drift } = inventoryKeys;

/** Whatever is reserved or taken may be something of the inventory. */
export const inventoryNews: FeatureNews = {
  on: {
    reservation: (cache) => rereadAll(cache, [held]),
    allocation: (cache) => rereadAll(cache, [held]),
    record: (cache) => rereadAll(cache, [records, drift]),
  },
  joined: [held, records, drift],
};
