package direttore.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.FakeAccess;
import direttore.api.TestApi;
import direttore.api.TestClient.Answer;
import direttore.api.proxy.AddressBlock;
import direttore.api.proxy.TrustedProxies;
import direttore.domain.access.Grant;
import direttore.domain.access.Person;
import direttore.domain.access.Role;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guessing from many addresses, and whom it does not slow down. */
class GuessingTest {
  private static final String HOME = "192.0.2.7";
  private final TestApi api =
      TestApi.guarded(new TrustedProxies(List.of(AddressBlock.parse("127.0.0.0/8").orElseThrow())));
  private final Person ana = api.access.person("ana", Grant.everywhere(Role.USER));

  @AfterEach
  void stop() {
    api.close();
  }

  private Answer byPassword(String name, String password, String address) {
    return api.client()
        .post(
            "/api/session",
            "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(name, password),
            "X-Forwarded-For",
            address);
  }

  private Answer byLink(String link, String address) {
    return api.client()
        .post(
            "/api/session/link",
            "{\"token\":\"%s\",\"password\":\"nine grey geese fly\"}".formatted(link),
            "X-Forwarded-For",
            address);
  }

  @Test
  void strangersWhoGuessLinksDoNotSlowDownTheInvited() {
    for (int i = 0; i < 120; i++) {
      assertThat(byLink("guess-" + i, "198.51.100." + i).status()).isEqualTo(401);
    }

    assertThat(byLink(api.access.link(ana), HOME).status()).isEqualTo(200);
  }

  @Test
  void whoAsksForManyLinksMustWait() {
    for (int i = 0; i < 30; i++) {
      assertThat(check("guess-" + i, HOME).status()).isEqualTo(401);
    }

    assertThat(check("guess-30", HOME).problem()).isEqualTo("throttled");
    assertThat(check(api.access.link(ana), "198.51.100.1").status()).isEqualTo(204);
  }

  private Answer check(String link, String address) {
    return api.client()
        .post(
            "/api/session/link/check",
            "{\"token\":\"%s\"}".formatted(link),
            "X-Forwarded-For",
            address);
  }

  @Test
  void strangersWhoGuessAPasswordDoNotKeepTheOwnerOut() {
    // Opened by an earlier process, as it were: this one has seen nobody come in.
    api.access.session(ana);
    for (int i = 0; i < 100; i++) {
      assertThat(byPassword("ana", "guess number " + i, "198.51.100." + i).status()).isEqualTo(401);
    }

    assertThat(byPassword("ana", FakeAccess.PASSWORD, "203.0.113.1").problem())
        .isEqualTo("throttled");
    assertThat(byPassword("ana", FakeAccess.PASSWORD, HOME).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ana from 192.0.2.7", "@192.0.2.7", "Pair[account=ana, address=192.0.2.7]"})
  void aNameLikeSomethingElseThatIsCountedKeepsNobodyOut(String name) {
    for (int i = 0; i < 40; i++) {
      byPassword(name, "x", "198.51.100." + i);
    }

    assertThat(byPassword("ana", FakeAccess.PASSWORD, HOME).status()).isEqualTo(200);
  }

  @Test
  void whoGuessesManyLinksIsSlowedDown() {
    for (int i = 0; i < 30; i++) {
      assertThat(byLink("guess-" + i, HOME).status()).isEqualTo(401);
    }

    assertThat(byLink("guess-again", HOME).problem()).isEqualTo("throttled");
    assertThat(byLink(api.access.link(ana), "192.0.2.8").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ana", "nobody", "../ana"})
  void evenTheFirstTryTakesAsLongForNobodyAsForSomebody(String name) {
    assertThat(api.access.slow).as("at the start").isEmpty();

    byPassword(name, "not this one, no", HOME);
    byPassword(name, "nor this one either", HOME);

    assertThat(api.access.slow).containsExactly("hash", "match", "match");
  }
}
