package direttore.api.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.FakeOperations;
import direttore.domain.node.NodeName;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Margins;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A booking that brings guests, as it is understood where it is sent again. */
class BookedAgainTest extends ReservationRequests {
  private static final NodeName ONE = new NodeName("pve1");
  private static final NodeName OTHER = new NodeName("pve2");
  private static final String BLANK =
      "\"cores\":2,\"memory\":1024,\"disk\":\"4G\",\"storage\":\"%s\"";

  private void bring(String more, String node, String request) {
    var answer =
        send(
            ana,
            "POST",
            "/api/reservations",
            """
            {"title":"class","start_dt":"%s","end_dt":"2027-03-01T10:00",%s
             "guests":[{"kind":"vm","name":"pc-{n}","count":2%s,"request":{%s}}]}
            """
                .formatted(FakeOperations.NOW, more, node, request));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
  }

  private Optional<List<ClaimRequest>> elsewhere() {
    return api.reservations.again.on(OTHER, ONE);
  }

  private List<String> named() {
    return elsewhere().orElseThrow().stream()
        .map(each -> ((ClaimRequest.Named) each).name())
        .toList();
  }

  @Test
  void theirNodeIsAnotherWhereverItIsNamed() {
    bring("", ",\"node\":\"pve1\"", BLANK.formatted("local-lvm"));
    assertThat(named()).contains("pve2", "pve2/local-lvm").doesNotContain("pve1");

    bring(
        "\"claims\":[{\"node\":\"pve1\",\"cores\":4,\"memory\":4096},"
            + "{\"storage\":\"pve1/thick\",\"disk\":1073741824}],",
        "",
        BLANK.formatted("local-lvm"));
    assertThat(named())
        .contains("pve2", "pve2/thick", "pve2/local-lvm")
        .noneMatch(name -> name.startsWith("pve1"));
  }

  @Test
  void whatIsCopiedFromLocalStorageStays() {
    bring("", ",\"node\":\"pve1\"", "\"clone_from\":900,\"cores\":2,\"memory\":1024");

    assertThat(elsewhere()).isEmpty();
  }

  @Test
  void thereIsTimeEnoughForThemLater() {
    bring("", ",\"node\":\"pve1\"", BLANK.formatted("local-lvm"));
    var lead = api.reservations.again.later(Margins.NONE).lead();
    bring("\"lead_minutes\":1,", ",\"node\":\"pve1\"", BLANK.formatted("thick"));

    assertThat(lead).isEqualTo(Duration.ofMinutes(6));
    assertThat(api.reservations.again.later(Margins.NONE).lead()).isEqualTo(Duration.ofMinutes(1));
  }
}
