const many = (count: number, one: string) => (count === 1 ? `1 ${one}` : `${count} ${one}s`);

/** `1 h 30 min`, or days where it is whole ones. */
export function lengthOf(minutes: number): string {
  if (minutes % 1440 === 0) {
    return many(minutes / 1440, 'day');
  }
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 ? many(hours, 'hour') : '', rest > 0 || hours === 0 ? many(rest, 'minute') : ''].filter(Boolean).join(' ');
}

/** What is said of the rules of reserving. */
export const policyTexts = {
  title: 'Rules of reserving',
  open: 'Rules',
  what: 'the rules of reserving',
  mine: 'Rules for you',
  unbound: 'You are an operator of the whole lab: the rules do not bind you.',
  none: 'No rules',
  noneDetail: 'Whatever is free can be reserved.',
  general: 'Without a team, or for a team without rules of its own',
  all: 'For all',
  allDetail: 'They hold for what is of no team, and for teams without rules of their own. Operators go by none.',
  ofTeam: (team: string) => `Team ${team}`,
  sameAsAll: 'As for all',
  teams: 'Of teams',
  teamsDetail: 'The rules of a team hold in place of those for all, as a whole: what they do not say is free.',
  noTeams: 'There are no teams.',
  edit: 'Edit',
  editOf: (whose: string) => `Edit the rules: ${whose}`,
  clear: 'Remove the rules',
  saved: 'The rules hold from now on. What is booked stays as it is.',
  save: 'Save',
  unset: 'Empty: no rule',
  rule: (least: number, most: number) => `A whole number from ${least} to ${most}, or nothing.`,
  minutes: 'minutes',
  days: 'days',
  hours: 'hours',
  fields: {
    longest: 'Longest',
    shortest: 'Shortest',
    extended: 'Longest in all, if extended',
    horizon: 'Begins at most ahead',
    notice: 'Booked before its start',
    open: 'Open at once',
    hours: 'Hours ahead at once',
    pause: 'Pause between two of one person on a resource',
    weight: 'Weight in the waiting list (1 if empty)',
    checkIn: 'Check-in after its start within',
    recurring: 'It may repeat',
  },
  approval: 'Somebody has to approve',
  approvals: {
    wholeNode: 'A node as a whole',
    longer: 'What is longer than',
    cores: 'What has more cores than',
    tags: 'What has a resource with one of the tags',
    within: 'Waits at most',
  },
  tagRule: 'Words of letters, digits and _ . + : -.',
  words: {
    longest: (length: string) => `At most ${length} long`,
    shortest: (length: string) => `At least ${length} long`,
    extended: (length: string) => `Extended to at most ${length} in all`,
    horizon: (days: number) => `Begins at most ${many(days, 'day')} ahead`,
    notice: (length: string) => `Booked at least ${length} before its start`,
    open: (count: number) => `At most ${count} to come or under way at once`,
    hours: (count: number) => `At most ${many(count, 'hour')} ahead in all`,
    pause: (length: string) => `A pause of ${length} between two of yours on one resource`,
    weight: (weight: number) => `In the waiting list, what you had lately counts ${weight} times less`,
    checkIn: (length: string) => `Somebody has to check in within ${length} of its start, or else it is returned`,
    once: 'Nothing that repeats',
    approval: (what: string) => `Has to be approved: ${what}`,
    wholeNode: 'a whole node',
    longer: (hours: number) => `longer than ${many(hours, 'hour')}`,
    cores: (count: number) => `more than ${many(count, 'core')}`,
    tags: (tags: string[]) => `what is tagged ${tags.join(' or ')}`,
    within: (hours: number) => `An approval is waited for ${many(hours, 'hour')}`,
  },
};
