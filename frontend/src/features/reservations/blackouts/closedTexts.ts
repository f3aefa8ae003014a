/** What calendars, lists and refusals say of what is closed. */
export const closedTexts = {
  closed: (why: string) => `Closed: ${why}`,
  by: (why: string) => `a blackout (${why})`,
  until: (what: string, why: string, until: string) => `${what} is closed until ${until}: ${why}`,
  now: (until: string, why: string) => `Closed until ${until}: ${why}`,
  later: (from: string, until: string, why: string) => `Closed ${from} – ${until}: ${why}`,
  inTheWay: 'closed',
  outOfService: 'out of service',
};
