package direttore.domain.reservation.life;

import direttore.domain.guest.Birth;
import direttore.domain.guest.GuestRef;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The cluster of a played reservation, and who has the guest that was there. */
final class PlayedGuests {
  static final long OTHER = 99;

  /** A guest of the cluster. */
  static final class Guest {
    final @Nullable UUID part;
    final Birth birth;
    boolean running;
    boolean marked = true;
    boolean byHand;

    private Guest(@Nullable UUID part, int number) {
      this.part = part;
      this.birth = new Birth(null, null, Set.of("card " + number));
    }
  }

  final Map<Integer, Guest> all = new TreeMap<>();
  private final Set<Mutant> mutants;
  private final Random random;
  private int born;

  /** Whether another reservation has the guest that was there, or the part that has it. */
  boolean taken;

  private @Nullable UUID holder;

  PlayedGuests(Set<Mutant> mutants, Random random) {
    this.mutants = mutants;
    this.random = random;
  }

  void add(int vmid, @Nullable UUID part) {
    all.put(vmid, new Guest(part, born++));
  }

  /** What is known of a part before anybody looks. */
  Sight first(Part part) {
    if (part.made() || !part.state().moving() || mutants.contains(Mutant.NO_POSSESSION)) {
      return new Sight.Unseen();
    }
    if (taken) {
      return new Sight.Taken(OTHER);
    }
    holder = part.id();
    return new Sight.Unseen();
  }

  /** What has come to the end of a round has nothing any more, unless it is to be there. */
  void giveBack(Part part) {
    if (part.id().equals(holder) && !part.state().moving() && part.want() != PartWant.PRESENT) {
      holder = null;
    }
  }

  /** Others come and go, and people do something by hand. */
  void pass(boolean calm) {
    taken = !calm && (taken ? random.nextInt(4) > 0 : holder == null && random.nextInt(6) == 0);
    if (!calm && random.nextInt(12) == 0) {
      all.values().stream().skip(random.nextInt(all.size() + 1)).findFirst().ifPresent(this::touch);
    }
  }

  private void touch(Guest guest) {
    if (random.nextInt(3) == 0) {
      guest.marked = false;
    } else {
      guest.running = !guest.running;
      guest.byHand = true;
    }
  }

  Sight look(Part part, GuestRef guest, double trouble) {
    var there = all.get(guest.vmid().value());
    if (random.nextDouble() < trouble / 4) {
      return new Sight.Unknown();
    }
    if (there == null) {
      return new Sight.Absent();
    }
    if (!isOf(part, there)) {
      return mutants.contains(Mutant.LOST_IS_GONE) ? new Sight.Absent() : new Sight.Unproven(guest);
    }
    var asked = there.running && part.care().ready().asks() && random.nextDouble() < trouble;
    var lack = asked ? new Lack(Lack.Of.AGENT, null) : null;
    return new Sight.There(guest, there.running, there.birth, lack);
  }

  private boolean isOf(Part part, Guest there) {
    var birth = part.birth();
    return !part.made()
        || mutants.contains(Mutant.FOREIGN_IS_OURS)
        || (part.id().equals(there.part) && there.marked)
        || (birth != null && birth.likeness(there.birth) == Birth.Likeness.SAME);
  }
}
