package direttore.api.access;

import direttore.api.TestApi;
import direttore.api.TestClient.Answer;
import direttore.domain.access.Grant;
import direttore.domain.access.Person;
import direttore.domain.access.Role;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** A server where root manages people, ana has guests of her own, and both sign in. */
abstract class AccessFixture {
  static final String COOKIE = "direttore_session=";
  final TestApi api = TestApi.guarded();
  final Person root = api.access.person("root", Grant.everywhere(Role.ADMIN));
  final Person ana = api.access.person("ana", Grant.everywhere(Role.USER));

  @AfterEach
  void stop() {
    api.close();
  }

  String origin() {
    return "http://127.0.0.1:" + api.port();
  }

  Answer signIn(String name, String password, String... headers) {
    return api.client()
        .post(
            "/api/session",
            "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(name, password),
            headers);
  }

  static String secret(Answer answer) {
    return answer.header("Set-Cookie").replaceFirst(";.*", "").replaceFirst("^[^=]*=", "");
  }

  Answer get(String path, String session) {
    return api.client().get(path, "Cookie", COOKIE + session);
  }

  Answer post(String path, String body, String session) {
    // No worker will ever begin what is ordered here.
    return api.client()
        .post(path, body, "Cookie", COOKIE + session, "Origin", origin(), "Prefer", "wait=0");
  }

  Answer delete(String path, String session) {
    return api.client().send("DELETE", path, null, "Cookie", COOKIE + session, "Origin", origin());
  }

  String token(Person person, Role role) {
    return "Bearer " + api.access.token(person, role);
  }

  List<String> audited(String action) {
    return api.access.audit.stream()
        .filter(e -> e.action().equals(action))
        .map(e -> e.who() + " " + e.target() + " " + e.outcome().wire())
        .toList();
  }
}
