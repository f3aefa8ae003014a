package direttore.simulator.pve.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A process that ended, with all that it printed. */
record Finished(int status, String output) {

  /** Runs to the end; output and errors come together. */
  static Finished of(ProcessBuilder builder, String input)
      throws IOException, InterruptedException {
    var process = builder.redirectErrorStream(true).start();
    Thread.ofVirtual()
        .start(() -> {
          try (var to = process.getOutputStream()) {
            to.write(input.getBytes(StandardCharsets.UTF_8));
          } catch (IOException e) {
            // The process ended without reading: its status tells.
            return;
          }
        });
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Finished(process.waitFor(), output);
  }
}
