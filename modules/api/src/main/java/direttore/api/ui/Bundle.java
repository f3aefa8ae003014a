package direttore.api.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The files that the frontend's build packs under {@code /web}. */
final class Bundle {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)+");

  private final ClassLoader loader;

  Bundle(ClassLoader loader) {
    this.loader = loader;
  }

  /** The one page, empty where the program was built without the UI. */
  Optional<byte[]> page() {
    return read(loader.getResourceAsStream("web/index.html"));
  }

  /**
   * A file that the page loads.
   *
   * @param suffix of its compressed form, {@code .br} or {@code .gz}, or empty for the file itself
   */
  Optional<byte[]> asset(String name, String suffix) {
    return NAME.matcher(name).matches()
        ? read(loader.getResourceAsStream("web/assets/" + name + suffix))
        : Optional.empty();
  }

  private static Optional<byte[]> read(@Nullable InputStream from) {
    try (var in = from) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
