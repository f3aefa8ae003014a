package direttore.simulator.pve.schema;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads who may call a method: {@code /vms/{vmid}=VM.Clone and (self or all)}. */
final class RuleText {
  private final SchemaLine line;
  private final List<String> tokens;
  private int next;

  private RuleText(SchemaLine line, String text) {
    this.line = line;
    this.tokens = List.of(text.replace("(", "( ").replace(")", " )").split(" ", -1));
  }

  /** The rule that the text says. */
  static Rule read(SchemaLine line, String text) {
    var reader = new RuleText(line, text);
    var rule = reader.either();
    if (reader.next < reader.tokens.size()) {
      throw line.wrong("'%s' is too much".formatted(reader.tokens.get(reader.next)));
    }
    return rule;
  }

  private Rule either() {
    var parts = new ArrayList<>(List.of(both()));
    while (took("or")) {
      parts.add(both());
    }
    return parts.size() == 1 ? parts.getFirst() : new Rule.Or(parts);
  }

  private Rule both() {
    var parts = new ArrayList<>(List.of(one()));
    while (took("and")) {
      parts.add(one());
    }
    return parts.size() == 1 ? parts.getFirst() : new Rule.And(parts);
  }

  private Rule one() {
    if (next >= tokens.size()) {
      throw line.wrong("a rule is missing");
    }
    if (took("(")) {
      var rule = either();
      if (!took(")")) {
        throw line.wrong("a ) is missing");
      }
      return rule;
    }
    var word = tokens.get(next++);
    var equals = word.indexOf('=');
    return equals < 0
        ? plain(word)
        : granted(word.substring(0, equals), word.substring(equals + 1));
  }

  private boolean took(String token) {
    var there = next < tokens.size() && tokens.get(next).equals(token);
    next += there ? 1 : 0;
    return there;
  }

  private Rule plain(String word) {
    return switch (word) {
      case "all" -> new Rule.All();
      case "world" -> new Rule.World();
      case "root" -> new Rule.Root();
      case "self" -> new Rule.Self();
      default -> throw line.wrong("'%s' is no rule".formatted(word));
    };
  }

  private Rule granted(String on, String what) {
    return switch (on) {
      case "modify" -> new Rule.ModifyPermissions(what);
      case "realm" -> new Rule.OnRealm(what);
      case "groups" -> new Rule.OnGroups(words(what), Rule.Groups.IGNORED);
      case "groups.create" -> new Rule.OnGroups(words(what), Rule.Groups.CREATE);
      case "groups.update" -> new Rule.OnGroups(words(what), Rule.Groups.UPDATE);
      default -> privileges(on, what);
    };
  }

  private Rule privileges(String on, String what) {
    var mark = on.indexOf('?');
    @Nullable String onlyWith = mark < 0 ? null : on.substring(0, mark);
    var path = on.substring(mark + 1);
    if (!path.startsWith("/")) {
      throw line.wrong("'%s' is no access path".formatted(path));
    }
    return new Rule.OnPath(path, words(what), what.contains("|"), onlyWith);
  }

  private static List<String> words(String text) {
    return List.of(text.split(text.contains("|") ? "\\|" : "&", -1));
  }
}
