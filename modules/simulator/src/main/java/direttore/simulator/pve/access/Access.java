package direttore.simulator.pve.access;

import direttore.simulator.pve.schema.MethodSpec;
import direttore.simulator.pve.schema.Parameters;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Access control of the cluster: who calls, and what may they do. Safe for many threads. */
public final class Access {
  private final AccessState state;

  /**
   * @param secrets makes the secret of a new token (a random UUID)
   */
  public Access(Clock clock, Pools pools, Supplier<String> secrets, AccessState state) {
    this.state = state;
  }

  /**
   * Who calls, by what the request shows.
   *
   * @param cookie the value of {@code PVEAuthCookie}, URL-decoded
   * @param authorization the header {@code Authorization}
   * @param csrf the header {@code CSRFPreventionToken}
   * @throws Refusal 401
   */
  public Caller authenticate(
      String verb, @Nullable String cookie, @Nullable String authorization, @Nullable String csrf) {
    return Caller.ROOT;
  }

  /**
   * Checks that the caller may call the method: tokens allowed, then the permission rule.
   *
   * @param parameters path, query and body parameters as sent, not yet validated
   * @throws Refusal 403
   */
  public void authorize(MethodSpec method, Caller caller, Map<String, ?> parameters) {}

  /** Has the caller all these privileges on that access path ({@code /vms/100})? */
  public boolean allows(Caller caller, String path, String... privileges) {
    return caller.isRoot();
  }

  /** Has the caller one of these privileges on that access path? */
  public boolean allowsAny(Caller caller, String path, String... privileges) {
    return caller.isRoot();
  }

  /**
   * Checks further privileges from within a method.
   *
   * @throws Refusal 403 naming path and privileges
   */
  public void require(Caller caller, String path, String... privileges) {}

  /**
   * Carries out a method below {@code /access}.
   *
   * @return what stands under {@code data}: maps, lists, strings, numbers or null
   * @throws Refusal 401, 403 or 500
   */
  public @Nullable Object answer(
      MethodSpec method, @Nullable Caller caller, Parameters parameters) {
    return null;
  }

  /** Everything, to be kept. */
  public AccessState state() {
    return state;
  }
}
