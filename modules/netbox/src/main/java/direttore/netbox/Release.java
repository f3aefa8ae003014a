package direttore.netbox;

import direttore.transport.HostAnswer;
import java.util.regex.Pattern;

/**
 * Which NetBox answers, and what of the API that decides. What a release does not know it ignores,
 * and says that it was done.
 */
record Release(int major, int minor) {
  /** Stands in each of NetBox's own answers, and in none of a proxy before it. */
  private static final String HEADER = "api-version";

  private static final Pattern FORM = Pattern.compile("(\\d{1,3})\\.(\\d{1,3}).*");

  /** The oldest there is: what it can, all can. */
  private static final Release OLDEST = new Release(4, 2);

  private static final Release CAREFUL = new Release(4, 6);

  /** The one that gave the answer; the oldest where it does not say. */
  static Release of(HostAnswer answer) {
    var said = FORM.matcher(answer.headers().getOrDefault(HEADER, ""));
    return said.matches()
        ? new Release(Integer.parseInt(said.group(1)), Integer.parseInt(said.group(2)))
        : OLDEST;
  }

  /** Whether NetBox itself gave the answer, and nothing on the way to it. */
  static boolean answered(HostAnswer answer) {
    return answer.headers().containsKey(HEADER);
  }

  /** Whether {@code If-Match} is looked at; before, a stale one deleted a device (4.4). */
  boolean matches() {
    return atLeast(CAREFUL);
  }

  /** Whether {@code add_tags} and {@code remove_tags} do something. */
  boolean addsTags() {
    return atLeast(CAREFUL);
  }

  private boolean atLeast(Release other) {
    return major > other.major || (major == other.major && minor >= other.minor);
  }
}
