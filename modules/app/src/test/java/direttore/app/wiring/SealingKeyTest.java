package direttore.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.app.MigratedDatabase;
import direttore.app.start.StartRefusal.WrongSetting;
import direttore.store.Attendance;
import direttore.store.Database;
import direttore.store.operation.PgSecretKey;
import direttore.store.operation.Resealing;
import direttore.store.operation.Safe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SealingKeyTest {
  @TempDir static Path parent;
  private static MigratedDatabase migrated;
  private static Database database;
  @TempDir Path folder;
  private Path file;

  @BeforeAll
  static void open() {
    migrated = MigratedDatabase.in(parent.resolve("data"));
    database = migrated.database();
  }

  @AfterAll
  static void close() {
    migrated.close();
  }

  @BeforeEach
  void begin() {
    database.client().execute().dml("DELETE FROM secret_key");
    file = folder.resolve("secret.key");
  }

  private SealingKey key() {
    return new SealingKey(file, database);
  }

  private String kept() throws IOException {
    return Files.readString(file);
  }

  @Test
  void theFirstStartMakesAKeyAndLaterOnesKeepIt() throws IOException {
    var made = key().open().fingerprint();
    var text = kept();

    assertThat(key().open().fingerprint()).isEqualTo(made);
    assertThat(kept()).isEqualTo(text);
    assertThat(new PgSecretKey(database).fingerprint()).hasValue(made);
  }

  @Test
  void aLostKeyFileIsMissedAndNotMadeAnew() throws IOException {
    key().open();
    Files.delete(file);

    assertThatExceptionOfType(WrongSetting.class)
        .isThrownBy(() -> key().open())
        .withMessageStartingWith("The key file " + file + " is missing")
        .withMessageEndingWith(".");
    assertThat(file).doesNotExist();
  }

  @Test
  void aProcessWithAnotherKeyIsRefused() {
    key().open();
    var other = new SealingKey(folder.resolve("other.key"), database);

    assertThatExceptionOfType(WrongSetting.class).isThrownBy(other::open);

    assertThat(folder.resolve("other.key")).doesNotExist();
  }

  @Test
  void aWrongKeyFileIsRefused() throws IOException {
    key().open();
    Files.writeString(file, "A".repeat(43) + "\n");

    assertThatExceptionOfType(WrongSetting.class)
        .isThrownBy(() -> key().open())
        .withMessageContaining("is not the one that the database was used with");
  }

  @Test
  void aRotationCutBetweenCommitAndMoveIsFinishedByTheNextStart() throws IOException {
    var old = key().open();
    var next = Files.writeString(folder.resolve("secret.key.next"), "B".repeat(42) + "A\n");
    var bytes = Base64.getUrlDecoder().decode("B".repeat(42) + "A");
    var fresh = new Safe(bytes);
    assertThat(Resealing.reseal(database, old, fresh)).isZero();

    assertThat(key().open().fingerprint()).isEqualTo(fresh.fingerprint());
    assertThat(kept()).startsWith("BBBB");
    assertThat(next).doesNotExist();
  }

  @Test
  void aRotationCutBeforeItsCommitChangesNothing() throws IOException {
    var old = key().open().fingerprint();
    Files.writeString(folder.resolve("secret.key.next"), "B".repeat(42) + "A\n");

    assertThat(key().open().fingerprint()).isEqualTo(old);
  }

  @Test
  void rotationIsRefusedWhileAnyProcessRuns() throws Exception {
    var before = key().open().fingerprint();
    try (var running = Attendance.hold(database)) {
      assertThat(running).isNotNull();
      assertThatExceptionOfType(WrongSetting.class)
          .isThrownBy(() -> key().rotate(false))
          .withMessage("Direttore is running: stop all of its processes first.");
    }
    assertThat(key().open().fingerprint()).isEqualTo(before);
  }

  @Test
  void rotationMakesANewKeyAndALostOneCanBeReplaced() throws IOException {
    var before = key().open().fingerprint();

    key().rotate(false);
    var after = key().open().fingerprint();
    Files.delete(file);
    key().rotate(true);

    assertThat(after).isNotEqualTo(before);
    assertThat(key().open().fingerprint()).isNotEqualTo(after);
  }
}
