package direttore.proxmox.transport;

import direttore.transport.Encoding;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A path below {@code /api2/json}, each of its segments encoded. */
public record ApiPath(String encoded) {
  private static final String ROOT = "/api2/json";

  /** The path of the given segments, whose text may hold any character. */
  public static ApiPath of(Object... segments) {
    return new ApiPath(
        Arrays.stream(segments)
            .map(segment -> "/" + Encoding.percent(segment.toString()))
            .collect(Collectors.joining("", ROOT, "")));
  }

  /** The path of this one's child. */
  public ApiPath child(Object... segments) {
    return new ApiPath(encoded + of(segments).encoded.substring(ROOT.length()));
  }

  @Override
  public String toString() {
    return encoded;
  }
}
