package direttore.api.http;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which names the server answers to and which web pages may write to it. A browser lets any page
 * send requests to this machine, and a hostile name server lets any page read the answers, so that
 * neither may be taken for granted.
 *
 * @param hosts names beside the loopback ones, without port; {@code *} allows all
 * @param origins pages of other servers that may use this one, such as {@code https://lab.example}
 */
public record AccessRules(Set<String> hosts, Set<String> origins) {
  private static final Pattern ORIGIN = Pattern.compile("https?://[^/?#@*]+");
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|.+\\.localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

  /** This machine only. */
  public static final AccessRules LOOPBACK_ONLY = new AccessRules(Set.of(), Set.of());

  public AccessRules {
    hosts = hosts.stream().map(AccessRules::lower).collect(Collectors.toUnmodifiableSet());
    origins = origins.stream().map(AccessRules::lower).collect(Collectors.toUnmodifiableSet());
    for (var origin : origins) {
      if (!ORIGIN.matcher(origin).matches()) {
        throw new IllegalArgumentException(
            "%s is not an origin; expected such as https://lab.example:8443".formatted(origin));
      }
    }
  }

  boolean answersTo(String authority) {
    var host = lower(withoutPort(authority));
    return LOOPBACK.matcher(host).matches() || hosts.contains(host) || hosts.contains("*");
  }

  boolean allows(String origin) {
    return origins.contains(lower(origin));
  }

  /**
   * Whether the origin is the server itself, under the name that the request came to. A page that
   * came in the clear is not the server where that is encrypted: anyone on the way may have written
   * it. The other way round a proxy may have decrypted what came.
   *
   * @param https whether the request came encrypted
   */
  static boolean same(String origin, String authority, boolean https) {
    try {
      var page = URI.create(origin);
      var scheme = page.getScheme();
      var own = page.getRawAuthority();
      return own != null
          && scheme != null
          && (scheme.equalsIgnoreCase("https") || (scheme.equalsIgnoreCase("http") && !https))
          && withoutUsualPort(own, scheme).equals(withoutUsualPort(authority, scheme));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Browsers leave the port out that the scheme has anyway; a proxy may write it. */
  private static String withoutUsualPort(String authority, String scheme) {
    var usual = scheme.equalsIgnoreCase("https") ? ":443" : ":80";
    var name = lower(authority);
    return name.endsWith(usual) ? name.substring(0, name.length() - usual.length()) : name;
  }

  private static String withoutPort(String authority) {
    var colon = authority.lastIndexOf(':');
    return colon > authority.lastIndexOf(']') ? authority.substring(0, colon) : authority;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
