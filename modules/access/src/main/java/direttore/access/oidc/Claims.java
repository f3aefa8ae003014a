package direttore.access.oidc;

import com.nimbusds.openid.connect.sdk.claims.ClaimsSet;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a provider says of somebody, in its ID token and at its UserInfo endpoint. */
record Claims(Map<String, Object> values) {
  static Claims of(ClaimsSet claims) {
    return new Claims(claims.toJSONObject());
  }

  /** Whether the claim is there, whatever it says. */
  boolean has(String path) {
    return at(path) != null;
  }

  Optional<String> text(String name) {
    return at(name) instanceof String text && !text.isBlank()
        ? Optional.of(text)
        : Optional.empty();
  }

  /** The texts of a claim that is a list of them, or one. */
  Set<String> texts(String path) {
    return switch (at(path)) {
      case Collection<?> list ->
          list.stream()
              .filter(String.class::isInstance)
              .map(String.class::cast)
              .collect(Collectors.toSet());
      case String text -> Set.of(text);
      case null, default -> Set.of();
    };
  }

  /** A name that holds dots itself, such as a web address, goes before a path into objects. */
  private @Nullable Object at(String path) {
    return values.containsKey(path) ? values.get(path) : within(values, path);
  }

  private static @Nullable Object within(Map<?, ?> object, String path) {
    var dot = path.indexOf('.');
    if (dot < 0) {
      return object.get(path);
    }
    return object.get(path.substring(0, dot)) instanceof Map<?, ?> inner
        ? within(inner, path.substring(dot + 1))
        : null;
  }
}
