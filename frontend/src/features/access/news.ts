import { guestKeys } from '@/features/guests/keys';
import type { Snapshot } from '@/shared/api/client';
import type { FeatureNews } from '@/shared/api/news';
import { rereadAll } from '@/shared/api/reread';
import { guestIn, names } from '@/shared/api/subjects';
import type { Guest } from '@/shared/api/types';
import { accessKeys } from './keys';

// What may be done with a guest, whose it is and what counts for them comes and goes with it.
const withGuests = [accessKeys.reach, accessKeys.owners, accessKeys.quotas];

export const accessNews: FeatureNews = {
  on: {
    guest: async (cache, subjects) => {
      const listed = new Set<number | undefined>(cache.getQueryData<Snapshot<Guest[]>>(guestKeys.list)?.data.map(({ vmid }) => vmid));
      if ([...subjects].some((subject) => !listed.has(guestIn(subject)?.vmid))) {
        await rereadAll(cache, withGuests);
      }
    },
    cluster: (cache, subjects) => rereadAll(cache, names(subjects, 'guests') ? withGuests : []),
  },
  refused: [accessKeys.me],
};
