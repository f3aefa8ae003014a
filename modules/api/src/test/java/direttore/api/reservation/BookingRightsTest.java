package direttore.api.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.access.Grant;
import direttore.domain.access.Person;
import direttore.domain.access.Role;
import direttore.domain.access.Scope;
import direttore.domain.node.NodeName;
import direttore.domain.reservation.Pool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody who may use one node alone. */
class BookingRightsTest extends ReservationRequests {
  private static final String CLASS =
      """
      {"title":"class","start_dt":"2027-03-01T09:00","end_dt":"2027-03-01T10:00",
       "guests":[{"kind":"vm","name":"pc-{n}","count":2,"node":"%1$s",
                  "request":{"cores":1,"memory":1024,"disk":"4G","storage":"local-lvm"}}]}
      """;

  private final Person ned =
      api.access.person("ned", new Grant(Role.USER, new Scope.OnNode(new NodeName("pve1"))));

  private int claiming(String claim) {
    return book(ned, ",\"claims\":[%s]".formatted(claim)).status();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'storage':'pve1/local-lvm','disk':1024}",
        "{'storage':'slow','disk':1024}",
        "{'pool':'here','vms':1}",
        "{'node':'pve1','cores':1}",
      })
  void whatIsOnTheirNodeIsTheirsToBook(String claim) {
    api.reservations.pools.add(new Pool.Form("here", new NodeName("pve1"), 4, 4));

    assertThat(claiming(claim.replace('\'', '"'))).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'storage':'pve2/local-lvm','disk':1024}",
        "{'storage':'nowhere','disk':1024}",
        "{'pool':'there','vms':1}",
        "{'node':'pve2','cores':1}",
        "{'vlan':7}",
        "{'any':{'kind':'node'}}",
      })
  void whatIsElsewhereOrNowhereIsNot(String claim) {
    api.reservations.pools.add(new Pool.Form("there", new NodeName("pve2"), 4, 4));

    assertThat(claiming(claim.replace('\'', '"'))).isEqualTo(403);
  }

  @Test
  void theirGuestsMayHaveDisksThere() {
    var booked = send(ned, "POST", "/api/reservations", CLASS.formatted("pve1"));

    assertThat(booked.status()).as("%s", booked.body()).isEqualTo(201);
    assertThat(booked.json().findValuesAsText("name")).contains("pve1/local-lvm");
  }
}
