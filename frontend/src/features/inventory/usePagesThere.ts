import { useQuery } from '@tanstack/react-query';
import { statusQuery } from './api';

/** Whether NetBox has pages that a link may lead to: the simulated one answers programs only. */
export const usePagesThere = (): boolean => useQuery(statusQuery).data?.simulated === false;
