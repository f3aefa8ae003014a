/** A page's own files could not be had: the server is away, or has been replaced by a newer version. */
export class NotFetched extends Error {}

/** Fetches a page's files; says so in its own way when they cannot be had. */
export async function fetched<T>(files: () => Promise<T>): Promise<T> {
  try {
    return await files();
  } catch (error) {
    throw new NotFetched(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
