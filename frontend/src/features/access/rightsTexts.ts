/** What is said of rights on every page; the rest is in texts.ts, which only pages about people fetch. */
export const rightsTexts = {
  outside: 'You may not change this guest.',
  noMaking: 'You may not make guests.',
  who: 'who is signed in',
  open: 'Nobody signs in here: everybody who reaches this address may do everything.',
};
