package direttore.api.guard;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.RawConnection;
import direttore.api.TestApi;
import direttore.api.TestClient;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What attackers send. Each is refused with a problem document or by closing the connection, and
 * what they hide behind it is never taken for a request.
 */
class HostileTest {
  private static TestApi api;

  @BeforeAll
  static void start() {
    api = new TestApi();
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @ParameterizedTest
  @MethodSource({
    "direttore.api.guard.HostileHeads#all",
    "direttore.api.guard.HostileBodies#all",
  })
  void isRefused(HostileCase hostile) {
    var before = api.operations.count();

    var sent = RawConnection.exchange(api.port(), hostile.text());

    var answers =
        RawConnection.answers(sent).stream().filter(answer -> answer.status() != 100).toList();
    assertThat(answers).as(sent).hasSizeLessThanOrEqualTo(1);
    for (var answer : answers) {
      assertThat(answer.status()).as(sent).isBetween(400, 499);
      assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(answer.header("X-Request-Id")).isNotEmpty();
      var problem = TestClient.json(new String(answer.body().getBytes(ISO_8859_1), ISO_8859_1));
      assertThat(problem.path("title").asText()).isNotEmpty();
      assertThat(problem.path("detail").asText()).isNotEmpty();
      assertThat(problem.path("instance").asText())
          .isEqualTo("urn:direttore:request:" + answer.header("X-Request-Id"));
    }
    assertThat(sent).doesNotContain("canary");
    assertThat(api.operations.count()).isEqualTo(before);
  }

  @Test
  void areMoreThanThreeHundred() {
    var names =
        Stream.concat(HostileHeads.all(), HostileBodies.all()).map(HostileCase::name).toList();

    assertThat(names).hasSizeGreaterThan(300).doesNotHaveDuplicates();
  }
}
