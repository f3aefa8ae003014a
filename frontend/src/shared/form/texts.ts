export const formTexts = {
  needed: 'Must not be empty.',
  mend: (count: number) => (count === 1 ? 'Correct one field before you continue:' : `Correct ${count} fields before you continue:`),
  fault: (label: string | null | undefined, fault: string) => (label ? `${label}: ${fault}` : fault),
  show: 'Show or hide the password',
  restored: 'Draft restored',
  restoredPart: 'Draft restored, but for what has been changed elsewhere meanwhile',
  outdated: 'Your draft was dropped: what it changed has been changed elsewhere meanwhile.',
  discard: 'Discard',
  leave: {
    title: 'Leave without saving?',
    detail: 'What you changed on this page has not been saved.',
    stay: 'Stay',
    go: 'Discard and leave',
  },
};
