package direttore.netbox;

import com.fasterxml.jackson.databind.JsonNode;
import direttore.transport.HostAnswer;
import java.util.Optional;

/** What NetBox answers where all is well. */
record Reply(JsonNode json, HostAnswer answer) {

  /** The state of the one object that it holds, as {@code If-Match} takes it. */
  Optional<String> state() {
    return release().matches()
        ? Optional.ofNullable(answer.headers().get("etag"))
        : Optional.empty();
  }

  Release release() {
    return Release.of(answer);
  }
}
