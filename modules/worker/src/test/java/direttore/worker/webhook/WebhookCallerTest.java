package direttore.worker.webhook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import direttore.domain.time.Time;
import direttore.domain.webhook.AddressRule;
import direttore.domain.webhook.Deliveries.DueDelivery;
import direttore.domain.webhook.Signature;
import direttore.domain.webhook.WebhookUrl;
import direttore.worker.webhook.WebhookCaller.Answer;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookCallerTest {
  private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
  private static final Time TIME = Time.of(Clock.fixed(NOW, ZoneOffset.UTC));
  private static final UUID ID = new UUID(0, 7);
  private static final String BODY = "{\"kind\":\"reservation.ending\",\"title\":\"Füchse\"}";

  private final WireMockServer receiver =
      new WireMockServer(WireMockConfiguration.options().dynamicPort());

  @BeforeEach
  void listen() {
    receiver.start();
  }

  @AfterEach
  void stop() {
    receiver.stop();
  }

  private DueDelivery delivery(String host) {
    return new DueDelivery(
        ID,
        new UUID(0, 8),
        WebhookUrl.parse("http://%s:%d/hooks/7?room=a%%20b".formatted(host, receiver.port())),
        "reservation.ending",
        BODY,
        1,
        "whsec_x");
  }

  private void answers(ResponseDefinitionBuilder answer) {
    receiver.stubFor(post(anyUrl()).willReturn(answer));
  }

  private static Answer call(boolean all, DueDelivery delivery) {
    return call(all, delivery, InetAddress::getAllByName, Duration.ofSeconds(20));
  }

  private static Answer call(
      boolean all, DueDelivery delivery, WebhookCaller.Hosts hosts, Duration patience) {
    try (var caller = new WebhookCaller(new AddressRule(all), hosts, patience, TIME)) {
      return caller.call(delivery);
    }
  }

  private Answer hasty() {
    return call(true, delivery("localhost"), InetAddress::getAllByName, Duration.ofSeconds(1));
  }

  private Answer call(boolean all, WebhookCaller.Hosts hosts, Duration patience) {
    return call(all, delivery("hooks.example"), hosts, patience);
  }

  @Test
  void sendsTheBodySigned() {
    answers(aResponse().withStatus(204));

    assertThat(call(true, delivery("localhost"))).isEqualTo(new Answer(true, "Answered 204."));

    receiver.verify(
        postRequestedFor(urlEqualTo("/hooks/7?room=a%20b"))
            .withRequestBody(equalTo(BODY))
            .withHeader("Content-Type", equalTo("application/json"))
            .withHeader("X-Direttore-Event", equalTo("reservation.ending"))
            .withHeader("X-Direttore-Delivery", equalTo(ID.toString()))
            .withHeader("X-Direttore-Signature", equalTo(Signature.of("whsec_x", NOW, BODY))));
  }

  @Test
  void tellsWhatWasAnsweredInstead() {
    answers(aResponse().withStatus(500).withBody("out\nof\u0007 order" + "!".repeat(5000)));

    var answer = call(true, delivery("localhost"));

    assertThat(answer.arrived()).isFalse();
    assertThat(answer.words()).startsWith("Answered 500: out of order!!").hasSizeLessThan(220);
  }

  @Test
  void followsNoRedirect() {
    answers(aResponse().withStatus(302).withHeader("Location", "/elsewhere"));

    assertThat(call(true, delivery("localhost")))
        .isEqualTo(new Answer(false, "Answered 302; redirects are not followed."));
    receiver.verify(0, postRequestedFor(urlEqualTo("/elsewhere")));
  }

  @Test
  void doesNotWaitForever() {
    answers(aResponse().withStatus(200).withFixedDelay(60_000));

    assertThat(hasty().words()).isEqualTo("No answer within 1 seconds.");
  }

  @Test
  void doesNotWaitForDropsEither() {
    answers(
        aResponse().withStatus(500).withBody("x".repeat(400)).withChunkedDribbleDelay(100, 60_000));

    assertThat(hasty().words()).isEqualTo("No answer within 1 seconds.");
  }

  @Test
  void aConnectionThatIsCutIsNoAnswer() {
    var before =
        List.of(Fault.EMPTY_RESPONSE, Fault.RANDOM_DATA_THEN_CLOSE, Fault.CONNECTION_RESET_BY_PEER);
    for (var fault : before) {
      answers(aResponse().withFault(fault));

      assertThat(call(true, delivery("localhost")).arrived()).as(fault.name()).isFalse();
    }
  }

  @Test
  void nobodyThereIsNoAnswer() {
    var delivery = delivery("localhost");
    receiver.stop();

    assertThat(call(true, delivery).words()).contains("refused");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]"})
  void thisMachineIsNotCalled(String host) {
    assertThat(call(false, delivery(host)).words()).contains("WEBHOOK_PRIVATE_ADDRESSES");
    receiver.verify(0, postRequestedFor(anyUrl()));
  }

  @Test
  void aNameThatLeadsHereIsNotCalledEither() {
    var answer =
        call(
            false,
            _ -> new InetAddress[] {InetAddress.ofLiteral("1.1.1.1"), loopback()},
            Duration.ofSeconds(20));

    assertThat(answer.words()).startsWith("hooks.example is 127.0.0.1");
    receiver.verify(0, postRequestedFor(anyUrl()));
  }

  /** A name server that answers first with an address of the Internet, and then with ours. */
  @Test
  void aNameThatLeadsElsewhereSinceIsNotFollowed() {
    var asked = new AtomicInteger();

    var answer =
        call(
            false,
            _ ->
                new InetAddress[] {
                  asked.getAndIncrement() == 0 ? InetAddress.ofLiteral("1.1.1.1") : loopback()
                },
            Duration.ofSeconds(20));

    assertThat(answer.words()).startsWith("hooks.example is 127.0.0.1");
    receiver.verify(0, postRequestedFor(anyUrl()));
  }

  @Test
  void aNameThatNobodyKnowsIsToldSo() {
    var answer =
        call(
            true,
            name -> {
              throw new UnknownHostException(name);
            },
            Duration.ofSeconds(20));

    assertThat(answer.words()).isEqualTo("The name of the host is not known.");
  }

  private static InetAddress loopback() {
    return InetAddress.ofLiteral("127.0.0.1");
  }
}
