export const problemTexts = {
  fault: 'Something went wrong here',
  noAnswer: 'Direttore does not answer',
  noAnswerDetail: 'The server cannot be reached. It may be restarting, or the network between here and it is down.',
  tooSlow: 'Direttore took too long',
  tooSlowDetail: (seconds: number) =>
    `There was no answer within ${seconds} seconds. What was ordered may still happen: look at the operations before you repeat it.`,
  notUnderstood: 'The answer was not understood',
  notUnderstoodDetail: (status: number) => `Something between here and Direttore answered with status ${status}.`,
};
