package direttore.api.docs;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import direttore.api.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The OpenAPI document, kept as YAML in {@code openapi.yaml} beside this class. */
final class Contract {
  private volatile byte @Nullable [] json;

  byte[] yaml() {
    return Asset.own("openapi.yaml").orElseThrow();
  }

  /** The same as JSON, made when it is first asked for: a start need not wait for it. */
  byte[] json() {
    var made = json;
    if (made == null) {
      made = translated();
      json = made;
    }
    return made;
  }

  private byte[] translated() {
    try {
      return Json.bytes(new YAMLMapper().readTree(yaml()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
