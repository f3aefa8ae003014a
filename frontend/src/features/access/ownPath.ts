// A browser takes a backslash for a slash and leaves out tabs and line ends, so that "/\t/x" would be another host.
const OWN = /^\/(?![/\\])[^\\\p{Cc}]*$/u;

/** The page to come back to after signing in: the one that was asked for when it is one of ours, otherwise the first. */
export function ownPath(wanted: string): string {
  if (!OWN.test(wanted)) {
    return '/';
  }
  const { pathname, search, hash } = new URL(wanted, location.origin);
  return pathname.startsWith('//') || pathname === '/sign-in' || pathname === '/welcome' ? '/' : pathname + search + hash;
}
