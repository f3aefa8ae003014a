package direttore.simulator.netbox.data;

import direttore.simulator.netbox.net.Network;
import java.util.regex.Pattern;

/**
 * What rows are called.
 *
 * @param database where the rows are that a name mentions
 */
public record Display(Database database) {
  private static final Pattern OPTIONAL = Pattern.compile("\\[([^{\\]]*)\\{(\\w+)}([^\\]]*)]");
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

  /** The name of a row. */
  public String of(Row row) {
    var form = row.model().display();
    return switch (form) {
      case "@device" -> device(row);
      case "@range" -> range(row);
      case "@journal" -> journal(row);
      case "@customfield" -> label(row);
      case "@change" -> change(row);
      case "@fhrpgroup" -> group(row);
      case "@cable" -> row.text("label").isEmpty() ? "#" + row.id() : row.text("label");
      default -> filled(form, row);
    };
  }

  private static String filled(String form, Row row) {
    var text =
        OPTIONAL
            .matcher(form)
            .replaceAll(m -> {
              var value = row.text(m.group(2));
              return value.isEmpty()
                  ? ""
                  : java.util.regex.Matcher.quoteReplacement(m.group(1) + value + m.group(3));
            });
    return PLACE
        .matcher(text)
        .replaceAll(m -> java.util.regex.Matcher.quoteReplacement(row.text(m.group(1))));
  }

  private String device(Row row) {
    var name = row.text("name");
    if (name.isEmpty()) {
      var type = database.find("dcim.devicetype", row.ref("device_type"));
      var maker =
          type == null ? null : database.find("dcim.manufacturer", type.ref("manufacturer"));
      return type == null || maker == null
          ? "device"
          : "%s %s (%d)".formatted(maker.text("name"), type.text("model"), row.id());
    }
    var asset = row.text("asset_tag");
    return asset.isEmpty() ? name : "%s (%s)".formatted(name, asset);
  }

  private static String range(Row row) {
    var first = Network.of(row.text("start_address"));
    var last = Network.of(row.text("end_address"));
    var from = first.host();
    var separator = first.family() == 4 ? '.' : ':';
    var to = last.host();
    var cut = to.lastIndexOf(separator) + 1;
    var short4 = from.startsWith(to.substring(0, cut)) ? to.substring(cut) : to;
    return "%s-%s/%d".formatted(from, short4, first.length());
  }

  private static String journal(Row row) {
    var kind = row.text("kind");
    return "%s (%s%s)"
        .formatted(
            row.text("created").substring(0, 16).replace('T', ' '),
            kind.substring(0, 1).toUpperCase(java.util.Locale.ROOT),
            kind.substring(1));
  }

  private static String label(Row row) {
    if (!row.text("label").isEmpty()) {
      return row.text("label");
    }
    var words = row.text("name").replace('_', ' ');
    return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
  }

  private String change(Row row) {
    var type = row.text("changed_object_type");
    var app = type.substring(0, type.indexOf('.'));
    var title =
        switch (app) {
          case "dcim", "ipam" -> app.toUpperCase(java.util.Locale.ROOT);
          default -> app.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + app.substring(1);
        };
    var done = row.text("action").replaceFirst("e?$", "ed");
    return "%s | %s %s %s by %s"
        .formatted(
            title,
            database.models().type(type).words(),
            row.text("object_repr"),
            done,
            row.text("user_name"));
  }

  private String group(Row row) {
    var addresses =
        database
            .table("ipam.ipaddress")
            .having("assigned_object_id", String.valueOf(row.id()))
            .stream()
            .filter(a -> a.text("assigned_object_type").equals("ipam.fhrpgroup"))
            .map(a -> a.text("address"))
            .toList();
    var shown = addresses.isEmpty() ? "" : " (" + addresses.getFirst() + ")";
    return "%s %s: %s%s"
        .formatted(
            row.text("name"),
            row.text("protocol").replace("vrrp", "VRRPv"),
            row.text("group_id"),
            shown)
        .strip();
  }
}
