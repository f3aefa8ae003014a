package direttore.api.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.Contract;
import direttore.api.TestApi;
import direttore.api.TestClient.Answer;
import direttore.api.http.Route;
import direttore.domain.access.Grant;
import direttore.domain.access.Right;
import direttore.domain.access.Role;
import io.helidon.http.Method;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Every operation of the contract, tried by nobody and by each role. */
@TestInstance(Lifecycle.PER_CLASS)
class RouteWalkTest {
  /** What each role may do, said once more and apart from the code that decides it. */
  private static final Map<String, Role> LEAST =
      Map.ofEntries(
          Map.entry("see", Role.VIEWER),
          Map.entry("make-guests", Role.USER),
          Map.entry("change-guests", Role.USER),
          Map.entry("book", Role.USER),
          Map.entry("approve", Role.OPERATOR),
          Map.entry("blackout", Role.OPERATOR),
          Map.entry("manage-resources", Role.OPERATOR),
          Map.entry("manage-webhooks", Role.OPERATOR),
          Map.entry("run-jobs", Role.OPERATOR),
          Map.entry("manage-people", Role.ADMIN),
          Map.entry("read-audit", Role.ADMIN));

  private static final Set<String> BROWSERS_ONLY =
      Set.of("password.change", "session.end", "token.make", "token.revoke", "feed.make");

  /** The only address that does something when it is got: a browser comes back to it. */
  private static final String LANDING = "/api/session/oidc/callback";

  private final TestApi api = TestApi.guarded();
  private final Contract contract = new Contract();
  private final Map<Role, String> tokens = new EnumMap<>(Role.class);

  @BeforeAll
  void people() {
    for (var role : Role.values()) {
      var person = api.access.person(role.wire(), Grant.everywhere(role));
      tokens.put(role, api.access.token(person, role));
    }
    // So that what decides for the user is the route and not whose guest it is.
    api.access.give(100, api.access.now("user"));
    api.access.give(200, api.access.now("user"));
  }

  @AfterAll
  void stop() {
    api.close();
  }

  @Test
  void eachOperationSaysWhatItNeedsAsTheContractDoes() {
    for (var route : api.api().table().routes()) {
      assertThat(right(route))
          .as(route.method() + " " + route.path())
          .isEqualTo(route.need().wire());
    }
  }

  @Test
  void eachRightHasItsLeastRole() {
    assertThat(LEAST.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Right.values()).map(Right::wire).toList());
  }

  @Test
  void eachWriteIsKeptInTheAuditUnderAName() {
    for (var route : api.api().table().routes()) {
      assertThat(route.action().isEmpty())
          .as(route.method() + " " + route.path())
          .isEqualTo(route.method().equals(Method.GET) && !route.path().equals(LANDING));
    }
  }

  @TestFactory
  Stream<DynamicTest> nobodyComesInWhereASignInIsNeeded() {
    return api.api().table().routes().stream()
        .filter(route -> !route.path().equals("/api/events"))
        .map(route ->
            DynamicTest.dynamicTest(
                route.method() + " " + route.path(),
                () -> {
                  var answer = send(route, "");
                  if (right(route).equals("none")) {
                    assertThat(answer.status()).isNotIn(401, 403);
                  } else {
                    assertThat(answer.status()).isEqualTo(401);
                    assertThat(answer.problem()).isEqualTo("not-signed-in");
                  }
                }));
  }

  @TestFactory
  Stream<DynamicTest> eachRoleDoesWhatItMayAndNoMore() {
    return api.api().table().routes().stream()
        .filter(route -> !route.path().equals("/api/events"))
        .flatMap(route ->
            Arrays.stream(Role.values())
                .map(role ->
                    DynamicTest.dynamicTest(
                        "%s %s as %s".formatted(route.method(), route.path(), role.wire()),
                        () -> tried(route, role))));
  }

  private void tried(Route route, Role role) {
    var answer = send(route, tokens.getOrDefault(role, ""));
    var right = right(route);
    assertThat(answer.status()).isNotEqualTo(401).isLessThan(500);
    if (right.equals("none") || right.equals("any") || role.covers(least(right))) {
      // A token never changes how its owner signs in: that is no matter of role.
      if (BROWSERS_ONLY.contains(route.action())) {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().has("right")).isFalse();
      } else {
        assertThat(answer.status()).as(answer.body()).isNotEqualTo(403);
      }
    } else {
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.problem()).isEqualTo("forbidden");
      assertThat(answer.json().path("right").asText()).isEqualTo(right);
      assertThat(answer.detail()).contains("takes the role " + least(right).wire());
    }
  }

  private Answer send(Route route, String token) {
    var path =
        route
            .path()
            .replace("{node}", "pve1")
            .replace("{vmid}", route.path().contains("/lxc/") ? "200" : "100")
            .replace("{action}", "reboot")
            .replace("{snapshot}", "before")
            // Those who walk need their tokens.
            .replace("{person}", takesAway(route) ? "nobody" : "viewer")
            .replace("{team}", "nobody")
            .replace("{file}", "none.js")
            .replace("{secret}", "nobodys-secret-address")
            .replace("{delivery}", "00000000-0000-0000-0000-000000000001")
            .replace("{upid}", "UPID:pve1:00000001:00000001:68E0A1B2:qmstart:100:root@pam:")
            .replace("{id}", "00000000-0000-0000-0000-000000000001");
    var body =
        Set.of(Method.POST, Method.PUT, Method.PATCH).contains(route.method())
            ? "{}".getBytes(UTF_8)
            : null;
    var headers =
        token.isEmpty()
            ? new String[] {"Content-Type", "application/json"}
            : new String[] {"Content-Type", "application/json", "Authorization", "Bearer " + token};
    return api.client().send(route.method().text(), path, body, headers);
  }

  @Test
  void conditionalRoutesAreThoseOfTheContract() {
    for (var route : api.api().table().routes()) {
      var operation = contract.document().at(Contract.operation(route));
      assertThat(operation.path("parameters").toString().contains("/IfMatch"))
          .as(route.method() + " " + route.path())
          .isEqualTo(route.conditional());
      assertThat(operation.path("responses").has("412")).isEqualTo(route.conditional());
    }
  }

  private static boolean takesAway(Route route) {
    return route.action().endsWith("-tokens") || route.action().equals("person.delete");
  }

  private static Role least(String right) {
    return LEAST.getOrDefault(right, Role.ADMIN);
  }

  private String right(Route route) {
    return contract.document().at(Contract.operation(route)).path("x-right").asString("");
  }
}
