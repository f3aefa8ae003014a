package direttore.netbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import direttore.transport.HostAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What an error of NetBox says, in its own words. */
final class ErrorText {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST = 500;
  private static final Pattern TITLE =
      Pattern.compile("<title>\\s*(.*?)\\s*</title>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** What is said of the object and not of one of its fields; the word depends on the version. */
  private static final Set<String> OF_THE_WHOLE =
      Set.of("detail", "error", "__all__", "non_field_errors");

  private ErrorText() {}

  /** Its words, with the field each is about; what stands instead of words where there are none. */
  static String of(HostAnswer answer) {
    var words = html(answer) ? page(answer.body()) : words(answer.body());
    if (words.isEmpty()) {
      words = "%d %s".formatted(answer.status(), answer.reason()).strip();
    }
    return words.length() > LONGEST ? words.substring(0, LONGEST) + " …" : words;
  }

  /** Whether it is a page for people, as proxies have them and NetBox for paths it has not. */
  static boolean html(HostAnswer answer) {
    return answer.headers().getOrDefault("content-type", "").startsWith("text/html")
        || answer.body().stripLeading().startsWith("<");
  }

  private static String page(String body) {
    var title = TITLE.matcher(body);
    return title.find() ? "a web page: " + title.group(1) : "a web page";
  }

  private static String words(String body) {
    try {
      return String.join("; ", words(JSON.readTree(body)));
    } catch (JsonProcessingException e) {
      return body.strip();
    }
  }

  private static List<String> words(JsonNode said) {
    return switch (said.getNodeType()) {
      case OBJECT -> ofFields(said);
      case ARRAY -> said.valueStream().flatMap(each -> words(each).stream()).distinct().toList();
      case MISSING, NULL -> List.of();
      default -> List.of(said.asText());
    };
  }

  private static List<String> ofFields(JsonNode said) {
    var words = new ArrayList<String>();
    said.properties()
        .forEach(field -> {
          var inside = String.join(" ", words(field.getValue()));
          var name = field.getKey();
          if (name.equals("errors")) {
            words.addAll(ofMany(field.getValue()));
          } else if (OF_THE_WHOLE.contains(name)) {
            words.add(inside);
          } else if (said.has("detail") || !said.has("error")) {
            words.add(name + ": " + inside);
          }
        });
    return words.stream().filter(each -> !each.isBlank()).toList();
  }

  /** Of a bulk write: which object, and what of it. */
  private static List<String> ofMany(JsonNode errors) {
    return StreamSupport.stream(errors.spliterator(), false)
        .map(each -> {
          var which = each.has("id") ? "id " + each.get("id") : "no. " + each.path("index");
          return which
              + ": "
              + words(each.path("errors")).stream().collect(Collectors.joining(", "));
        })
        .toList();
  }
}
