package direttore.api.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a request tells of what would become of it, and keeps nothing. */
class DryRunsTest extends ReservationRequests {
  @Test
  void aDryRunBooksNothing() {
    var dry = book(ana, ",\"dry_run\":true");

    assertThat(dry.status()).isEqualTo(200);
    assertThat(dry.json().get("proxmox_node").asText()).isEqualTo("pve1");
    assertThat(get(ana, "/api/reservations").json()).isEmpty();
    book(bob, "");
    assertThat(book(ana, ",\"dry_run\":true").status()).isEqualTo(409);
  }

  @Test
  void aDryRunOfAStatusTellsWhatItWouldBe() {
    var path = "/api/reservations/" + book(ana, "").json().get("id").asInt();
    var cancel = "{\"status\":\"cancelled\"%s}";
    var dryRun = ",\"dry_run\":true";

    var dry = send(ana, "PATCH", path, cancel.formatted(dryRun));
    assertThat(get(ana, path).json().get("status").asText()).isEqualTo("pending");
    var early = send(ana, "PATCH", path, "{\"status\":\"completed\",\"dry_run\":true}");
    var begun = send(ana, "PATCH", path, "{\"status\":\"active\",\"dry_run\":true}");
    var both = send(ana, "PATCH", path, cancel.formatted(",\"title\":\"x\"" + dryRun));
    var done = send(ana, "PATCH", path, cancel.formatted(""));

    assertThat(dry.status()).isEqualTo(200);
    assertThat(dry.json().get("status").asText()).isEqualTo("cancelled");
    assertThat(dry.json().get("phase")).isEqualTo(done.json().get("phase"));
    assertThat(dry.json().get("version")).isEqualTo(done.json().get("version"));
    assertThat(dry.json().get("may")).isEqualTo(done.json().get("may"));
    assertThat(early.problem()).isEqualTo("wrong-state");
    assertThat(begun.problem()).isEqualTo("wrong-state");
    assertThat(both.field()).isEqualTo("status");
  }

  @Test
  void aDryRunOfAnotherVersionIsRefused() {
    var booked = book(ana, "");
    var path = "/api/reservations/" + booked.json().get("id").asInt();
    send(ana, "PATCH", path, "{\"title\":\"one\"}");

    var dry =
        send(
            ana,
            "PATCH",
            path,
            "{\"title\":\"two\",\"dry_run\":true}",
            "If-Match",
            booked.header("ETag"));

    assertThat(dry.problem()).isEqualTo("changed");
  }
}
