/** What is said of what is asked of a guest that is there already. */
export const actTexts = {
  guestAtStart: 'The guest at the start',
  guestAtEnd: 'The guest at the end',
  starts: {
    nothing: 'Nothing happens',
    start: 'It is started',
    snapshot: 'Snapshot, then start',
    rollback: 'Put back to a snapshot, then start',
  },
  startFrom: 'Snapshot to start from',
  endAs: 'Snapshot to put it back to',
  restored: 'Put back to a snapshot',
  snapshotRule: 'The name of a snapshot: 2 to 40 letters, digits, - and _, a letter first.',
};
