package direttore.api.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import direttore.api.contract.ContractParts;
import direttore.api.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The OpenAPI document as it is served. */
final class Contract {
  private volatile byte @Nullable [] yaml;
  private volatile byte @Nullable [] json;

  /** Joined when it is first asked for: a start need not wait for it. */
  byte[] yaml() {
    var made = yaml;
    if (made == null) {
      made = ContractParts.joined().getBytes(UTF_8);
      yaml = made;
    }
    return made;
  }

  /** The same as JSON, made when it is first asked for as well. */
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
