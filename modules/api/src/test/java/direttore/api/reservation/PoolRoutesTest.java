package direttore.api.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.FakeOperations;
import direttore.domain.reservation.Pools.Shortage;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PoolRoutesTest extends ReservationRequests {
  private static final String LAB = "{\"name\":\"lab-a\",\"proxmox_node\":\"pve1\"}";

  @Test
  void operatorsMakePoolsThatEverybodySees() {
    var made = send(olga, "POST", "/api/pools", LAB);

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().get("max_vms").asInt()).isEqualTo(10);
    assertThat(made.json().get("max_lxc").asInt()).isEqualTo(20);
    assertThat(get(ana, "/api/pools").json().at("/0/name").asText()).isEqualTo("lab-a");
    assertThat(send(ana, "POST", "/api/pools", LAB).status()).isEqualTo(403);
    assertThat(send(olga, "POST", "/api/pools", LAB).problem()).isEqualTo("wrong-state");
    var path = "/api/pools/" + made.json().get("id").asInt();
    var changed = send(olga, "PATCH", path, "{\"max_vms\":3}");
    assertThat(changed.json().get("max_vms").asInt()).isEqualTo(3);
    assertThat(changed.json().get("max_lxc").asInt()).isEqualTo(20);
    assertThat(get(ana, path).json()).isEqualTo(changed.json());
    assertThat(send(olga, "DELETE", path, "").status()).isEqualTo(204);
    assertThat(get(ana, path).status()).isEqualTo(404);
  }

  @Test
  void whatIsWrongIsNamed() {
    assertThat(send(olga, "POST", "/api/pools", "{\"name\":\"a\"}").field())
        .isEqualTo("proxmox_node");
    assertThat(send(olga, "POST", "/api/pools", "{\"proxmox_node\":\"pve1\"}").field())
        .isEqualTo("name");
    assertThat(send(olga, "POST", "/api/pools", LAB.replace("pve1", "pve9")).problem())
        .isEqualTo("unknown-node");
    assertThat(send(olga, "POST", "/api/pools", LAB.replace("}", ",\"max_vms\":100001}")).field())
        .isEqualTo("max_vms");
  }

  @Test
  void claimsOfAPoolAreBookedAndRefused() {
    send(olga, "POST", "/api/pools", LAB);
    var wanted =
        """
        {"title":"a","start_dt":"2027-03-01T09:00","end_dt":"2027-03-01T10:00",
         "claims":[{"pool":"lab-a","vms":%d,"lxc":1}]}
        """;

    var booked = send(ana, "POST", "/api/reservations", wanted.formatted(6));
    var refused = send(ana, "POST", "/api/reservations", wanted.formatted(5));

    assertThat(booked.json().at("/claims/0/vms").asInt()).isEqualTo(6);
    assertThat(refused.problem()).isEqualTo("reservation-conflict");
    assertThat(refused.json().at("/conflicts/0/free/vms").asInt()).isEqualTo(4);
    assertThat(refused.json().at("/conflicts/0/free/cores").isNull()).isTrue();
    assertThat(
            send(ana, "POST", "/api/reservations", wanted.formatted(1).replace("lab-a", "lab-z"))
                .problem())
        .isEqualTo("unknown-pool");
  }

  @Test
  void whoeverHasMadeWhatTheyClaimedHearsUntilWhen() {
    api.reservations.pools.shortage =
        new Shortage(
            "lab-a", 2, 2, FakeOperations.NOW.plusSeconds(3600), ZoneId.of("Europe/Rome"), 17);

    var refused =
        send(
            ana,
            "POST",
            "/api/proxmox/nodes/pve1/vms?check=true",
            "{\"name\":\"web\",\"cores\":1,\"memory\":1024,\"disk\":\"4G\",\"storage\":\"local-lvm\"}");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("pool-full");
    assertThat(refused.body()).contains("reservation 17 has 2 VMs of pool lab-a on pve1 until");
  }
}
