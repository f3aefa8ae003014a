import { createContext, use } from 'react';

/** Who is signed in: what one chooses of a list holds for oneself in this browser. */
export const PersonContext = createContext('');

export const usePersonName = (): string => use(PersonContext);
