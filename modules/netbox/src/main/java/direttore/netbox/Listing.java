package direttore.netbox;

import com.fasterxml.jackson.databind.JsonNode;
import direttore.domain.system.SystemFailure.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a list, in ascending order of their ids, page by page. Each page begins after the
 * last id of the one before. NetBox's own way, by offsets, shows a row twice or never where another
 * comes or goes meanwhile (netbox-sync 543).
 *
 * <p>NetBox ignores a filter that it does not know and answers with everything, so each row is
 * looked at: what does not fit makes the whole answer unknown.
 */
final class Listing {
  private static final int PAGE = 250;

  private final NetBoxApi api;
  private final String path;
  private final Map<String, String> query;
  private final int pageSize;
  private long last;
  private boolean more = true;

  /**
   * @param after the id after which it begins; zero for all
   */
  Listing(NetBoxApi api, String path, Map<String, String> query, int pageSize, long after) {
    this.api = api;
    this.path = path;
    this.query = query;
    this.pageSize = pageSize;
    this.last = after;
  }

  /** All rows, each of which must fit what was asked for. */
  static List<JsonNode> whole(
      NetBoxApi api, String path, Map<String, String> query, Predicate<JsonNode> fits) {
    var listing = new Listing(api, path, query, PAGE, 0);
    var rows = new ArrayList<JsonNode>();
    while (listing.hasMore()) {
      rows.addAll(listing.next());
    }
    if (!rows.stream().allMatch(fits)) {
      throw listing.unsure("it was asked for %s and lists more".formatted(query));
    }
    return rows;
  }

  /** Whether there may be another page. */
  boolean hasMore() {
    return more;
  }

  /** The next rows; none where there are no more. */
  List<JsonNode> next() {
    var page = api.get(path, asked());
    if (doubt(page) != null) {
      // It counts and reads one after the other, and what comes between the two looks odd once.
      page = api.get(path, asked());
    }
    var doubt = doubt(page);
    if (doubt != null) {
      throw unsure(doubt);
    }
    var rows = rows(page);
    rows.forEach(this::inOrder);
    more = page.path("next").isTextual();
    return rows;
  }

  private static List<JsonNode> rows(JsonNode page) {
    return page.path("results").valueStream().toList();
  }

  /** Why the page is not whole; null where it is. */
  private static @Nullable String doubt(JsonNode page) {
    if (!page.path("results").isArray() || !page.path("count").isIntegralNumber()) {
      return "it is not paged as NetBox does";
    }
    var count = page.path("count").asLong();
    var shown = rows(page).size();
    var whole = page.path("next").isTextual() ? shown > 0 && shown <= count : shown == count;
    return whole ? null : "it counts %d rows, and shows %d".formatted(count, shown);
  }

  private Map<String, String> asked() {
    var asked = new TreeMap<>(query);
    asked.put("ordering", "id");
    asked.put("limit", String.valueOf(pageSize));
    if (last > 0) {
      asked.put("id__gt", String.valueOf(last));
    }
    return asked;
  }

  private void inOrder(JsonNode row) {
    var id = row.path("id").asLong();
    if (id <= last) {
      throw unsure("row %d comes after row %d".formatted(id, last));
    }
    last = id;
  }

  /** The list cannot be relied on, so nothing may be concluded from what is not in it. */
  NetBoxFailure unsure(String why) {
    return new NetBoxFailure(
        new Kind.Unreachable(),
        "what NetBox lists at /api/%s is not certain: %s".formatted(path, why));
  }
}
