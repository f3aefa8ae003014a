function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** The languages among a browser's: some tell the system's word for one, such as en-US@posix, too. */
export const languagesOf = (tags: readonly string[]): string[] => tags.filter(isLanguage);

/** The languages in whose ways dates and numbers are written: the browser's. */
export const locale = languagesOf(navigator.languages);
