package direttore.api.cluster;

import direttore.domain.node.Storage;
import direttore.domain.provision.Room;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a node can still promise, in answers.
 *
 * @param full whether its memory is in use to the last
 * @param silent why nothing can be claimed of it, or null
 */
record RoomView(
    String node,
    int maxcpu,
    Share cores,
    Share memory,
    boolean full,
    List<Place> storages,
    @Nullable String silent) {
  /** A part that is promised, of what may be. */
  record Share(double promised, double limit) {
    static Share of(Room.Share share) {
      return new Share(Math.round(share.promised() * 100) / 100.0, share.limit());
    }
  }

  /** A storage for disks that the node reaches. */
  record Place(String storage, long avail, boolean shared) {
    static Place of(Storage storage) {
      return new Place(storage.name(), storage.avail(), storage.shared());
    }
  }

  static RoomView of(Room room) {
    var node = room.node();
    return new RoomView(
        node.name().value(),
        node.maxCpu(),
        Share.of(room.cores()),
        Share.of(room.memory()),
        room.full(),
        room.storages().stream().map(Place::of).toList(),
        room.silent());
  }
}
