const watchers = new Set<() => void>();

/** Asks to be told when nobody is signed in any more; the answer ends that. */
export function whenSignedOut(tell: () => void): () => void {
  watchers.add(tell);
  return () => watchers.delete(tell);
}

/** Tells that nobody is signed in any more. */
export const signedOut = (): void => watchers.forEach((tell) => tell());
