package direttore.api.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Files of the documentation pages: our own, and the viewers' that the frontend's build brings. */
final class Asset {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*(\\.[a-z0-9-]+)+");
  private static final Set<String> OWN = Set.of("swagger-start.js", "redoc-start.js", "docs.css");
  private static final String VIEWERS = "web/docs-assets/";

  private Asset() {}

  /** A file that pages may load; empty for any other. */
  static Optional<byte[]> find(String name) {
    if (OWN.contains(name)) {
      return own(name);
    }
    return NAME.matcher(name).matches()
        ? read(Asset.class.getClassLoader().getResourceAsStream(VIEWERS + name))
        : Optional.empty();
  }

  /** A file beside this class. */
  static Optional<byte[]> own(String name) {
    return read(Asset.class.getResourceAsStream(name));
  }

  private static Optional<byte[]> read(@Nullable InputStream from) {
    try (var in = from) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
