package direttore.simulator.pve.console;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import direttore.simulator.pve.TestLab;
import direttore.simulator.pve.TestLab.Reply;
import java.nio.ByteBuffer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ConsoleSessionTest {
  private static final TestLab LAB = new TestLab();
  private static final String CT = "/nodes/pve1/lxc/300";
  private static final String VM = "/nodes/pve1/qemu/200";

  @AfterAll
  static void stop() {
    LAB.close();
  }

  @Test
  void shellEchoesAndSaysWhoItIs() throws Exception {
    var opened = LAB.post(CT + "/termproxy", Map.of());

    try (var viewer = new Viewer(LAB, CT, opened)) {
      viewer.send(greeting(opened));
      assertThat(viewer.readTo(":~# ")).startsWith("OK").contains("Simulated console of dns");
      viewer.send("1:132:50:");
      viewer.send("2");
      viewer.send("0:9:stty size");
      assertThat(viewer.readTo("size")).isEqualTo("stty size");
      viewer.send("0:1:\r");
      assertThat(viewer.readTo("~# ")).startsWith("\r\n50 132\r\nroot@");
      viewer.send("0:7:whoami\r");
      assertThat(viewer.readTo("~# ")).startsWith("whoami\r\nroot\r\n");
      viewer.send("0:5:exit\r");
      viewer.awaitClose();
    }
    assertThat(LAB.ended(opened.data().path("upid").asText()).status()).isEqualTo("OK");
  }

  @Test
  void shellOfANodeIsOneToo() throws Exception {
    var opened = LAB.post("/nodes/pve1/termproxy", Map.of());

    try (var viewer = new Viewer(LAB, "/nodes/pve1", opened)) {
      viewer.send(greeting(opened));
      assertThat(viewer.readTo("~# ")).endsWith("root@pve1:~# ");
    }
  }

  @Test
  void wrongTicketEndsTheShell() throws Exception {
    var opened = LAB.post(CT + "/termproxy", Map.of());

    try (var viewer = new Viewer(LAB, CT, opened)) {
      viewer.send(opened.data().path("user").asText() + ":PVEVNC:00000000::wrong\n");
      viewer.awaitClose();
    }
  }

  @Test
  void showsAPictureToWhoeverHasThePassword() throws Exception {
    var opened = LAB.post(VM + "/vncproxy", Map.of("websocket", 1));

    try (var viewer = new Viewer(LAB, VM, opened)) {
      assertThat(viewer.readTo("\n")).isEqualTo("RFB 003.008\n");
      viewer.send("RFB 003.008\n");
      assertThat(viewer.read(2)).containsExactly(1, 2);
      viewer.send(new byte[] {2});
      viewer.send(Picture.encrypted(opened.data().path("password").asText(), viewer.read(16)));
      assertThat(viewer.read(4)).containsOnly(0);
      viewer.send(new byte[] {1});
      var size = ByteBuffer.wrap(viewer.read(4));
      var pixels = size.getShort() * size.getShort();
      viewer.read(16);
      assertThat(new String(viewer.read(ByteBuffer.wrap(viewer.read(4)).getInt()), US_ASCII))
          .isEqualTo("VM 200 (gateway)");

      viewer.send(new byte[] {3, 0, 0, 0, 0, 0, 1, 64, 0, (byte) 200});
      assertThat(viewer.read(16)).startsWith(0, 0, 0, 1);
      var first = viewer.read(4 * pixels);
      viewer.send(new byte[] {3, 1, 0, 0, 0, 0, 1, 64, 0, (byte) 200});
      viewer.send(new byte[] {4, 1, 0, 0, 0, 0, 0, 65});
      viewer.read(16);
      assertThat(viewer.read(4 * pixels)).isNotEqualTo(first);
    }
  }

  @Test
  void wrongPasswordSeesNothing() throws Exception {
    var opened = LAB.post(VM + "/vncproxy", Map.of("websocket", 1));

    try (var viewer = new Viewer(LAB, VM, opened)) {
      viewer.readTo("\n");
      viewer.send("RFB 003.008\n");
      viewer.read(2);
      viewer.send(new byte[] {2});
      viewer.send(Picture.encrypted("wrong", viewer.read(16)));
      assertThat(ByteBuffer.wrap(viewer.read(4)).getInt()).isEqualTo(1);
      assertThat(viewer.readTo("failed")).endsWith("Authentication failed");
    }
  }

  @Test
  void ticketOfAnotherConsoleOpensNothing() {
    var opened = LAB.post(CT + "/termproxy", Map.of());

    assertThatThrownBy(() -> new Viewer(LAB, VM, opened)).rootCause().hasMessageContaining("401");
  }

  @Test
  void picturesComeInTheViewersFormat() throws Exception {
    var rgb565 = ByteBuffer.allocate(16).put(0, (byte) 16).put(2, (byte) 1).put(3, (byte) 1);
    rgb565.putChar(4, (char) 31).putChar(6, (char) 63).putChar(8, (char) 31);
    rgb565.put(10, (byte) 11).put(11, (byte) 5);

    assertThat(PixelFormat.of(rgb565.array()).pixel(255, 0, 0)).containsExactly(0xF8, 0);
    assertThat(PixelFormat.USUAL.pixel(255, 0, 128)).containsExactly(128, 0, 255, 0);
  }

  private static String greeting(Reply opened) {
    return "%s:%s\n"
        .formatted(opened.data().path("user").asText(), opened.data().path("ticket").asText());
  }
}
