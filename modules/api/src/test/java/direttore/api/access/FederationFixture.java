package direttore.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import direttore.api.TestApi;
import direttore.api.TestClient.Answer;
import direttore.domain.Refusal;
import direttore.domain.access.Attempt;
import direttore.domain.access.AuditEntry;
import direttore.domain.access.IdentityProvider;
import direttore.domain.access.ProviderLogout;
import direttore.domain.access.Vouched;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** A server of ours beside one that vouches for people, and a browser between them. */
abstract class FederationFixture {
  static final String BEGIN = "/api/session/oidc";
  static final String BACK = BEGIN + "/callback";
  final Provider provider = new Provider();
  final TestApi api = TestApi.federated(provider);

  @AfterEach
  void stop() {
    api.close();
  }

  /** Believes every answer that says whom it is about. */
  static final class Provider implements IdentityProvider {
    @Nullable Refusal refusal;
    String subject = "1";
    String name = "ben";
    String display = "Ben Blue";
    Set<String> groups = Set.of("students");
    @Nullable String there = "first";
    @Nullable String overThere;
    @Nullable URI back;
    int asked;
    boolean another;

    @Override
    public String name() {
      return "University";
    }

    @Override
    public URI ask(Attempt attempt, URI to, boolean wanted) {
      another = wanted;
      if (refusal != null) {
        throw refusal;
      }
      back = to;
      return URI.create("https://uni.example/authorize?state=" + attempt.state().text());
    }

    @Override
    public Vouched answer(Attempt attempt, URI to, Map<String, List<String>> answer) {
      asked++;
      if (refusal != null) {
        throw refusal;
      }
      assertThat(to).isEqualTo(back);
      return said();
    }

    private Vouched said() {
      return new Vouched(
          "https://uni.example",
          subject,
          name,
          Optional.empty(),
          display,
          groups,
          new Vouched.Renewal("refresh", "id-token-of-" + there, there));
    }

    @Override
    public Vouched renew(String whose, Vouched.Renewal renewal) {
      if (refusal != null) {
        throw refusal;
      }
      if (overThere != null && overThere.equals(renewal.session())) {
        throw Refusal.NotSignedIn.wrong("University refused it: invalid_grant");
      }
      return said();
    }

    /** Believes what reads {@code id subject session}, with a dash for what is not said. */
    @Override
    public ProviderLogout signedOut(String token) {
      var parts = token.split(" ", -1);
      if (parts.length != 3) {
        throw Refusal.NotSignedIn.wrong("the answer of University is not valid");
      }
      return new ProviderLogout(
          parts[0], "https://uni.example", said(parts[1]), said(parts[2]), Instant.MAX);
    }

    private static @Nullable String said(String part) {
      return part.equals("-") ? null : part;
    }

    @Override
    public Optional<URI> leave(@Nullable String idToken, URI to) {
      return Optional.of(URI.create("https://uni.example/bye?hint=" + idToken));
    }

    @Override
    public Optional<String> trouble() {
      return Optional.empty();
    }
  }

  /** A try that a browser has begun: its cookie, and what the provider was given. */
  record Begun(String cookie, String state) {}

  Begun begin(String... headers) {
    return begun(api.client().get(BEGIN + "?return=%2Fresources%3Fq%3Dweb", headers));
  }

  static Begun begun(Answer answer) {
    assertThat(answer.status()).isEqualTo(303);
    return new Begun(
        answer.header("Set-Cookie").replaceFirst(";.*", ""),
        answer.header("Location").replaceFirst(".*state=", ""));
  }

  Answer end(Begun begun, String... headers) {
    return end(begun.cookie(), "?code=c&state=" + begun.state(), headers);
  }

  Answer end(String cookie, String query, String... headers) {
    var all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 2, headers.length);
    all[0] = "Cookie";
    all[1] = cookie;
    return api.client().get(BACK + query, all);
  }

  static String session(Answer answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(c -> c.startsWith("direttore_session="))
        .map(c -> c.replaceFirst(";.*", ""))
        .findFirst()
        .orElse("");
  }

  Answer me(Answer in) {
    return api.client().get("/api/session", "Cookie", session(in));
  }

  void nothingHappened(Answer answer) {
    assertThat(session(answer)).isEmpty();
    assertThat(api.access.people()).isEmpty();
  }

  /** The audit, once it has so many entries: each is written after its answer. */
  List<AuditEntry> audited(int entries) {
    await().until(() -> api.access.audit.size() >= entries);
    return List.copyOf(api.access.audit);
  }
}
