package direttore.api.group;

import com.fasterxml.jackson.databind.node.ObjectNode;
import direttore.api.guest.MemberOrders;
import direttore.api.guest.MemberOrders.Asked;
import direttore.api.http.Fields;
import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.group.Group;
import direttore.domain.group.NewGroup;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The body of an order for a group, checked as far as that goes without the cluster. */
record GroupRequest(String title, List<Asked> members, boolean starts, int wave) {
  /** So many members are looked at at once. */
  private static final int AT_ONCE = 8;

  private static final Executor THREADS =
      task -> Thread.ofVirtual().name("group-member").start(task);

  /** Refuses with everything that is wrong with the body. */
  static GroupRequest of(ObjectNode body, MemberOrders orders) {
    var fields = Fields.of(body);
    var sent = fields.objects("members");
    fields.refuseIfAny();
    if (sent.isEmpty() || sent.size() > Group.MOST_MEMBERS) {
      throw new Refusal.Invalid("members", "must be 1 to %d".formatted(Group.MOST_MEMBERS));
    }
    var members = new ArrayList<@Nullable Asked>();
    sent.forEach(member -> members.add(orders.read(member)));
    var wave = fields.integer("wave", Group.USUAL_WAVE);
    if (wave < 1 || wave > Group.MOST_AT_ONCE) {
      fields.violated("wave", "must be 1 to %d".formatted(Group.MOST_AT_ONCE));
    }
    var then = fields.text("then");
    if (then != null && !then.equals("start")) {
      fields.violated("then", "must be start");
    } else if (then != null && members.stream().anyMatch(m -> m != null && m.deletes())) {
      fields.violated("then", "must be left out where a guest is deleted");
    }
    var title = title(fields, members.size());
    refuseTwice(fields, members);
    fields.refuseUnknown();
    fields.refuseIfAny();
    return new GroupRequest(
        title, members.stream().map(Objects::requireNonNull).toList(), then != null, wave);
  }

  private static String title(Fields fields, int many) {
    var title = fields.text("title");
    if (title == null) {
      return many + " orders";
    }
    if (title.isBlank() || title.length() > Group.LONGEST_TITLE) {
      fields.violated("title", "must have 1 to %d characters".formatted(Group.LONGEST_TITLE));
    }
    return title;
  }

  private static void refuseTwice(Fields fields, List<@Nullable Asked> members) {
    var seen = new HashSet<>();
    for (var i = 0; i < members.size(); i++) {
      var member = members.get(i);
      if (member != null && member.vmid() != null && !seen.add(member.vmid())) {
        fields.violated("members[%d].vmid".formatted(i), "is named by an earlier member too");
      }
    }
  }

  /** With what becomes of each member as the cluster is now. */
  NewGroup checked(Actor actor) {
    var turns = new Semaphore(AT_ONCE);
    var asked =
        IntStream.range(0, members.size())
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> checked(i, actor, turns), THREADS))
            .toList();
    var ordered = new ArrayList<NewGroup.Ordered>();
    try {
      asked.forEach(each -> ordered.add(each.join()));
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
    return new NewGroup(title, ordered, starts, wave);
  }

  private NewGroup.Ordered checked(int number, Actor actor, Semaphore turns) {
    turns.acquireUninterruptibly();
    try {
      return members.get(number).checked(actor);
    } catch (Refusal.Invalid e) {
      var place = "members[%d]".formatted(number);
      throw new Refusal.Invalid(e.violations().stream().map(v -> v.within(place)).toList());
    } finally {
      turns.release();
    }
  }
}
