import { api, body } from '@/shared/api/client';
import type { AuditEntry, AuditFilter } from '@/shared/api/types';
import type { ReadPage } from '@/shared/list/pages';

/** What was done, newest first, so many at a time. */
export const auditPages =
  (filter: AuditFilter, limit: number): ReadPage<AuditEntry> =>
  async (after, signal) => {
    const { entries, next } = await body(api.GET('/api/audit', { params: { query: { ...filter, limit, after } }, signal }));
    return { rows: entries, next };
  };
