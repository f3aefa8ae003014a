package direttore.api.http;

import io.helidon.common.uri.UriPath;
import io.helidon.http.PathMatcher;
import io.helidon.http.PathMatchers;

/** Takes an address with a slash at its end for the one without, as some programs have it. */
final class SlashAtTheEnd implements PathMatcher {
  private final PathMatcher without;

  private SlashAtTheEnd(PathMatcher without) {
    this.without = without;
  }

  /** Those who ask the API for the address of that pattern. Pages have their own addresses. */
  static PathMatcher allowed(String path) {
    var matcher = PathMatchers.create(path);
    return path.startsWith("/api/") ? new SlashAtTheEnd(matcher) : matcher;
  }

  @Override
  public PathMatchers.MatchResult match(UriPath path) {
    var raw = path.rawPath();
    return without.match(
        raw.endsWith("/") ? UriPath.create(raw.substring(0, raw.length() - 1)) : path);
  }

  @Override
  public PathMatchers.PrefixMatchResult prefixMatch(UriPath path) {
    return without.prefixMatch(path);
  }
}
