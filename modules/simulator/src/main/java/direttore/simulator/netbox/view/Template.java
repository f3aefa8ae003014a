package direttore.simulator.netbox.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A template in as much of Jinja as config templates of a lab use: values, for and if. */
public final class Template {
  private static final Pattern TOKEN =
      Pattern.compile("\\{\\{(.*?)}}|\\{%-?(.*?)-?%}", Pattern.DOTALL);
  private static final Pattern LOOP = Pattern.compile("for (\\w+) in (\\S+)");

  private final List<Piece> pieces = new ArrayList<>();

  /**
   * Reads a template.
   *
   * @throws Broken if it ends within a value
   */
  public Template(String code) {
    var match = TOKEN.matcher(code);
    var at = 0;
    while (match.find()) {
      pieces.add(new Piece(Kind.TEXT, code.substring(at, match.start())));
      var value = match.group(1);
      pieces.add(
          value != null
              ? new Piece(Kind.VALUE, value.strip())
              : new Piece(Kind.TAG, String.valueOf(match.group(2)).strip()));
      at = match.end();
    }
    var rest = code.substring(at);
    if (rest.contains("{{")) {
      throw new Broken(
          "TemplateSyntaxError: unexpected end of template, expected 'end of print statement'.\nLine: 1");
    }
    pieces.add(new Piece(Kind.TEXT, rest));
  }

  /**
   * Fills it in.
   *
   * @throws Broken if it names something within what is not there
   */
  public String render(ObjectNode context) {
    var out = new StringBuilder();
    render(0, pieces.size(), context, out);
    return out.toString();
  }

  private void render(int from, int to, ObjectNode context, StringBuilder out) {
    for (var i = from; i < to; i++) {
      var piece = pieces.get(i);
      switch (piece.kind) {
        case TEXT -> out.append(piece.text);
        case VALUE -> out.append(value(piece.text, context).asText(""));
        case TAG -> {
          var end = end(i);
          branch(piece.text, i + 1, end, context, out);
          i = end;
        }
      }
    }
  }

  private void branch(String tag, int from, int end, ObjectNode context, StringBuilder out) {
    var loop = LOOP.matcher(tag);
    if (loop.matches()) {
      for (var item : value(loop.group(2), context)) {
        var inner = context.deepCopy();
        inner.set(loop.group(1), item);
        render(from, end, inner, out);
      }
    } else if (tag.startsWith("if ") && isTrue(value(tag.substring(3).strip(), context))) {
      render(from, end, context, out);
    }
  }

  private static boolean isTrue(JsonNode value) {
    return !value.isMissingNode()
        && !value.isNull()
        && (value.isContainerNode()
            ? !value.isEmpty()
            : !value.asText().isEmpty() && !value.asText().equals("false"));
  }

  private int end(int start) {
    var depth = 0;
    for (var i = start; i < pieces.size(); i++) {
      var piece = pieces.get(i);
      if (piece.kind == Kind.TAG) {
        depth += piece.text.startsWith("end") ? -1 : 1;
        if (depth == 0) {
          return i;
        }
      }
    }
    throw new Broken("TemplateSyntaxError: Unexpected end of template.");
  }

  private static JsonNode value(String path, ObjectNode context) {
    JsonNode value = context;
    var before = "";
    for (var name : path.split("\\.", -1)) {
      if (value.isMissingNode()) {
        throw new Broken("UndefinedError: '%s' is undefined".formatted(before));
      }
      value = value.isNull() ? MissingNode.getInstance() : value.path(name);
      before = name;
    }
    return value;
  }

  private enum Kind {
    TEXT,
    VALUE,
    TAG
  }

  private record Piece(Kind kind, String text) {}

  /** A template that cannot be filled in. */
  public static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Broken(String words) {
      super(words);
    }
  }
}
