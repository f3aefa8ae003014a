package direttore.netbox;

import com.fasterxml.jackson.databind.JsonNode;
import direttore.domain.inventory.Answer;
import direttore.domain.inventory.InventorySource;
import direttore.domain.inventory.Kind;
import direttore.domain.inventory.SourceChange;
import direttore.domain.inventory.SourceObject;
import direttore.domain.inventory.SourceStatus;
import direttore.domain.system.SystemFailure;
import direttore.domain.time.Time;
import direttore.transport.Trust;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** NetBox over its REST API. */
public final class NetBox implements InventorySource, AutoCloseable {
  /** NetBox's own most, unless somebody set it lower; what it gives less it says so. */
  private static final int MANY = 1000;

  /** Of objects that are read whole: with its context, a device is about 2.5 KiB, or much more. */
  private static final int FEW = 250;

  private static final List<String> ALWAYS =
      List.of("id", "url", "display", "created", "last_updated");

  private final URI address;
  private final NetBoxApi api;

  /**
   * @param address where NetBox is, with {@code /api} at its end or without
   */
  public NetBox(URI address, NetBoxToken token, Trust trust, NetBoxPatience patience, Time time) {
    this.address = URI.create(address.toString().replaceFirst("/+(api/*)?$", ""));
    this.api = new NetBoxApi(this.address, token, trust, patience, time);
  }

  /**
   * What writes to it.
   *
   * @param ours what is there by us, and may be changed and deleted
   */
  public NetBoxWriter writer(Predicate<SourceObject> ours) {
    return new NetBoxWriter(api, ours);
  }

  /** Addresses as they are held and given back there. */
  public NetBoxAddresses addresses() {
    return new NetBoxAddresses(api);
  }

  /** Guests as they are recorded there. */
  public NetBoxGuests guests() {
    return new NetBoxGuests(api);
  }

  /** What makes tags and custom fields there. */
  public Definitions definitions() {
    return new Definitions(api);
  }

  @Override
  public URI address() {
    return address;
  }

  @Override
  public Answer<SourceStatus> status() {
    return answer(() -> {
      var version = api.get(Paths.STATUS, Map.of()).path("netbox-version").asText();
      if (version.isBlank()) {
        throw new NetBoxFailure(
            new SystemFailure.Kind.Refused(), "what answers does not say that it is NetBox");
      }
      return new SourceStatus(version);
    });
  }

  @Override
  public Answer<Long> all(Kind kind, Consumer<List<SourceObject>> pages) {
    return pages(list(kind, Map.of()), NetBox::object, pages);
  }

  @Override
  public Answer<Long> since(Kind kind, Instant stamp, Consumer<List<SourceObject>> pages) {
    var listing = list(kind, Map.of("last_updated__gte", stamp.toString()));
    return pages(
        listing,
        row -> {
          var object = object(row);
          var updated = object.lastUpdated();
          if (updated == null || updated.isBefore(stamp)) {
            throw listing.unsure("it was asked for changes and lists more");
          }
          return object;
        },
        pages);
  }

  @Override
  public Answer<Long> ids(Kind kind, Consumer<List<Long>> pages) {
    var listing = new Listing(api, Paths.of(kind), Map.of("fields", "id"), MANY, 0);
    return pages(listing, row -> row.path("id").asLong(), pages);
  }

  @Override
  public Answer<SourceObject> one(Kind kind, long id) {
    return answer(() -> {
      var object = object(api.get(Paths.of(kind) + id + "/", fields(kind)));
      if (object.id() != id) {
        throw new NetBoxFailure(
            new SystemFailure.Kind.Unreachable(),
            "NetBox was asked for %s %d and answers with %d"
                .formatted(kind.type(), id, object.id()));
      }
      return object;
    });
  }

  @Override
  public Answer<Long> newestChange() {
    var newest = Map.of("ordering", "-id", "limit", "1", "fields", "id");
    return answer(() -> api.get(Paths.CHANGES, newest).path("results").path(0).path("id").asLong());
  }

  @Override
  public Answer<List<SourceChange>> changes(long after) {
    var fields = "id,time,action,changed_object_type,changed_object_id";
    var listing = new Listing(api, Paths.CHANGES, Map.of("fields", fields), CHANGES, after);
    return answer(() -> listing.next().stream().map(NetBox::change).toList());
  }

  private Listing list(Kind kind, Map<String, String> filters) {
    var query = new HashMap<>(filters);
    query.putAll(fields(kind));
    return new Listing(api, Paths.of(kind), query, kind.fields().isEmpty() ? FEW : MANY, 0);
  }

  private static Map<String, String> fields(Kind kind) {
    return kind.fields().isEmpty()
        ? Map.of()
        : Map.of(
            "fields",
            Stream.concat(ALWAYS.stream(), kind.fields().stream())
                .collect(Collectors.joining(",")));
  }

  /** Hands pages over, outside of what turns failures into answers: a consumer's are its own. */
  private static <T> Answer<Long> pages(
      Listing listing, Function<JsonNode, T> form, Consumer<List<T>> pages) {
    long handedOver = 0;
    while (listing.hasMore()) {
      switch (answer(() -> listing.next().stream().map(form).toList())) {
        case Answer.Known<List<T>>(var page) -> {
          handedOver += page.size();
          if (!page.isEmpty()) {
            pages.accept(page);
          }
        }
        case Answer.Unknown<List<T>>(var why) -> {
          return new Answer.Unknown<>(why);
        }
      }
    }
    return new Answer.Known<>(handedOver);
  }

  private static <T> Answer<T> answer(Supplier<T> read) {
    try {
      return new Answer.Known<>(read.get());
    } catch (NetBoxFailure e) {
      return new Answer.Unknown<>(e);
    }
  }

  static SourceObject object(JsonNode row) {
    var stamp = row.path("last_updated");
    return new SourceObject(
        id(row, "id"), stamp.isTextual() ? instant(stamp) : null, row.toString());
  }

  static SourceChange change(JsonNode row) {
    return new SourceChange(
        id(row, "id"),
        instant(row.path("time")),
        row.path("changed_object_type").asText(),
        id(row, "changed_object_id"),
        action(row.path("action").path("value").asText()));
  }

  private static SourceChange.Action action(String word) {
    try {
      return SourceChange.Action.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw odd("an action " + word, e);
    }
  }

  private static long id(JsonNode row, String field) {
    var id = row.path(field).asLong();
    if (id < 1) {
      throw odd("a row without " + field, null);
    }
    return id;
  }

  private static Instant instant(JsonNode text) {
    try {
      return Instant.parse(text.asText());
    } catch (DateTimeException e) {
      throw odd("a time " + text, e);
    }
  }

  private static NetBoxFailure odd(String what, @Nullable Throwable cause) {
    return new NetBoxFailure(
        new SystemFailure.Kind.Unreachable(), "NetBox answers with %s".formatted(what), cause);
  }

  @Override
  public void close() {
    api.close();
  }
}
