package direttore.domain.inventory;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The custom fields of an object.
 *
 * @param json as NetBox wrote them
 * @param texts the values of each field that is set; of an object, its address or name
 */
public record CustomFields(String json, Map<String, List<String>> texts) {
  private static final List<String> DNS = List.of("dns_servers", "nameservers");

  public CustomFields {
    texts = Map.copyOf(texts);
  }

  /** The values of a field; none where it is not set. */
  public List<String> values(String field) {
    return texts.getOrDefault(field, List.of());
  }

  /** Name servers, with blanks between. */
  public Optional<String> dnsServers() {
    return DNS.stream()
        .map(this::values)
        .filter(v -> !v.isEmpty())
        .findFirst()
        .map(values ->
            values.stream()
                .flatMap(value -> Arrays.stream(value.split("[,;\\s]+")))
                .filter(server -> !server.isEmpty())
                .collect(Collectors.joining(" ")));
  }
}
