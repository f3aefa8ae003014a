package direttore.simulator.netbox.write;

import direttore.simulator.netbox.data.Database;
import direttore.simulator.netbox.data.Row;
import direttore.simulator.netbox.net.Network;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;

/**
 * What is free in prefixes, ranges and groups of VLANs.
 *
 * @param database with what is taken
 */
public record Free(Database database) {

  /** The first free addresses of a prefix or range. */
  public List<Network> addresses(Row row, int most) {
    var prefix = row.model().type().equals("ipam.prefix");
    var own = Network.of(row.text(prefix ? "prefix" : "start_address"));
    var first = prefix ? own.first() : own.value();
    var last = prefix ? own.last() : Network.of(row.text("end_address")).value();
    var bits = own.bits() - own.length();
    if (prefix && bits > 1 && !(own.family() == 4 && row.get("is_pool").asBoolean())) {
      first = first.add(BigInteger.ONE);
      last = own.family() == 4 ? last.subtract(BigInteger.ONE) : last;
    }
    if (!prefix && row.get("mark_populated").asBoolean()) {
      return List.of();
    }
    var populated = populated(row, own.family());
    var taken = taken(row, own.family(), first, last);
    var next = taken.hasNext() ? taken.next() : null;
    var free = new ArrayList<Network>();
    for (var at = first;
        at.compareTo(last) <= 0 && free.size() < most;
        at = at.add(BigInteger.ONE)) {
      while (next != null && next.compareTo(at) < 0) {
        next = taken.hasNext() ? taken.next() : null;
      }
      var address = own.at(at);
      if (!at.equals(next) && populated.stream().noneMatch(r -> AddressRules.holds(r, address))) {
        free.add(address);
      }
    }
    return free;
  }

  /** The taken addresses in order, one after the other: most are not looked at. */
  private Iterator<BigInteger> taken(Row row, int family, BigInteger first, BigInteger last) {
    var table = database.table("ipam.ipaddress");
    return table.occupied("address", family, first, last).entrySet().stream()
        .filter(entry ->
            entry.getValue().stream()
                .map(table::get)
                .anyMatch(a -> a != null && a.get("vrf").equals(row.get("vrf"))))
        .map(entry -> entry.getKey().value())
        .iterator();
  }

  private List<Row> populated(Row row, int family) {
    return database.table("ipam.iprange").all().stream()
        .filter(r -> r.get("mark_populated").asBoolean())
        .filter(r -> r.get("vrf").equals(row.get("vrf")))
        .filter(r -> Network.of(r.text("start_address")).family() == family)
        .toList();
  }

  /** The blocks of a prefix that no other prefix takes, largest possible, by address. */
  public List<Network> prefixes(Row row) {
    var own = Network.of(row.text("prefix"));
    var taken = new TreeSet<Network>();
    for (var child :
        database.table("ipam.prefix").within("prefix", own.family(), own.first(), own.last())) {
      var network = Network.of(child.text("prefix"));
      if (child.get("vrf").equals(row.get("vrf")) && network.length() > own.length()) {
        taken.add(network);
      }
    }
    var free = new ArrayList<Network>();
    split(own, List.copyOf(taken), free);
    return free;
  }

  private static void split(Network block, List<Network> taken, List<Network> free) {
    var inside = taken.stream().filter(block::holds).toList();
    if (inside.isEmpty()) {
      free.add(block);
    } else if (inside.stream().noneMatch(t -> t.length() <= block.length())) {
      var half = block.masked(block.length() + 1);
      split(half, inside, free);
      split(half.at(block.first().add(half.size())), inside, free);
    }
  }

  /** The free IDs of a group of VLANs. */
  public List<Long> vlans(Row group) {
    var taken = new HashSet<Long>();
    for (var vlan : database.table("ipam.vlan").having("group", String.valueOf(group.id()))) {
      taken.add(vlan.ref("vid"));
    }
    var free = new ArrayList<Long>();
    for (var range : group.get("vid_ranges")) {
      for (var vid = range.get(0).asLong(); vid <= range.get(1).asLong(); vid++) {
        if (!taken.contains(vid)) {
          free.add(vid);
        }
      }
    }
    return free;
  }
}
