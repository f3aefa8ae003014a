package direttore.app.settings;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A PostgreSQL address taken apart, so that user and password stand apart from what is logged. */
record DatabaseUrl(String jdbcUrl, Optional<String> user, Optional<String> password) {
  /** {@code +driver} as Python's SQLAlchemy writes it: settings of the original stay valid. */
  private static final Pattern SCHEME =
      Pattern.compile("^(?:jdbc:postgresql|postgres(?:ql)?(?:\\+\\w+)?)://");

  /** Without the password. */
  @Override
  public String toString() {
    return jdbcUrl;
  }

  static Optional<DatabaseUrl> parse(String text) {
    var scheme = SCHEME.matcher(text);
    if (!scheme.find()) {
      return Optional.empty();
    }
    try {
      var uri = URI.create("postgresql://" + text.substring(scheme.end()));
      return isComplete(uri) ? Optional.of(of(uri)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isComplete(URI uri) {
    return uri.getRawAuthority() != null && uri.getRawPath().length() > 1;
  }

  private static DatabaseUrl of(URI uri) {
    var authority = uri.getRawAuthority();
    var at = authority.lastIndexOf('@');
    var login = at < 0 ? new String[0] : authority.substring(0, at).split(":", 2);
    var options = optionsBut(uri, "user", "password");
    var jdbcUrl =
        "jdbc:postgresql://%s%s%s"
            .formatted(
                authority.substring(at + 1),
                uri.getRawPath(),
                options.isEmpty() ? "" : "?" + options);
    return new DatabaseUrl(
        jdbcUrl,
        (login.length > 0 ? Optional.of(decoded(login[0])) : option(uri, "user"))
            .filter(user -> !user.isEmpty()),
        (login.length > 1 ? Optional.of(decoded(login[1])) : option(uri, "password"))
            .filter(password -> !password.isEmpty()));
  }

  private static Optional<String> option(URI uri, String name) {
    return Arrays.stream(queryOf(uri).split("&"))
        .filter(option -> option.startsWith(name + "="))
        .map(option -> decoded(option.substring(name.length() + 1)))
        .findFirst();
  }

  private static String optionsBut(URI uri, String first, String second) {
    return Arrays.stream(queryOf(uri).split("&"))
        .filter(option -> !option.startsWith(first + "=") && !option.startsWith(second + "="))
        .collect(Collectors.joining("&"));
  }

  private static String queryOf(URI uri) {
    return Optional.ofNullable(uri.getRawQuery()).orElse("");
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
