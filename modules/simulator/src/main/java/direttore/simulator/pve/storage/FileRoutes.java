package direttore.simulator.pve.storage;

import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.api.Router;
import direttore.simulator.pve.http.Upload;
import direttore.simulator.pve.schema.ParameterErrors;
import direttore.simulator.pve.task.TaskProcess;
import direttore.simulator.pve.task.Tasks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Files that come to a storage: .../upload and .../download-url. Their content is read, measured
 * and checked, but not kept.
 */
public final class FileRoutes {
  private static final String ONE = "/nodes/{node}/storage/{storage}";
  private static final int PIECE = 64 * 1024;

  private final Disks disks;
  private final Tasks tasks;

  /** The routes over these disks. */
  public FileRoutes(Disks disks, Tasks tasks) {
    this.disks = disks;
    this.tasks = tasks;
  }

  /** Adds the routes. */
  public void addTo(Router router) {
    router
        .on("POST", ONE + "/upload", this::upload)
        .on("POST", ONE + "/download-url", this::download);
  }

  private String upload(MethodCall call) {
    var file = NewFile.of(call, disks.storages(), "");
    var sent = call.text("tmpfilename");
    if (sent == null) {
      throw new Failure("missing temporary file name");
    }
    if (!Files.isRegularFile(Upload.file(sent))) {
      throw new Failure("temporary file '%s' does not exist".formatted(sent));
    }
    var checksum = Checksum.of(call);
    // pveproxy takes the file away after the answer, so it is read before.
    var size = read(sent, checksum);
    return tasks.start(
        file.node(),
        "imgcopy",
        "",
        call.caller(),
        worker -> {
          worker.log("starting file import from: " + sent);
          checksum.verify(worker);
          worker.log("target node: " + file.node());
          worker.log("target file: " + file.path());
          worker.log("file size is: " + size);
          worker.log("command: cp -- %s %s".formatted(sent, file.path()));
          keep(file, size, "import failed: cp: error writing", worker);
          worker.log("finished file import successfully");
        });
  }

  private static long read(String sent, Checksum checksum) {
    try (var in = Files.newInputStream(Upload.file(sent))) {
      return measure(in, checksum);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long measure(InputStream in, Checksum checksum) throws IOException {
    var piece = new byte[PIECE];
    var size = 0L;
    for (var n = in.read(piece); n >= 0; n = in.read(piece)) {
      checksum.update(piece, n);
      size += n;
    }
    return size;
  }

  private void keep(NewFile file, long size, String what, TaskProcess worker) {
    if (!disks.space().fits(file.storage(), file.node(), size)) {
      throw new Failure("%s '%s': No space left on device".formatted(what, file.path()));
    }
    disks.volumes().put(file.volume(size, worker.now().getEpochSecond()));
  }

  private String download(MethodCall call) {
    var file = NewFile.of(call, disks.storages(), ", not a file based storage!");
    var compression = call.text("compression");
    if (compression != null && !file.content().equals("iso")) {
      throw new Failure("decompression not supported for " + file.content());
    }
    if (compression != null && !compression.equals("gz")) {
      throw new ParameterErrors("compression", "the simulator unpacks gz only");
    }
    var checksum = Checksum.of(call);
    var url = call.required("url");
    var verify = call.parameters().flag("verify-certificates", true);
    return tasks.start(
        file.node(),
        "download",
        file.name(),
        call.caller(),
        worker -> fetch(file, url, verify, compression, checksum, worker));
  }

  private void fetch(
      NewFile file,
      String url,
      boolean verify,
      @Nullable String compression,
      Checksum checksum,
      TaskProcess worker)
      throws InterruptedException {
    worker.log("downloading %s to %s".formatted(url, file.path()));
    var name = file.content() + "/" + file.name();
    if (disks.volumes().find(file.storage(), file.node(), name).isPresent()) {
      throw new Failure("refusing to override existing file '%s'".formatted(file.path()));
    }
    long size;
    try (var in = Fetch.open(url, verify)) {
      // The checksum is that of the file as it comes, the size that of what is kept.
      size = compression == null ? measure(in, checksum) : unpacked(in, checksum);
    } catch (IOException e) {
      worker.log(e.getMessage() == null ? e.toString() : e.getMessage());
      throw new Failure(
          ("download failed: command '/usr/bin/wget --progress=dot:giga -O %s.tmp_dwnl %s' failed:"
                  + " exit code 8")
              .formatted(file.path(), url));
    }
    checksum.verify(worker);
    keep(file, size, "download failed: cannot write", worker);
    worker.log("download of '%s' to '%s' finished".formatted(url, file.path()));
  }

  private static long unpacked(InputStream in, Checksum checksum) throws IOException {
    var digested = new Digested(in, checksum);
    var size = measure(new GZIPInputStream(digested), new Checksum(null, ""));
    measure(digested, new Checksum(null, ""));
    return size;
  }

  /** A stream whose bytes go into a checksum as they are read. */
  private static final class Digested extends InputStream {
    private final InputStream in;
    private final Checksum checksum;

    Digested(InputStream in, Checksum checksum) {
      this.in = in;
      this.checksum = checksum;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      var piece = new byte[length];
      var n = in.read(piece);
      if (n > 0) {
        checksum.update(piece, n);
        System.arraycopy(piece, 0, into, from, n);
      }
      return n;
    }
  }
}
