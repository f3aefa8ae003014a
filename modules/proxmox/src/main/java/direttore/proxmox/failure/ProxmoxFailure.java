package direttore.proxmox.failure;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why a request to Proxmox came to nothing; the message is a sentence for people. */
@SuppressWarnings("serial") // handled where it arises, never serialised
public abstract sealed class ProxmoxFailure extends RuntimeException {
  private final String sentence;

  private ProxmoxFailure(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
    this.sentence = sentence;
  }

  /** The message: what went wrong, for people, with Proxmox's own words where it gave any. */
  public String sentence() {
    return sentence;
  }

  /** Proxmox answered, with an error. */
  public static final class Answered extends ProxmoxFailure {
    private static final Pattern HOLDER = Pattern.compile("is locked \\(([\\w-]+)\\)");
    private final int status;
    private final String reason;
    private final String text;
    private final Map<String, String> errors;
    private final Meaning meaning;

    /**
     * @param status of HTTP, 400 and more
     * @param reason the reason phrase: the only text of hosts older than January 2025
     * @param text the body's {@code message}, empty when it has none
     * @param errors what is wrong with single parameters, by Proxmox's names
     */
    public Answered(int status, String reason, String text, Map<String, String> errors) {
      super(describe(status, text.isBlank() ? reason : text, errors), null);
      this.status = status;
      this.reason = reason;
      this.text = text.strip();
      this.errors = Map.copyOf(errors);
      this.meaning = Meaning.of(status, all(text.isBlank() ? reason : text, errors));
    }

    public int status() {
      return status;
    }

    public String reason() {
      return reason;
    }

    /** Proxmox's own words: the message where there is one, else the reason phrase. */
    public String text() {
      return text.isEmpty() ? reason : text;
    }

    public Map<String, String> errors() {
      return errors;
    }

    public Meaning meaning() {
      return meaning;
    }

    /** What holds the guest, such as {@code backup}, where the text says it. */
    public Optional<String> holder() {
      var match = HOLDER.matcher(text());
      return match.find() ? Optional.of(match.group(1)) : Optional.empty();
    }

    private static String all(String text, Map<String, String> errors) {
      return text + " " + String.join(" ", errors.values());
    }

    private static String describe(int status, String text, Map<String, String> errors) {
      var lead = Meaning.of(status, all(text, errors)).lead();
      var words = errors.isEmpty() ? plain(text) : listed(errors);
      return words.isEmpty()
          ? "%s (status %d)".formatted(lead, status)
          : "%s Proxmox: %s".formatted(lead, words);
    }

    private static String listed(Map<String, String> errors) {
      return new TreeMap<>(errors)
          .entrySet().stream()
              .map(e -> "%s: %s".formatted(e.getKey(), plain(e.getValue())))
              .collect(Collectors.joining("; "));
    }

    /** One line, without the frame that Proxmox puts around errors of property strings. */
    private static String plain(String text) {
      return text.strip()
          .replaceFirst("^invalid format - format error\\s*", "")
          .replaceAll("\\s*\\R\\s*", "; ");
    }
  }

  /** The request reached no host, so nothing was done; or a read got no answer in time. */
  public static final class Unreachable extends ProxmoxFailure {
    public Unreachable(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** The host's certificate is not one to trust, so nothing was sent. */
  public static final class Untrusted extends ProxmoxFailure {
    public Untrusted(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** A write was sent and its answer lost: it may have been done. Look before repeating it. */
  public static final class AnswerLost extends ProxmoxFailure {
    public AnswerLost(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** The answer is none that Proxmox gives: something else answers at that address. */
  public static final class Unreadable extends ProxmoxFailure {
    public Unreadable(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
