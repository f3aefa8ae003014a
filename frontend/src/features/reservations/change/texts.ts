/** What is said where a reservation is extended or handed over. */
export const changeTexts = {
  latest: {
    until: (end: string) => `Until ${end}`,
    say: (end: string, what: string, who: string) => `It can go on until ${end}; then ${what} is for ${who}.`,
    short: (end: string, what: string) => `It can go on until ${end}; then too little of ${what} is left.`,
    never: (what: string, who: string) => `It cannot go on: ${what} is for ${who} right after it.`,
    full: (what: string) => `It cannot go on: too little of ${what} is left right after it.`,
    free: (end: string) => `Nothing is in its way until ${end}.`,
  },
  handOver: {
    action: 'Hand over',
    title: (name: string) => `Hand over ${name}`,
    now: (whose: string) => `It is ${whose}’s now.`,
    person: 'Person',
    personHint: 'Their sign-in name. Empty: it stays with whom it is.',
    team: 'Team',
    teamHint: 'Its members may change it too.',
    noTeam: 'No team',
    yours: 'Then it is no longer yours.',
    needed: 'Name a person, or choose another team.',
    submit: 'Hand over',
    done: (title: string, whose: string) => `${title} is ${whose}’s now.`,
  },
};
