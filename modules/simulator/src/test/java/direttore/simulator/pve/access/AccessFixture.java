package direttore.simulator.pve.access;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import direttore.simulator.pve.schema.ApiSchema;
import direttore.simulator.pve.schema.MethodSpec;
import direttore.testkit.SettableClock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Accounts of which only root is there at first. Texts are those of the recordings of Proxmox VE
 * 9.2.
 */
abstract class AccessFixture {
  static final String KEY = "c2ltdWxhdG9yIHNpZ25pbmcga2V5IG9mIHRlc3RzISE=";
  static final Caller STUDENT = new Caller("stud@pve", null);
  static final Caller TOKEN = new Caller("stud@pve", "lab");
  final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T07:00:00Z"));

  final AccessControl access =
      new AccessControl(clock, new Lab(), () -> "secret-1", AccessState.initial("top-secret", KEY));

  void student() {
    post(
        "/access/users",
        Map.of("userid", "stud@pve", "password", "studpass1", "comment", "student"));
  }

  static Map<String, Object> token(String name, Object value) {
    return Map.of("userid", "stud@pve", "tokenid", "lab", name, value);
  }

  long now() {
    return clock.instant().getEpochSecond();
  }

  static Map<String, Object> texts(Object map) {
    var texts = new HashMap<String, Object>();
    ((Map<?, ?>) map).forEach((key, value) -> texts.put(key.toString(), value));
    return texts;
  }

  @Nullable Object post(String template, Map<String, ?> parameters) {
    return call("POST", template, parameters);
  }

  @Nullable Object put(String template, Map<String, ?> parameters) {
    return call("PUT", template, parameters);
  }

  @Nullable Object call(String verb, String template, Map<String, ?> parameters) {
    return callAs(Caller.ROOT, verb, template, parameters);
  }

  @Nullable Object callAs(Caller caller, String verb, String template, Map<String, ?> parameters) {
    var method = method(verb, template);
    return access.answer(method, caller, method.check(parameters));
  }

  static MethodSpec method(String verb, String template) {
    return Objects.requireNonNull(ApiSchema.pve().find(verb, template));
  }

  static AccessDenied refusal(Runnable call) {
    return Objects.requireNonNull(catchThrowableOfType(AccessDenied.class, call::run));
  }

  /** Pool lab1 holds guest 100. */
  static final class Lab implements Pools {
    @Override
    public Set<String> names() {
      return Set.of("lab1");
    }

    @Override
    public @Nullable String ofGuest(int vmid) {
      return vmid == 100 ? "lab1" : null;
    }

    @Override
    public Set<String> ofStorage(String storage) {
      return Set.of();
    }

    @Override
    public List<String> members(String pool) {
      return List.of("/vms/100");
    }
  }
}
