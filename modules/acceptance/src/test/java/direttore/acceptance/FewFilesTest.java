package direttore.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import direttore.testkit.Limit;
import direttore.testkit.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the system lets the program open few files, many idle connections keep nobody out. */
class FewFilesTest {
  private static final Duration PATIENCE = Limit.NEVER;
  private static final int IDLE = 1200;
  private static final int ADDRESSES = 8;
  @TempDir Path folder;

  @Test
  void idleConnectionsOfManyAddressesKeepNobodyOut() throws Exception {
    try (var lab = Lab.open(folder, Duration.ZERO);
        var some = Limited.start(lab, 1024);
        var few = Limited.start(lab, 256)) {
      some.flood();
      few.flood();
      assertThat(some.program.output()).contains("takes 768 connections at once");
      assertThat(few.program.output()).contains("takes 16 connections at once");
    }
  }

  /** An API whose process has few files. */
  private record Limited(int files, int port, Program program) implements AutoCloseable {
    static Limited start(Lab lab, int files) {
      var settings = lab.settings();
      var port = Integer.parseInt(settings.get("API_PORT"));
      return new Limited(files, port, lab.startWithFiles(files, "api", settings));
    }

    void flood() throws IOException {
      try (var client = new JsonClient(port)) {
        client.awaitReady(PATIENCE);
      }
      var idle = idle();
      try {
        assertServed();
      } finally {
        for (var socket : idle) {
          socket.close();
        }
      }
      assertServed();
      assertThat(program.output())
          .contains("lets this process open %d files only".formatted(files))
          .contains("the API as a whole has used up its connections")
          .doesNotContain("SEVERE", "Cannot tell whether the API listens");
    }

    /** Connections that send nothing, of addresses none of which has more than its share. */
    private List<Socket> idle() throws IOException {
      var idle = new ArrayList<Socket>();
      for (int i = 0; i < IDLE; i++) {
        var from = InetAddress.getByName("127.0.0." + (2 + i % ADDRESSES));
        idle.add(new Socket(InetAddress.getLoopbackAddress(), port, from, 0));
      }
      return idle;
    }

    /** Somebody who comes anew is, once the others were idle for a second. */
    private void assertServed() {
      await()
          .atMost(PATIENCE)
          .ignoreExceptionsInstanceOf(UncheckedIOException.class)
          .untilAsserted(() -> {
            try (var newcomer = new JsonClient(port)) {
              assertThat(newcomer.get("/health/ready").status()).isEqualTo(200);
              assertThat(newcomer.get("/api/operations").status()).isEqualTo(200);
            }
          });
    }

    @Override
    public void close() {
      program.close();
    }
  }
}
