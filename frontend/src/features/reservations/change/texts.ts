/** What is said where a reservation is extended or handed over. */
export const changeTexts = {
  latest: {
    until: (end: string) => `Until ${end}`,
    next: {
      taken: (what: string, who: string) => `${what} is for ${who}`,
      capacity: (what: string) => `too little of ${what} is left`,
      outOfService: (what: string) => `${what} is out of service`,
    },
    say: (end: string, next: string) => `It can go on until ${end}; then ${next}.`,
    never: (next: string) => `It cannot go on: ${next} right after it.`,
    full: 'It cannot go on: too little is left right after it.',
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
