package direttore.domain.webhook;

import direttore.domain.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/** Where a webhook is called: an {@code http} or {@code https} address without a user's name. */
public record WebhookUrl(URI value) {
  public static final int LONGEST = 500;
  private static final Set<String> SCHEMES = Set.of("http", "https");

  public WebhookUrl {
    var port = value.getPort();
    if (value.toString().length() > LONGEST
        || !SCHEMES.contains(String.valueOf(value.getScheme()))
        || value.getHost() == null
        || value.getHost().isEmpty()
        || port == 0
        || port > 65_535
        || value.getRawUserInfo() != null
        || value.getRawFragment() != null) {
      throw refusal();
    }
  }

  public static WebhookUrl parse(String text) {
    try {
      return new WebhookUrl(new URI(text));
    } catch (URISyntaxException e) {
      throw refusal();
    }
  }

  /** The name or address of the host, without the brackets of an IPv6 address. */
  public String host() {
    var host = value.getHost();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static Refusal.Invalid refusal() {
    return new Refusal.Invalid(
        "url",
        "must be an address such as https://chat.example/hooks/1, of at most %d characters"
            .formatted(LONGEST));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
