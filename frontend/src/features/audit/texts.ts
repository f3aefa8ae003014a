import type { AuditEntry } from '@/shared/api/types';
import type { Labels } from '@/shared/format/label';

export const auditTexts = {
  title: 'Audit',
  what: 'the audit log',
  filter: { who: 'Who', action: 'Action', target: 'About', outcome: 'Outcome', since: 'From', until: 'Until', all: 'All', actionHint: 'guest.start or guest', targetHint: 'guest/1042' },
  outcomes: { accepted: 'Accepted', done: 'Done', refused: 'Refused', failed: 'Failed', cancelled: 'Cancelled' } satisfies Labels<AuditEntry['outcome']>,
  underWay: 'Under way',
  operation: 'Operation',
  ofOperation: 'Only entries of one operation are shown.',
  allEntries: 'Show all entries',
  via: { session: 'signed in', token: 'by an API token', link: 'by a sign-in link', 'command-line': 'on the command line', none: 'not signed in' } satisfies Labels<AuditEntry['via']>,
  from: (via: string, address: string) => (address ? `${via}, from ${address}` : via),
  columns: { at: 'When', who: 'Who', action: 'Action', target: 'About', outcome: 'Outcome' },
  changes: 'What changed',
  was: 'was',
  is: 'is now',
  request: 'Request',
  nothingYet: 'Nothing has been noted yet',
  nothingYetDetail: 'Who signs in, orders and changes something appears here.',
  nothingMatches: 'No entry matches',
  older: 'Show older ones',
  export: 'Export as JSON lines',
  nothing: 'nothing',
};
