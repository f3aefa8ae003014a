import { getConfig } from '@testing-library/react';

const { getElementError } = getConfig();

class Missed extends Error {
  override name = 'TestingLibraryElementError';
}

/** What a query says that found nothing. One that waits looks at each change of the page, and prints it only in the end. */
export function cheapMiss(message: string | null, container: Element): Error {
  const { _disableExpensiveErrorDiagnostics: waits } = getConfig() as { _disableExpensiveErrorDiagnostics?: boolean };
  return waits && message !== null ? new Missed(message) : getElementError(message, container);
}
