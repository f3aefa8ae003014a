/** What is said of until when somebody has to check in. */
export const untilTexts = {
  card: 'Check-in',
  until: (by: string) => `Check in until ${by}, or else it is returned.`,
  between: (from: string, by: string) => `Check in from ${from} until ${by}, or else it is returned.`,
  others: (by: string) => `Whoever has it checks in until ${by}, or else it is returned.`,
  checkedIn: (at: string) => `Checked in ${at}.`,
  notice: (title: string, by: string) => `Check in to ${title} until ${by}, or else it is returned.`,
};
