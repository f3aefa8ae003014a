package direttore.simulator.pve.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.RawValue;
import direttore.simulator.pve.access.AccessState;
import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.fault.PveFaults;
import direttore.simulator.pve.ha.Ha;
import direttore.simulator.pve.pool.PoolTable.Pool;
import direttore.simulator.pve.site.Site;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answers of GET /cluster/resources as text, each kept while nothing has changed and pvestatd
 * has told nothing new: ten thousand guests are a long text.
 */
final class ResourceCache {
  private static final int MOST_ANSWERS = 16;

  private final ClusterResources resources;
  private final Site site;
  private final PveFaults faults;
  private final long lagSeconds;
  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, Kept> answers = new LinkedHashMap<>();

  ResourceCache(ClusterResources resources, Site site, PveFaults faults, Duration lag) {
    this.resources = resources;
    this.site = site;
    this.faults = faults;
    this.lagSeconds = Math.max(1, lag.toSeconds());
  }

  Object list(MethodCall call) {
    var asked = call.caller().authid() + " " + call.parameters().text("type", "");
    var stamp = stamp();
    var kept = kept(asked);
    if (kept != null && kept.stamp.equals(stamp) && isYoung(kept)) {
      return kept.text;
    }
    var text = new RawValue(written(resources.list(call)));
    keep(asked, new Kept(stamp, site.now(), text));
    return text;
  }

  private boolean isYoung(Kept kept) {
    return lagSeconds == 1 ? kept.at == site.now() : kept.at > site.now() - lagSeconds;
  }

  private Stamp stamp() {
    return new Stamp(
        site.guests().version(),
        resources.toldAt(),
        faults.version(),
        site.access().state(),
        site.ha().all(),
        site.pools().all());
  }

  private synchronized @Nullable Kept kept(String asked) {
    return answers.get(asked);
  }

  private synchronized void keep(String asked, Kept kept) {
    answers.put(asked, kept);
    if (answers.size() > MOST_ANSWERS) {
      answers.remove(answers.keySet().iterator().next());
    }
  }

  private String written(List<?> rows) {
    try {
      return json.writeValueAsString(rows);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer that is no JSON", e);
    }
  }

  private record Kept(Stamp stamp, long at, RawValue text) {}

  /** What the answer depends on besides time. */
  private record Stamp(
      long guests,
      long told,
      long faults,
      AccessState access,
      List<Ha.Service> services,
      List<Pool> pools) {}
}
