package direttore.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import direttore.api.FakeAccess;
import direttore.domain.access.Grant;
import direttore.domain.access.Role;
import org.junit.jupiter.api.Test;

/** Deleting somebody for good. */
class DeletedPersonTest extends AccessFixture {
  @Test
  void theyAreOutAtOnceAndWhatTheyDidStays() {
    var anas = api.access.session(ana);
    var token = api.access.token(ana, Role.USER);
    var roots = api.access.session(root);
    post("/api/me/tokens", "{\"name\":\"t\",\"role\":\"user\",\"days\":1}", anas);

    assertThat(delete("/api/people/root", anas).status()).isEqualTo(403);
    assertThat(delete("/api/people/nobody", roots).status()).isEqualTo(404);
    assertThat(delete("/api/people/ana", roots).status()).isEqualTo(204);

    assertThat(get("/api/session", anas).status()).isEqualTo(401);
    assertThat(api.client().get("/api/session", "Authorization", "Bearer " + token).status())
        .isEqualTo(401);
    assertThat(signIn("ana", FakeAccess.PASSWORD).status()).isEqualTo(401);
    assertThat(get("/api/people/ana", roots).status()).isEqualTo(404);
    await()
        .untilAsserted(() -> assertThat(audited("person.delete")).contains("root person/ana done"));
    assertThat(audited("token.make")).singleElement().asString().startsWith("ana token/");
  }

  @Test
  void nobodyGetsTheirNameAgain() {
    var roots = api.access.session(root);
    delete("/api/people/ana", roots);

    var again =
        post(
            "/api/people",
            "{\"name\":\"ana\",\"grants\":[{\"role\":\"user\",\"scope\":\"everywhere\",\"value\":null}]}",
            roots);

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.field()).isEqualTo("name");
  }

  @Test
  void whatIsInTheWayIsSaid() {
    var roots = api.access.session(root);
    api.access.give(1042, ana);

    assertThat(delete("/api/people/ana", roots).detail()).contains("ana still has guests");
    assertThat(delete("/api/people/root", roots).detail())
        .isEqualTo("nobody deletes themselves; another administrator can");
    assertThat(get("/api/session", roots).status()).isEqualTo(200);
    api.access.person("other", Grant.everywhere(Role.ADMIN));
    assertThat(delete("/api/people/other", roots).status()).isEqualTo(204);
  }
}
