import type { GroupMember, GroupStatus } from '@/shared/api/types';
import type { Labels } from '@/shared/format/label';

export const groupTexts = {
  title: 'Bulk actions',
  what: 'the bulk actions',
  one: 'the bulk action',
  statuses: { running: 'Running', cancelling: 'Cancelling', finished: 'Finished', cancelled: 'Cancelled' } satisfies Labels<GroupStatus>,
  members: {
    waiting: 'Waiting for its turn',
    queued: 'Queued',
    running: 'Running',
    succeeded: 'Succeeded',
    failed: 'Failed',
    cancelled: 'Cancelled',
    refused: 'Refused',
  } satisfies Labels<GroupMember['status']>,
  done: (done: number, all: number) => `${done} of ${all} done`,
  bad: (count: number) => `${count} failed or refused`,
  by: 'Ordered by',
  member: 'Guest',
  status: 'Status',
  list: 'Guests of the bulk action',
  cancel: 'Cancel the rest',
  cancelNamed: (title: string) => `Cancel the rest: ${title}`,
  cancelling: 'Cancelling…',
  again: 'What you try again on an operation’s page is a new operation: it is not counted here, and this bulk action does nothing after it.',
  mayNot: (by: string) => `Only ${by} and operators may cancel it.`,
  unnamed: 'Not numbered yet',
};
