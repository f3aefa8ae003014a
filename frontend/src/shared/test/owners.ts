import * as React from 'react';

/**
 * React's development build takes a stack for each element that it makes, ten thousand a second, to tell in a warning
 * where it was made. It believes it has taken them all.
 */
export function forgoOwnerStacks() {
  const internals = (React as { __CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE?: object })
    .__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE;
  if (internals) {
    Object.defineProperty(internals, 'recentlyCreatedOwnerStacks', { configurable: true, get: () => Infinity, set: () => undefined });
  }
}
