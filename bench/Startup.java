import module java.base;
import module java.net.http;

/** Starts the packaged program again and again; prints milliseconds to the first answer and memory. */
void main(String[] arguments) throws Exception {
  var program = Path.of(arguments[0]).toRealPath();
  var runs = Integer.parseInt(arguments[1]);
  var folder = Files.createTempDirectory("direttore-startup");

  System.out.println("| start | first answer of the API, ms | resident, MiB | proportional, MiB |");
  System.out.println("|---|---|---|---|");
  measure("first, new data folder", program, folder);
  measure("second", program, folder);
  for (int run = 1; run <= runs; run++) {
    measure("warm " + run, program, folder);
  }
  System.out.println("\nData folder: " + folder);
}

void measure(String name, Path program, Path folder) throws Exception {
  var port = freePort();
  var started = System.nanoTime();
  var process = start(program, folder, port);
  awaitAnswer(process, port);
  var millis = (System.nanoTime() - started) / 1_000_000;
  Thread.sleep(Duration.ofSeconds(10));
  var tree = processes(process, folder);
  System.out.printf(
      "| %s | %d | %d | %d |%n",
      name, millis, sum(tree, "status", "VmRSS:"), sum(tree, "smaps_rollup", "Pss:"));
  process.destroy();
  process.waitFor();
}

Process start(Path program, Path folder, int port) throws IOException {
  var builder = new ProcessBuilder(program.toString(), "serve");
  builder.directory(folder.toFile());
  builder.environment().put("API_PORT", Integer.toString(port));
  builder.environment().put("DASHBOARD_PORT", "0");
  builder.environment().put("SIMULATOR_PORT", "0");
  builder.environment().put("SIMULATOR_NETBOX_PORT", "0");
  return builder.redirectErrorStream(true).redirectOutput(folder.resolve("output.log").toFile()).start();
}

int freePort() throws IOException {
  try (var socket = new ServerSocket(0)) {
    return socket.getLocalPort();
  }
}

/** Asks without a pause, so that the figure is the program's. */
void awaitAnswer(Process process, int port) throws Exception {
  var address = URI.create("http://127.0.0.1:" + port + "/health/live");
  try (var client = HttpClient.newHttpClient()) {
    var request = HttpRequest.newBuilder(address).build();
    while (process.isAlive()) {
      try {
        if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() < 300) {
          return;
        }
      } catch (IOException notYet) {
        Thread.sleep(5);
      }
    }
  }
  throw new IllegalStateException("The program ended before it answered.");
}

/** The JVM and the PostgreSQL server, which is no child of it. */
List<Long> processes(Process process, Path folder) throws IOException {
  var pids = new ArrayList<>(List.of(process.pid()));
  var postmaster = Long.parseLong(Files.readAllLines(folder.resolve("data/postgres/postmaster.pid")).getFirst());
  pids.add(postmaster);
  ProcessHandle.of(postmaster).ifPresent(server -> server.descendants().map(ProcessHandle::pid).forEach(pids::add));
  return pids;
}

/** MiB, from Linux's /proc. */
long sum(List<Long> pids, String file, String field) throws IOException {
  var kibibytes = 0L;
  for (var pid : pids) {
    for (var line : Files.readAllLines(Path.of("/proc", pid.toString(), file))) {
      if (line.startsWith(field)) {
        kibibytes += Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
  }
  return kibibytes / 1024;
}
