/** What is said of what happens to guests at the start and the end of a reservation. */
export const endTexts = {
  start: 'At the start',
  startActs: {
    start: 'Its guests are started.',
    snapshot: 'A snapshot of its guests is taken, then they are started.',
    rollback: (snapshot: string) => `Its guests are put back to the snapshot ${snapshot}, then started.`,
  },
  endSentence: {
    one: (names: string, act: string) => `${names}: ${act}`,
    each: (all: string[]) => `${all.join('; ')}.`,
    bare: 'Nothing happens: it is an entry in the calendar alone.',
    guestless: 'Nothing happens; others may then have what it claims.',
    nothing: 'Nothing happens to its guests; others may then have what it claims.',
    shutdown: 'Its guests are shut down, and stopped where that takes too long.',
    stop: 'Its guests are stopped.',
    snapshot: 'A snapshot of its guests is taken, then they are shut down.',
    restore: (snapshot: string, made: boolean) =>
      `Its guests are put back to the snapshot ${snapshot}, and run or not as before.${made ? ' What was made for it is destroyed.' : ''}`,
    destroy: (grace: number) =>
      grace === 0
        ? 'What was made for it is shut down and destroyed at once.'
        : `What was made for it is shut down, and destroyed ${grace} minutes later; until then it can be had back by extending.`,
  },
  endActs: {
    nothing: 'nothing happens',
    shutdown: 'shut down',
    stop: 'stopped',
    snapshot: 'a snapshot, then shut down',
    restore: (snapshot: string) => `put back to the snapshot ${snapshot}`,
    destroy: (grace: number) => (grace === 0 ? 'shut down and destroyed at once' : `shut down, and destroyed ${grace} minutes later`),
  },
  made: (name: string, many: number) =>
    many === 1 ? name.replaceAll('{n}', '1') : `${name.replaceAll('{n}', '1')} to ${name.replaceAll('{n}', String(many))}`,
};
