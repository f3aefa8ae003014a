/** What is said of what is out of service. */
export const riskTexts = {
  mark: 'At risk',
  out: (what: string, why: string, back: string | null) => `${what} is out of service: ${why}${back === null ? '.' : `. It is expected back ${back}.`}`,
};
