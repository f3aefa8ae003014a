import type { FeatureNews } from '@/shared/api/news';
import { rereadAll } from '@/shared/api/reread';
import { heldKeys } from './held/api';

/** Whatever is reserved or taken may be something of the inventory. */
export const inventoryNews: FeatureNews = {
  on: {
    reservation: (cache) => rereadAll(cache, [heldKeys.all]),
    allocation: (cache) => rereadAll(cache, [heldKeys.all]),
  },
  joined: [heldKeys.all],
};
