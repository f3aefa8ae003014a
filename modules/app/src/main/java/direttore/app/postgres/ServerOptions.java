package direttore.app.postgres;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What the server is told at start: loopback only, little memory, few processes. */
final class ServerOptions {
  private ServerOptions() {}

  /** Options for {@code postgres}, safe for the shell that {@code pg_ctl} passes them through. */
  static String with(int port) {
    var options = new LinkedHashMap<String, String>();
    options.put("listen_addresses", "127.0.0.1");
    options.put("port", Integer.toString(port));
    options.put("unix_socket_directories", "");
    putMemory(options);
    putProcesses(options);
    return options.entrySet().stream()
        .map(option -> "-c %s='%s'".formatted(option.getKey(), option.getValue()))
        .collect(Collectors.joining(" "));
  }

  private static void putMemory(Map<String, String> options) {
    options.put("shared_buffers", "32MB");
    options.put("work_mem", "4MB");
    options.put("maintenance_work_mem", "32MB");
    // Four pools of 8, 6, 4 and 4, the listeners, the commands beside a program, and as many over.
    options.put("max_connections", "80");
    options.put("huge_pages", "off");
    options.put("jit", "off");
    options.put("max_wal_size", "256MB");
  }

  /** No replication, no parallel plans, no reading ahead by other processes. */
  private static void putProcesses(Map<String, String> options) {
    options.put("io_method", "sync");
    options.put("wal_level", "minimal");
    options.put("max_wal_senders", "0");
    options.put("max_logical_replication_workers", "0");
    options.put("max_parallel_workers_per_gather", "0");
    options.put("max_parallel_maintenance_workers", "0");
    options.put("max_worker_processes", "2");
    options.put("autovacuum_max_workers", "1");
    options.put("log_min_messages", "warning");
  }
}
