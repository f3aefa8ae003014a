import type { Group } from '@/shared/api/types';

type Counts = Group['counts'];

/** How many members have ended, well or not. */
export const doneOf = ({ succeeded, failed, cancelled, refused }: Counts): number => succeeded + failed + cancelled + refused;

/** How many members ended in a failure or were refused. */
export const badOf = ({ failed, refused }: Counts): number => failed + refused;
