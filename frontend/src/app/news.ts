import { accessNews } from '@/features/access/news';
import { dashboardNews } from '@/features/dashboard/news';
import { groupNews } from '@/features/groups/news';
import { guestNews } from '@/features/guests/news';
import { inventoryNews } from '@/features/inventory/news';
import { operationNews } from '@/features/operations/news';
import { reservationNews } from '@/features/reservations/news';
import { webhookNews } from '@/features/webhooks/news';
import type { FeatureNews } from '@/shared/api/news';

/** What news does to what each feature keeps. */
export const news: FeatureNews[] = [accessNews, dashboardNews, groupNews, guestNews, inventoryNews, operationNews, reservationNews, webhookNews];
