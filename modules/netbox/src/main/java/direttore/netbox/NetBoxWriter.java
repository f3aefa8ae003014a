package direttore.netbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import direttore.domain.inventory.SourceObject;
import direttore.domain.system.SystemFailure;
import direttore.domain.system.SystemFailure.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * NetBox as it is written to. Each request is sent once. What may have been done though no answer
 * came is looked for; where it is not found, that is {@code AnswerLost}, as it may still come.
 *
 * <p>Only what is ours is changed or deleted, and only in the state that the caller has seen:
 * whoever else changed it meanwhile is never overwritten. All failures are {@link SystemFailure}s.
 */
public final class NetBoxWriter {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final NetBoxApi api;
  private final Predicate<SourceObject> ours;
  private final Marked marked;

  NetBoxWriter(NetBoxApi api, Predicate<SourceObject> ours) {
    this.api = api;
    this.ours = ours;
    this.marked = new Marked(api);
  }

  /** What NetBox has there now; {@code Absent} where it has nothing, or nothing that we may see. */
  public SourceObject read(Model model, long id) {
    return NetBox.object(api.get(model.path(id), Map.of()));
  }

  /** The one in whose description the key stands; empty where there is none yet. */
  public Optional<SourceObject> find(Model model, UUID key) {
    return marked.find(model, key).map(NetBox::object);
  }

  /**
   * Makes one.
   *
   * @param key which its description holds, by which it is found again
   * @param fields as NetBox is written to
   */
  public SourceObject create(
      Model model, UUID key, Map<String, ? extends @Nullable Object> fields) {
    return made(model, key, model.path(), Marked.holding(key, json(fields)));
  }

  /**
   * Makes several in one request: all of them, or none.
   *
   * @param fields as NetBox is written to, each with the key that its description holds
   */
  public List<SourceObject> createAll(
      Model model, Map<UUID, ? extends Map<String, ? extends @Nullable Object>> fields) {
    if (fields.isEmpty()) {
      return List.of();
    }
    var bodies = JSON.createArrayNode();
    fields.forEach((key, each) -> bodies.add(Marked.holding(key, json(each))));
    return sentAll(model, fields.keySet(), bodies).stream().map(NetBox::object).toList();
  }

  /** Where the answer is lost, either all of them come or none. */
  private List<JsonNode> sentAll(Model model, Set<UUID> keys, ArrayNode bodies) {
    try {
      return api.send("POST", model.path(), bodies, Map.of()).json().valueStream().toList();
    } catch (NetBoxFailure e) {
      if (e.kind() instanceof Kind.AnswerLost) {
        return keys.stream().map(key -> marked.await(model, key).orElseThrow(() -> e)).toList();
      }
      throw e;
    }
  }

  /**
   * Takes the next address of a prefix that NetBox holds free: it knows no gateway, and of ranges
   * it leaves out only those marked as populated, so whoever asks must look at what is given.
   *
   * @return empty where there is none left
   */
  public Optional<SourceObject> takeNext(
      long prefix, UUID key, Map<String, ? extends @Nullable Object> fields) {
    var path = "ipam/prefixes/%d/available-ips/".formatted(prefix);
    try {
      return Optional.of(made(Model.ADDRESS, key, path, Marked.holding(key, json(fields))));
    } catch (NetBoxFailure e) {
      if (e.kind() instanceof Kind.WrongState) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private SourceObject made(Model model, UUID key, String path, ObjectNode fields) {
    var made = sent(model, key, path, fields);
    var dropped = Difference.dropped(made, fields);
    if (dropped.isEmpty()) {
      return NetBox.object(made);
    }
    api.send("DELETE", model.path(NetBox.object(made).id()), null, Map.of());
    throw incomplete(model, dropped);
  }

  private JsonNode sent(Model model, UUID key, String path, ObjectNode fields) {
    try {
      return api.send("POST", path, fields, Map.of()).json();
    } catch (NetBoxFailure e) {
      if (e.kind() instanceof Kind.AnswerLost) {
        return marked.await(model, key).orElseThrow(() -> e);
      }
      throw e;
    }
  }

  /**
   * Changes an object of ours; sends nothing where it is so already.
   *
   * @param seen as it was when that was decided
   */
  public SourceObject change(
      Model model, SourceObject seen, Map<String, ? extends @Nullable Object> fields) {
    var now = unchanged(model, seen);
    var difference = Difference.of(now.json(), json(fields));
    if (difference.isEmpty()) {
      return NetBox.object(now.json());
    }
    var patched = patch(model, seen.id(), difference, now);
    return patched.settled(
        model,
        patched.lost() == null
            ? Difference.dropped(patched.now(), difference)
            : Difference.names(Difference.of(patched.now(), difference)));
  }

  /**
   * Puts tags on an object of ours and takes others off. Those that somebody else put there stay.
   *
   * @param add slugs
   * @param remove slugs
   */
  public SourceObject tag(Model model, SourceObject seen, Set<String> add, Set<String> remove) {
    var now = unchanged(model, seen);
    var tags = new TagChange(now.json().path("tags"), add, remove);
    if (tags.isEmpty()) {
      return NetBox.object(now.json());
    }
    var patched = patch(model, seen.id(), tags.body(now.release()), now);
    var still = new TagChange(patched.now().path("tags"), add, remove);
    return patched.settled(model, still.isEmpty() ? List.of() : List.of("its tags"));
  }

  /**
   * An object after it was asked to be changed.
   *
   * @param lost why no answer said so; null where one did
   */
  private record Patched(JsonNode now, @Nullable NetBoxFailure lost) {
    SourceObject settled(Model model, List<String> missing) {
      if (missing.isEmpty()) {
        return NetBox.object(now);
      }
      throw lost == null ? incomplete(model, missing) : lost;
    }
  }

  private Patched patch(Model model, long id, ObjectNode fields, Reply now) {
    try {
      return new Patched(api.send("PATCH", model.path(id), fields, match(now)).json(), null);
    } catch (NetBoxFailure e) {
      if (e.kind() instanceof Kind.AnswerLost) {
        return new Patched(api.get(model.path(id), Map.of()), e);
      }
      throw e;
    }
  }

  /** Deletes an object of ours, with what NetBox deletes along with it; gone already is well. */
  public void delete(Model model, SourceObject seen) {
    try {
      api.send("DELETE", model.path(seen.id()), null, match(unchanged(model, seen)));
    } catch (NetBoxFailure e) {
      var lost = e.kind() instanceof Kind.AnswerLost;
      if (!(e.kind() instanceof Kind.Absent || (lost && isGone(model, seen.id())))) {
        throw e;
      }
    }
  }

  private boolean isGone(Model model, long id) {
    try {
      read(model, id);
      return false;
    } catch (NetBoxFailure e) {
      if (e.kind() instanceof Kind.Absent) {
        return true;
      }
      throw e;
    }
  }

  /** It as it is now, which must be ours and as it was seen. */
  private Reply unchanged(Model model, SourceObject seen) {
    var reply = api.reply(model.path(seen.id()), Map.of());
    var now = NetBox.object(reply.json());
    if (!ours.test(now)) {
      throw new NetBoxFailure(
          new Kind.WrongState(),
          "%s %d of NetBox is not ours to change".formatted(model, seen.id()));
    }
    if (now.lastUpdated() == null || !now.lastUpdated().equals(seen.lastUpdated())) {
      throw new NetBoxFailure(
          new Kind.WrongState(),
          "somebody else changed %s %d of NetBox meanwhile".formatted(model, seen.id()));
    }
    return reply;
  }

  private static Map<String, String> match(Reply now) {
    return now.state().map(state -> Map.of("If-Match", state)).orElse(Map.of());
  }

  private static NetBoxFailure incomplete(Model model, List<String> dropped) {
    return new NetBoxFailure(
        new Kind.Refused(),
        "NetBox would have %s without %s".formatted(model, String.join(", ", dropped)));
  }

  private static ObjectNode json(Map<String, ? extends @Nullable Object> fields) {
    return JSON.valueToTree(fields);
  }
}
