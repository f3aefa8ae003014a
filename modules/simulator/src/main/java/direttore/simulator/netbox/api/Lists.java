package direttore.simulator.netbox.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import direttore.simulator.netbox.data.Database;
import direttore.simulator.netbox.data.Row;
import direttore.simulator.netbox.model.Model;
import direttore.simulator.netbox.query.BadFilter;
import direttore.simulator.netbox.query.Filters;
import direttore.simulator.netbox.query.Ordering;
import direttore.simulator.netbox.release.NetBoxRelease;
import direttore.simulator.netbox.view.Renderer;
import direttore.simulator.netbox.write.Refusal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Lists, page by page. */
final class Lists {
  private static final int DEFAULT = 50;
  private static final int MOST = 1000;

  private final Database database;
  private final NetBoxRelease release;
  private final Renderer renderer;
  private final Filters filters;
  private final Ordering ordering;

  Lists(Database database, NetBoxRelease release, Renderer renderer) {
    this.database = database;
    this.release = release;
    this.renderer = renderer;
    this.filters = new Filters(database);
    this.ordering = new Ordering(database);
  }

  Answer list(Call call, Model model) {
    var request = call.request();
    if ((!request.parameter("format").isEmpty() && !request.parameter("format").equals("json"))
        || request.parameters().containsKey("export")) {
      return Answer.detail(404, "Not found.");
    }
    Predicate<Row> wanted;
    try {
      wanted = filters.of(model, request.parameters());
    } catch (BadFilter e) {
      throw Refusal.field(e.parameter(), e.words());
    }
    var passing = call.caller().may(database, model, "view").and(wanted);
    return release.isModern() && request.parameters().containsKey("start")
        ? fromCursor(call, model, passing)
        : page(call, model, passing);
  }

  private Answer page(Call call, Model model, Predicate<Row> passing) {
    var request = call.request();
    var limit = limit(request.parameter("limit"));
    var offset = Math.max(0, number(request.parameter("offset"), 0));
    var wanted =
        List.of(request.parameter("ordering").split(",", -1)).stream()
            .filter(n -> !n.isEmpty())
            .toList();
    var rows = database.table(model).all().stream().filter(passing);
    var all =
        Ordering.isById(wanted) ? rows.toList() : rows.sorted(ordering.of(model, wanted)).toList();
    var end = Math.min(all.size(), offset + limit);
    var body = JsonNodeFactory.instance.objectNode().put("count", all.size());
    body.put("next", end < all.size() ? link(request, limit, offset + limit) : null);
    body.put("previous", offset > 0 ? link(request, limit, Math.max(0, offset - limit)) : null);
    return shown(call, body, all.subList(Math.min(offset, end), end));
  }

  private Answer fromCursor(Call call, Model model, Predicate<Row> passing) {
    var request = call.request();
    if (request.parameters().containsKey("offset")) {
      return mutual("'start' and 'offset' are mutually exclusive.");
    }
    if (request.parameters().containsKey("ordering")) {
      return mutual("Ordering cannot be specified in conjunction with cursor-based pagination.");
    }
    var limit = limit(request.parameter("limit"));
    var rows =
        database.table(model).from(number(request.parameter("start"), 0)).stream()
            .filter(passing)
            .limit(limit)
            .toList();
    var body = JsonNodeFactory.instance.objectNode().putNull("count");
    var parameters = new TreeMap<>(request.parameters());
    parameters.put("limit", List.of(String.valueOf(limit)));
    if (rows.size() == limit) {
      parameters.put("start", List.of(String.valueOf(rows.getLast().id() + 1)));
      body.put("next", link(request, parameters));
    } else {
      body.putNull("next");
    }
    body.putNull("previous");
    return shown(call, body, rows);
  }

  private static Answer mutual(String words) {
    return Answer.json(400, JsonNodeFactory.instance.arrayNode().add(words));
  }

  private Answer shown(Call call, ObjectNode body, List<Row> rows) {
    var shape = call.shape(release.isModern());
    var results = body.putArray("results");
    rows.forEach(row -> results.add(renderer.show(row, shape)));
    return Answer.json(200, body);
  }

  /** How many rows a page holds. */
  static int limit(String parameter) {
    var wanted = number(parameter, -1);
    if (wanted < 0) {
      return DEFAULT;
    }
    return wanted == 0 ? MOST : Math.min(wanted, MOST);
  }

  private static int number(String text, int otherwise) {
    return text.matches("-?\\d{1,9}") ? Integer.parseInt(text) : otherwise;
  }

  private static String link(Request request, int limit, int offset) {
    var parameters = new TreeMap<>(request.parameters());
    parameters.put("limit", List.of(String.valueOf(limit)));
    if (offset > 0) {
      parameters.put("offset", List.of(String.valueOf(offset)));
    } else {
      parameters.remove("offset");
    }
    return link(request, parameters);
  }

  private static String link(Request request, Map<String, List<String>> parameters) {
    var query =
        parameters.entrySet().stream()
            .flatMap(e -> e.getValue().stream().map(v -> encoded(e.getKey()) + "=" + encoded(v)))
            .collect(Collectors.joining("&"));
    return request.base() + request.path() + "?" + query;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
