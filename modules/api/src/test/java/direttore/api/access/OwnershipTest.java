package direttore.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.FakeOperations;
import direttore.api.TestClient.Answer;
import direttore.domain.access.Grant;
import direttore.domain.access.Role;
import direttore.domain.access.Scope;
import direttore.domain.guest.Birth;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.Marker;
import direttore.domain.guest.VmId;
import direttore.domain.holding.FormerHolding;
import direttore.domain.holding.Holding;
import direttore.domain.node.NodeName;
import direttore.domain.operation.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whose a guest is, and who may change it. */
class OwnershipTest extends AccessFixture {
  private static final String VMS = "/api/proxmox/nodes/pve1/vms";
  private static final String COPY = "{\"name\":\"copy\",\"clone_from\":%d}";
  private static final String CONTAINER =
      """
      {"hostname":"web","storage":"local-lvm","disk_size":8,"team":"red",
       "template":"local:vztmpl/debian.tar.zst"}
      """;

  @Test
  void aUserChangesTheirOwnGuestsOnly() {
    api.access.give(100, ana);
    var session = api.access.session(ana);

    var own = post("/api/proxmox/nodes/pve1/vms/100/reboot", "{}", session);
    var other = post("/api/proxmox/nodes/pve1/vms/101/start", "{}", session);

    assertThat(own.status()).isEqualTo(202);
    assertThat(other.status()).isEqualTo(403);
    assertThat(other.json().path("right").asText()).isEqualTo("change-guests");
    var reach = get("/api/me/reach", session).json().path("change");
    assertThat(reach.path("all").asBoolean()).isFalse();
    assertThat(reach.path("vmids")).hasSize(1);
    assertThat(reach.path("why").asText()).isEqualTo(other.detail());
    assertThat(api.operations.only().requestedBy()).isEqualTo("ana");
    assertThat(audited("guest.reboot")).containsExactly("ana guest/100 accepted");
    assertThat(audited("guest.act")).containsExactly("ana guest/101 refused");
  }

  @Test
  void nobodyDeletesAStrangersGuestThatHasGotTheVmidOfTheirs() {
    api.access.give(101, ana);
    var meta = Map.<String, Object>of("meta", "creation-qemu=9.2.0,ctime=1800000000");
    api.cluster.guests.removeIf(g -> g.ref().vmid().value() == 101);
    api.cluster.add(GuestKind.QEMU, 101, "theirs", false, false, meta);
    api.access.holdings.births.put(
        new VmId(101), Birth.of(Map.of("meta", "creation-qemu=9.2.0,ctime=1700000000")));

    var refused = post("/api/proxmox/nodes/pve1/vms/101/delete", "{}", api.access.session(ana));

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.detail()).contains("not the guest that was given to you");
    api.access.holdings.births.put(new VmId(101), Birth.of(meta));
    assertThat(
            post("/api/proxmox/nodes/pve1/vms/101/delete", "{}", api.access.session(ana)).status())
        .isEqualTo(202);
  }

  @Test
  void anOperatorGivesAGuestBackThatWasTakenForGone() {
    var birth = Map.<String, Object>of("meta", "creation-qemu=9.2.0,ctime=1700000000");
    api.cluster.guests.removeIf(g -> g.ref().vmid().value() == 101);
    api.cluster.add(GuestKind.QEMU, 101, "back", false, false, birth);
    former(101, Birth.of(birth));
    var operator = api.access.person("ben", Grant.everywhere(Role.OPERATOR));

    var listed = get("/api/owners/former", api.access.session(ana)).json();
    var refused = restore("/api/owners/101/restore", api.access.session(ana));
    var restored = restore("/api/owners/101/restore", api.access.session(operator));

    assertThat(listed.at("/owners/0/owner").asText()).isEqualTo("ana");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(restored.status()).isEqualTo(200);
    assertThat(restored.json().get("owner").asText()).isEqualTo("ana");
    assertThat(audited("guest.restore-owner"))
        .containsExactlyInAnyOrder("ana guest/101 refused", "ben guest/101 done");
    assertThat(get("/api/owners/former", api.access.session(ana)).json().get("owners")).isEmpty();
    assertThat(restore("/api/owners/101/restore", api.access.session(operator)).problem())
        .isEqualTo("wrong-state");
  }

  @Test
  void nobodyGetsAnotherGuestBackInsteadOfTheirs() {
    var meta = Map.<String, Object>of("meta", "creation-qemu=9.2.0,ctime=1800000000");
    api.cluster.guests.removeIf(g -> g.ref().vmid().value() == 101);
    api.cluster.add(GuestKind.QEMU, 101, "theirs", false, false, meta);
    former(101, Birth.of(Map.of("meta", "creation-qemu=9.2.0,ctime=1700000000")));
    var operator = api.access.person("ben", Grant.everywhere(Role.OPERATOR));

    var refused = restore("/api/owners/101/restore", api.access.session(operator));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.detail()).contains("another guest than the one that ana had");
    assertThat(restore("/api/owners/100/restore", api.access.session(operator)).status())
        .isEqualTo(404);
  }

  private Answer restore(String path, String session) {
    return api.client().send("POST", path, null, "Cookie", COOKIE + session, "Origin", origin());
  }

  private void former(int vmid, Birth birth) {
    var then = Instant.parse("2026-03-01T09:00:00Z");
    api.access.holdings.former.add(
        new FormerHolding(
            Holding.guest(new VmId(vmid)), ana.name(), null, then, then.plusSeconds(60), birth));
  }

  @Test
  void anOperatorOfANodeChangesWhatRunsThere() {
    var ben =
        api.access.person("ben", new Grant(Role.OPERATOR, new Scope.OnNode(new NodeName("pve2"))));
    var session = api.access.session(ben);

    var there = post("/api/proxmox/nodes/pve1/vms/100/reboot", "{}", session);

    assertThat(there.status()).isEqualTo(403);
    assertThat(there.detail()).isEqualTo("You may change only guests on node pve2.");
  }

  @Test
  void nobodyElseCancelsAnOperation() {
    api.access.give(100, ana);
    post("/api/proxmox/nodes/pve1/vms/100/reboot", "{}", api.access.session(ana));
    var id = api.operations.only().id();
    var ben = api.access.person("ben", Grant.everywhere(Role.USER));

    assertThat(
            post("/api/operations/%s/cancel".formatted(id), "{}", api.access.session(ben)).status())
        .isEqualTo(403);
    assertThat(
            post("/api/operations/%s/cancel".formatted(id), "{}", api.access.session(ana)).status())
        .isEqualTo(200);
  }

  @Test
  void aGuestIsHandedOverByWhoMayChangeIt() {
    api.access.give(100, ana);
    api.access.person("ben", Grant.everywhere(Role.USER));

    var given = post("/api/owners/100", "{\"owner\":\"ben\"}", api.access.session(ana));
    var taken = post("/api/owners/100", "{\"owner\":\"ana\"}", api.access.session(ana));

    assertThat(given.json().path("owner").asText()).isEqualTo("ben");
    assertThat(taken.status()).isEqualTo(403);
  }

  @Test
  void nobodyIsGivenWhatTheyCanDoNothingWith() {
    api.access.give(100, ana);
    api.access.person("vic", Grant.everywhere(Role.VIEWER));
    api.access.person("ben", new Grant(Role.USER, new Scope.OnNode(new NodeName("pve2"))));
    api.access.person("off", Grant.everywhere(Role.USER));
    post("/api/people/off", "{\"disabled\":true}", api.access.session(root));

    for (var giver : List.of(ana, root)) {
      for (var to : List.of("vic", "ben", "off")) {
        var refused =
            post("/api/owners/100", "{\"owner\":\"%s\"}".formatted(to), api.access.session(giver));

        assertThat(refused.status()).as(to).isEqualTo(422);
        assertThat(refused.field()).isEqualTo("owner");
        assertThat(refused.detail()).startsWith(to + " ").contains("cannot be given");
      }
    }
    assertThat(
            api.access
                .holdings
                .of(Holding.guest(new VmId(100)))
                .orElseThrow()
                .owner()
                .name()
                .value())
        .isEqualTo("ana");
  }

  @Test
  void whatIsBeingMadeOrChangedIsNotHandedOver() {
    api.access.give(100, ana);
    var session = api.access.session(ana);
    post("/api/proxmox/nodes/pve1/vms/100/reboot", "{}", session);

    var refused = post("/api/owners/100", "{\"owner\":\"ana\"}", session);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("guest-busy");
    assertThat(refused.json().path("operation").asText())
        .isEqualTo(api.operations.only().id().toString());
  }

  @Test
  void aGuestGoesToATeamOnlyWhereWhoGivesAndWhoGetsAreOfIt() {
    var admin = api.access.session(root);
    post("/api/teams", "{\"name\":\"red\"}", admin);
    api.access.give(100, ana);
    api.access.person("ben", Grant.everywhere(Role.USER));
    var session = api.access.session(ana);
    var toBen = "{\"owner\":\"ben\",\"team\":\"red\"}";

    assertThat(post("/api/owners/100", toBen, session).detail())
        .isEqualTo("You are not of team red, so you cannot give it guests.");
    post("/api/people/ana", "{\"teams\":[\"red\"]}", admin);
    var refused = post("/api/owners/100", toBen, session);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.detail())
        .isEqualTo("ben is not a member of team red and cannot share guests with it.");
    assertThat(post("/api/owners/100", toBen, admin).status()).isEqualTo(200);
    post("/api/people/ben", "{\"teams\":[\"red\"]}", admin);
    assertThat(post("/api/owners/100", toBen, session).json().path("team").asText())
        .isEqualTo("red");
  }

  @Test
  void whoManagesNobodyLearnsNoNumbersOfOthers() {
    api.access.give(100, ana);
    api.access.person("ben", Grant.everywhere(Role.USER));
    post("/api/people/ben/quota", "{\"guests\":0}", api.access.session(root));

    var refused = post("/api/owners/100", "{\"owner\":\"ben\"}", api.access.session(ana));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.detail()).isEqualTo("ben has no quota left for this guest.");
    assertThat(refused.field()).isEqualTo("owner");
  }

  @Test
  void onlyTemplatesAndOnesOwnGuestsAreCopied() {
    api.access.give(101, ana);
    var session = api.access.session(ana);

    for (var query : List.of("", "?check=true")) {
      var refused = post(VMS + query, COPY.formatted(100), session);
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.json().path("right").asText()).isEqualTo("change-guests");
      assertThat(refused.detail())
          .isEqualTo(
              "You may not copy guest 100: it is no template. You may change only guests that are"
                  + " your own or your teams’.");
    }
    assertThat(api.operations.count()).isZero();
    assertThat(post(VMS, COPY.formatted(101), session).status()).isEqualTo(202);
    assertThat(post(VMS, COPY.formatted(900), session).status()).isEqualTo(202);
    assertThat(post(VMS, COPY.formatted(100), api.access.session(root)).status()).isEqualTo(202);
  }

  @Test
  void whatWasCopiedIsNotCopiedAgainOnceItIsAnothers() {
    api.access.give(100, ana);
    var session = api.access.session(ana);
    post(VMS, COPY.formatted(100), session);
    var id = failed();
    api.access.give(100, root);

    var again = post("/api/operations/%s/retry".formatted(id), "{}", session);

    assertThat(again.status()).isEqualTo(403);
    assertThat(again.detail()).startsWith("You may not copy guest 100:");
  }

  @Test
  void whoeverHasAHalfMadeGuestNowGoesOnInIt() {
    var session = api.access.session(ana);
    var ben = api.access.person("ben", Grant.everywhere(Role.USER));
    post(VMS, "{\"name\":\"web\",\"storage\":\"local-lvm\",\"disk\":\"8G\"}", session);
    var id = failed();
    var note = Map.<String, Object>of("description", new Marker(id).line());
    api.cluster.add(GuestKind.QEMU, 1000, "web", false, false, note);
    api.cluster.publish();
    api.access.give(1000, ana);
    post("/api/owners/1000", "{\"owner\":\"ben\"}", session);
    var retry = "/api/operations/%s/retry".formatted(id);

    assertThat(post(retry, "{}", session).status()).isEqualTo(403);
    assertThat(post(retry, "{}", api.access.session(ben)).status()).isEqualTo(202);
  }

  /** The only operation, whose guest was made before it failed. */
  private UUID failed() {
    var id = api.operations.only().id();
    var first = api.operations.only().steps().getFirst().key();
    api.operations.change(
        id,
        o ->
            o.done(first, FakeOperations.NOW)
                .failed(new Operation.Failure("task-failed", "no"), FakeOperations.NOW));
    return id;
  }

  @Test
  void whatWasOrderedForATeamIsRepeatedForItThoughNobodyHasTheGuest() {
    var admin = api.access.session(root);
    post("/api/teams", "{\"name\":\"red\"}", admin);
    post(
        "/api/people",
        """
        {"name":"ben","grants":[{"role":"user","scope":"team","value":"red"}],"teams":["red"]}
        """,
        admin);
    var ben = api.access.session(api.access.now("ben"));
    var ordered = post("/api/proxmox/nodes/pve1/lxc", CONTAINER, ben);
    assertThat(ordered.status()).as(ordered.body()).isEqualTo(202);
    var id = api.operations.only().id();
    api.operations.change(
        id, o -> o.failed(new Operation.Failure("task-failed", "no"), FakeOperations.NOW));

    assertThat(api.access.holdings.of(Holding.guest(new VmId(1000)))).isEmpty();
    assertThat(post("/api/operations/%s/retry".formatted(id), "{}", ben).status()).isEqualTo(202);
  }
}
