package direttore.api.access;

import java.util.regex.Pattern;

/** Where somebody goes after signing in: a page of ours, or the first one. */
final class ReturnPath {
  // A browser takes a backslash for a slash, and two at the beginning lead to another host.
  private static final Pattern OWN = Pattern.compile("/(?![/\\\\])[!-~&&[^\\\\]]*");
  private static final Pattern NO_PAGE =
      Pattern.compile("/(api|sign-in|welcome)([/?#].*)?", Pattern.CASE_INSENSITIVE);
  private static final int LONGEST = 1000;
  private static final String FIRST = "/";

  private ReturnPath() {}

  static String of(String wanted) {
    return wanted.length() <= LONGEST
            && OWN.matcher(wanted).matches()
            && !NO_PAGE.matcher(wanted).matches()
        ? wanted
        : FIRST;
  }
}
