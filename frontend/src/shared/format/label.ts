/** What each word of the API's is called: none may be missing, as the compiler knows them from the contract. */
export type Labels<Word extends string> = Record<Word, string>;

/** What a word is called. A page that was fetched before the server became newer may meet one that it does not know. */
export const labelOf = <Word extends string>(labels: Labels<Word>, word: Word): string => new Map<string, string>(Object.entries(labels)).get(word) ?? word;
