package direttore.acceptance.bench;

import direttore.acceptance.JsonClient;
import direttore.app.data.DataFolder;
import direttore.app.postgres.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;

/** What lists of the inventory take with 10,000 devices and 50,000 addresses, over HTTP. */
final class InventoryLists {
  /** Nobody listens there, so that the copy stays as it is. */
  static final String NETBOX = "http://127.0.0.1:9";

  private static final int RUNS = 15;
  private static final int WARM = 5;

  private static final String FILL =
      """
      INSERT INTO inventory_object (kind, id, reading, body)
      SELECT 'site', n, 1, jsonb_build_object('id', n, 'name', 'S' || n, 'slug', 's' || n)
        FROM generate_series(1, 20) n;
      INSERT INTO inventory_object (kind, id, reading, body)
      SELECT 'device', n, 1, jsonb_build_object(
               'id', n, 'name', 'leaf' || n, 'display', 'leaf' || n,
               'status', jsonb_build_object('value', 'active', 'label', 'Active'),
               'site', jsonb_build_object('id', 1 + n % 20, 'display', 'S', 'slug', 's' || 1 + n % 20),
               'role', jsonb_build_object('id', 1, 'display', 'Leaf', 'slug', 'leaf'),
               'serial', 'SN' || n, 'tags', jsonb_build_array(), 'custom_fields', jsonb_build_object(),
               'config_context', jsonb_build_object('text', repeat('ntp 10.0.0.1 ', 150)))
        FROM generate_series(1, 10000) n;
      INSERT INTO inventory_object (kind, id, reading, body)
      SELECT 'interface', n, 1, jsonb_build_object(
               'id', n, 'name', 'xe-0/0/' || n % 5, 'device', jsonb_build_object('id', 1 + n / 5))
        FROM generate_series(1, 49999) n;
      INSERT INTO inventory_object (kind, id, reading, body)
      SELECT 'prefix', 1, 1, jsonb_build_object(
               'id', 1, 'prefix', '10.0.0.0/8', 'status', jsonb_build_object('value', 'container'))
       UNION ALL
      SELECT 'prefix', 1 + n, 1, jsonb_build_object(
               'id', 1 + n, 'prefix', '10.' || n || '.0.0/16', 'status', jsonb_build_object('value', 'container'))
        FROM generate_series(0, 199) n WHERE n > 0
       UNION ALL
      SELECT 'prefix', 1000 + n, 1, jsonb_build_object(
               'id', 1000 + n, 'prefix', '10.' || n % 200 || '.' || n / 200 || '.0/24',
               'status', jsonb_build_object('value', 'active'), 'tags', jsonb_build_array(), 'custom_fields', jsonb_build_object())
        FROM generate_series(0, 1999) n;
      INSERT INTO inventory_object (kind, id, reading, body)
      SELECT 'address', n, 1, jsonb_build_object(
               'id', n, 'address',
               '10.' || n % 200 || '.' || n / 200 % 10 || '.' || 1 + n / 2000 || '/24',
               'status', jsonb_build_object('value', 'active'),
               'role', CASE WHEN n < 2000 THEN jsonb_build_object('value', 'vrrp') END,
               'dns_name', 'host' || n || '.lab.example', 'description', '', 'tags', jsonb_build_array(),
               'custom_fields', jsonb_build_object(), 'assigned_object_type', 'dcim.interface',
               'assigned_object_id', n)
        FROM generate_series(1, 50000) n;
      INSERT INTO inventory_object (kind, id, reading, body)
      SELECT 'vlan', n, 1, jsonb_build_object(
               'id', n, 'vid', 1 + n % 4000, 'name', 'v' || n, 'tags', jsonb_build_array(),
               'status', jsonb_build_object('value', 'active'), 'custom_fields', jsonb_build_object())
        FROM generate_series(1, 4000) n;
      INSERT INTO inventory_object (kind, id, reading, body)
      SELECT 'virtual-machine', n, 1, jsonb_build_object(
               'id', n, 'name', 'vm' || n, 'vcpus', 2, 'memory', 2048, 'tags', jsonb_build_array(),
               'status', jsonb_build_object('value', 'active'),
               'cluster', jsonb_build_object('id', 1, 'name', 'lab'))
        FROM generate_series(1, 5000) n;
      INSERT INTO inventory_object (kind, id, reading, body)
      SELECT 'vm-interface', n, 1, jsonb_build_object(
               'id', n, 'name', 'net' || n % 2, 'mac_address', 'BC:24:11:00:00:01',
               'virtual_machine', jsonb_build_object('id', 1 + n / 2))
        FROM generate_series(1, 9999) n;
      INSERT INTO inventory_kind (kind, whole_at) VALUES ('device', now());
      UPDATE inventory_copy SET read_at = now(), compared_at = now(), version = '4.7.3';
      VACUUM ANALYZE inventory_object
      """;

  private static final List<String> LISTS =
      List.of(
          "netbox-status",
          "filters",
          "devices?limit=50",
          "devices?limit=500",
          "devices?limit=50&offset=9900",
          "devices?limit=50&site=s7",
          "devices?limit=50&q=sn77",
          "devices/77",
          "prefixes?limit=200",
          "prefixes?limit=500&offset=1500",
          "prefixes/1",
          "prefixes/1007",
          "prefixes/1007/available",
          "ip-addresses?limit=100",
          "ip-addresses?limit=500&offset=49000",
          "ip-addresses?limit=500&prefix=10.7.0.0/24",
          "ip-addresses?limit=500&prefix_id=1007",
          "ip-addresses?limit=100&dns_name=host777",
          "ip-addresses?limit=100&q=10.7.",
          "vlans?limit=200",
          "allocations",
          "records",
          "drift");

  private InventoryLists() {}

  /** The database belongs to a program that runs with the data of {@code folder}. */
  static void measure(JsonClient client, Path folder) throws SQLException {
    var address = EmbeddedPostgres.running(DataFolder.open(folder)).orElseThrow();
    try (var connection =
        DriverManager.getConnection(address.url(), address.user(), address.password())) {
      for (var statement : FILL.split(";\n", -1)) {
        execute(connection, statement);
      }
    }
    var slowest = new TreeMap<Double, String>();
    for (var list : LISTS) {
      slowest.put(median(client, "/api/inventory/" + list), list);
    }
    Bench.row(
        "slowest list of 10,000 devices, 50,000 addresses, 5,000 VMs and 2,200 prefixes of NetBox",
        "%.0f ms (%s; aim: 300 ms); all: %s"
            .formatted(
                slowest.lastKey(),
                slowest.lastEntry().getValue(),
                slowest.entrySet().stream()
                    .map(e -> "%s %.0f".formatted(e.getValue(), e.getKey()))
                    .toList()));
  }

  private static double median(JsonClient client, String path) {
    var took = new long[RUNS];
    for (var i = -WARM; i < RUNS; i++) {
      var start = System.nanoTime();
      var status = client.get(path).status();
      if (status != 200) {
        throw new IllegalStateException("%s answers %d".formatted(path, status));
      }
      if (i >= 0) {
        took[i] = System.nanoTime() - start;
      }
    }
    return new Figures(took).percentile(50);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
