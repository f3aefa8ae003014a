package direttore.app.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell scripts on a machine where something is missing: a PATH with chosen programs. */
final class ScriptsIT {
  private static final Path CHECKOUT = Path.of("..", "..").toAbsolutePath().normalize();
  private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));
  private static final List<String> TOOLS =
      List.of(
          "sh",
          "dirname",
          "sed",
          "head",
          "readlink",
          "find",
          "cut",
          "mkdir",
          "mktemp",
          "rm",
          "mv",
          "cp",
          "chmod",
          "cat",
          "tar",
          "gzip",
          "sha512sum",
          "shasum",
          "uname");

  @TempDir Path folder;
  private Path programs;
  private Path checkout;

  @BeforeEach
  void makeMachine() throws IOException {
    programs = Files.createDirectory(folder.resolve("programs"));
    for (var tool : TOOLS) {
      link(tool);
    }
    checkout = Files.createDirectories(folder.resolve("checkout/.mvn")).getParent();
    for (var name : List.of("mvnw", "direttore", ".mvn/jdk.sh")) {
      Files.copy(CHECKOUT.resolve(name), checkout.resolve(name));
    }
  }

  @Test
  void saysThatAJdkIsMissing() throws Exception {
    var noJdk = Map.of("DIRETTORE_JDK_FOLDERS", "");

    for (var script : List.of("mvnw", "direttore")) {
      var run = run(noJdk, script, "--version");

      assertThat(run.status()).isEqualTo(1);
      assertThat(run.output())
          .isEqualTo(
              "Direttore needs a JDK 25 or newer: install one (Eclipse Temurin 25, for example) or"
                  + " name its folder in JAVA_HOME.\n");
    }
  }

  @Test
  void saysThatTheChosenJavaIsTooOld() throws Exception {
    var old = Files.createDirectories(folder.resolve("jdk-17/bin")).getParent();
    write(old.resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");

    var run = run(Map.of("DIRETTORE_JAVA", old.toString()), "mvnw", "--version");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.output())
        .isEqualTo("DIRETTORE_JAVA is '%s', which is not a JDK 25 or newer.\n".formatted(old));
  }

  @Test
  void saysThatNodeIsMissingOrTooOld() throws Exception {
    var sentence =
        "Direttore needs Node.js 20.19, 22.12 or 24 or newer with npm to build its pages: install it"
            + " (nodejs.org, or your system's packages).\n";

    var missing = run(withJdk(), "direttore");
    assertThat(missing.status()).isEqualTo(1);
    assertThat(missing.output()).isEqualTo(sentence);
    write(programs.resolve("npm"), "#!/bin/sh\n");
    for (var version : List.of("v18.19.0", "v20.18.3", "v22.9.0", "v23.11.1")) {
      write(programs.resolve("node"), "#!/bin/sh\necho %s\n".formatted(version));
      var old = run(withJdk(), "direttore");

      assertThat(old.status()).as(version).isEqualTo(1);
      assertThat(old.output()).as(version).isEqualTo(sentence);
    }
  }

  @Test
  void runsTheInstalledMavenOnTheJdkThatItFound() throws Exception {
    write(programs.resolve("mvn"), "#!/bin/sh\necho Apache Maven 3.8.7\necho \"$JAVA_HOME $*\"\n");

    var run = run(withJdk(), "mvnw", "verify");

    assertThat(run.status()).isZero();
    assertThat(run.output()).endsWith("%s verify\n".formatted(JAVA_HOME));
  }

  @Test
  void usesNoFetchedMavenWithoutTheRightChecksum() throws Exception {
    write(programs.resolve("mvn"), "#!/bin/sh\necho Apache Maven 3.6.3\n");
    write(
        programs.resolve("curl"),
        "#!/bin/sh\nwhile [ $# -gt 2 ]; do shift; done\necho bad >\"$1\"\n");

    var run = run(withJdk(), "mvnw", "verify");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.output()).contains("does not have the expected SHA-512 checksum");
    assertThat(folder.resolve("home/.m2/direttore")).isEmptyDirectory();
  }

  @Test
  void saysThatMavenCannotBeFetched() throws Exception {
    write(programs.resolve("curl"), "#!/bin/sh\nexit 6\n");

    var run = run(withJdk(), "mvnw", "verify");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.output()).contains("could not be fetched from apache.org");
  }

  @Test
  void buildsOnlyWhenASourceIsNewer() throws Exception {
    writeBuiltCheckout();

    var fresh = run(withJdk(), "direttore", "api");
    write(checkout.resolve("modules/api/Added.java"), "");
    var stale = run(withJdk(), "direttore", "api");

    assertThat(fresh.output()).isEqualTo("runs api\n");
    assertThat(stale.output()).startsWith("Building Direttore").endsWith("packaged\nruns api\n");
  }

  /** A checkout whose Maven and program only say that they run, built a moment ago. */
  private void writeBuiltCheckout() throws IOException {
    write(programs.resolve("node"), "#!/bin/sh\necho v20.19.0\n");
    write(programs.resolve("npm"), "#!/bin/sh\n");
    write(checkout.resolve("mvnw"), "#!/bin/sh\necho packaged\n");
    write(checkout.resolve("pom.xml"), "");
    Files.createDirectories(checkout.resolve("modules/api"));
    Files.createDirectories(checkout.resolve("frontend"));
    var built = checkout.resolve("modules/app/target/direttore");
    Files.createDirectories(built.resolve("bin"));
    write(built.resolve("bin/direttore"), "#!/bin/sh\necho runs $1\n");
    write(built.resolve("built"), "");
  }

  private record Run(int status, String output) {}

  private Run run(Map<String, String> environment, String script, String... arguments)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder(checkout.resolve(script).toString());
    builder.command().addAll(Arrays.asList(arguments));
    builder.environment().clear();
    builder.environment().put("PATH", programs.toString());
    builder.environment().put("HOME", Files.createDirectories(folder.resolve("home")).toString());
    builder.environment().putAll(environment);
    var process = builder.redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), output);
  }

  private static Map<String, String> withJdk() {
    return Map.of("JAVA_HOME", JAVA_HOME.toString());
  }

  private void link(String tool) throws IOException {
    for (var place : List.of("/bin", "/usr/bin")) {
      var program = Path.of(place, tool);
      if (Files.isExecutable(program)) {
        write(programs.resolve(tool), "#!/bin/sh\nexec %s \"$@\"\n".formatted(program));
        return;
      }
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
