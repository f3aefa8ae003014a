/** What is said where one checks in. */
export const checkInTexts = {
  action: 'Check in',
  actionOf: (title: string) => `Check in: ${title}`,
  done: (title: string) => `${title}: you have checked in`,
  doneDetail: 'It stays until its end.',
  failed: (title: string) => `${title}: nobody checked in`,
};
