package direttore.simulator.pve.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import direttore.simulator.pve.TestLab;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FileTest {
  private static final String LOCAL = "/nodes/pve1/storage/local";
  private static final String CONTENT = "x--frontier\r\n-".repeat(60_000);

  private final TestLab lab = new TestLab();

  @AfterEach
  void stop() {
    lab.close();
  }

  private static String sha256() throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(CONTENT.getBytes(UTF_8)));
  }

  private TestLab.Reply upload(String storage, String name, String... fields) {
    var body = new StringBuilder();
    for (var field : fields) {
      var parts = field.split("=", 2);
      body.append(
          "--frontier\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
              .formatted(parts[0], parts[1]));
    }
    body.append(
        "--frontier\r\nContent-Disposition: form-data; name=\"filename\"; filename=\"%s\"\r\n"
                .formatted(name)
            + "Content-Type: application/octet-stream\r\n\r\n"
            + CONTENT
            + "\r\n--frontier--\r\n");
    var request =
        lab.request("/api2/json/nodes/pve1/storage/" + storage + "/upload")
            .header("Content-Type", "multipart/form-data; boundary=frontier")
            .POST(BodyPublishers.ofString(body.toString()))
            .build();
    return TestLab.reply(lab.send(request));
  }

  private long size(String volume) {
    return lab.get(LOCAL + "/content/" + volume).data().path("size").asLong();
  }

  @Test
  void takesAFileThatIsSent() throws Exception {
    var ended =
        lab.ended(
            upload(
                "local",
                "my disk.iso",
                "content=iso",
                "checksum-algorithm=sha256",
                "checksum=" + sha256()));

    assertThat(ended.upid()).contains(":imgcopy::");
    assertThat(ended.log())
        .contains(
            "target file: /var/lib/vz/template/iso/my_disk.iso",
            "file size is: " + CONTENT.length(),
            "finished file import successfully");
    assertThat(size("local:iso/my_disk.iso")).isEqualTo(CONTENT.length());
  }

  @Test
  void keepsNoFileWhoseChecksumIsAnother() {
    var ended =
        lab.ended(upload("local", "a.iso", "content=iso", "checksum-algorithm=md5", "checksum=00"));

    assertThat(ended.status()).startsWith("checksum mismatch: got '");
    assertThat(lab.get(LOCAL + "/content/local:iso/a.iso").message())
        .isEqualTo("volume 'local:iso/a.iso' does not exist");
  }

  @Test
  void refusesUploadsAsProxmoxDoes() {
    assertThat(upload("local-lvm", "a.iso", "content=iso").message())
        .isEqualTo("can't upload to storage type 'lvmthin'");
    assertThat(upload("local", "a.txt", "content=iso").error("filename"))
        .isEqualTo("wrong file extension");
    assertThat(upload("nfs", "a.qcow2", "content=import").message())
        .isEqualTo("storage 'nfs' does not support 'import' content");
    assertThat(lab.post(LOCAL + "/upload", Map.of("content", "iso", "filename", "a.iso")).status())
        .isEqualTo(506);
  }

  @Test
  void fetchesAFileFromAnAddress() throws Exception {
    try (var web = web()) {
      var form =
          Map.of(
              "content", "vztmpl",
              "filename", "mini.tar.gz",
              "url", web.url("/mini.tar.gz"),
              "checksum-algorithm", "sha256",
              "checksum", sha256());
      var ended = lab.ended(lab.post(LOCAL + "/download-url", form));

      assertThat(ended.upid()).contains(":download:mini.tar.gz:");
      assertThat(ended.status()).isEqualTo("OK");
      assertThat(size("local:vztmpl/mini.tar.gz")).isEqualTo(CONTENT.length());
      assertThat(lab.ended(lab.post(LOCAL + "/download-url", form)).status())
          .startsWith("refusing to override existing file");
    }
  }

  @Test
  void saysWhyAFileCannotBeFetched() throws Exception {
    try (var web = web()) {
      var absent = Map.of("content", "iso", "filename", "no.iso", "url", web.url("/absent"));
      var wrong =
          Map.of(
              "content", "iso",
              "filename", "no.iso",
              "url", web.url("/mini.tar.gz"),
              "checksum-algorithm", "sha512",
              "checksum", "00");

      assertThat(lab.ended(lab.post(LOCAL + "/download-url", absent)).status())
          .startsWith("download failed: command '/usr/bin/wget");
      assertThat(lab.ended(lab.post(LOCAL + "/download-url", wrong)).status())
          .startsWith("checksum mismatch: got '");
      assertThat(lab.get(LOCAL + "/content/local:iso/no.iso").message())
          .isEqualTo("volume 'local:iso/no.iso' does not exist");
    }
  }

  private static Web web() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          var found = exchange.getRequestURI().getPath().equals("/mini.tar.gz");
          var body = found ? CONTENT.getBytes(UTF_8) : new byte[0];
          exchange.sendResponseHeaders(found ? 200 : 404, found ? body.length : -1);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return new Web(server);
  }

  /** A web server with one file. */
  private record Web(HttpServer server) implements AutoCloseable {
    String url(String path) {
      return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
