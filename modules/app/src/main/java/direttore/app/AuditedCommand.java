package direttore.app;

import direttore.api.access.PersonText;
import direttore.app.start.StartRefusal.WrongSetting;
import direttore.app.wiring.AccessParts;
import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.AuditEntry;
import direttore.domain.access.Client;
import direttore.domain.access.PersonName;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What somebody at the machine itself does to people; the audit has it as it has what others do.
 */
record AuditedCommand(AccessParts parts, Clock clock) {
  /**
   * What a command did.
   *
   * @param line for whoever typed it
   * @param detail what the audit shall have beside the person as they were and are
   */
  record Said(String line, String detail) {
    Said(String line) {
      this(line, "");
    }
  }

  /**
   * Does it, or refuses with the reason on one line.
   *
   * @param name whom it is about, as it was typed
   * @return the line for whoever typed it
   */
  String run(String action, String name, Function<AccessParts, Said> act) {
    var before = text(name);
    try {
      var said = act.apply(parts);
      var after = text(name);
      var changed = !Objects.equals(before, after);
      parts
          .audit()
          .write(
              entry(
                  action,
                  name,
                  changed ? before : null,
                  changed ? after : null,
                  AuditEntry.Outcome.DONE,
                  said.detail()));
      return said.line();
    } catch (Refusal e) {
      var why = String.valueOf(e.getMessage());
      parts.audit().write(entry(action, name, null, null, AuditEntry.Outcome.REFUSED, why));
      throw new WrongSetting(why);
    }
  }

  private @Nullable String text(String name) {
    try {
      return parts.people().find(new PersonName(name)).map(PersonText::of).orElse(null);
    } catch (Refusal.Invalid e) {
      // Nobody has such a name; what was asked for says so.
      return null;
    }
  }

  private AuditEntry entry(
      String action,
      String name,
      @Nullable String before,
      @Nullable String after,
      AuditEntry.Outcome outcome,
      String detail) {
    return new AuditEntry(
        0,
        clock.instant(),
        System.getProperty("user.name", ""),
        Actor.Via.COMMAND_LINE,
        Client.COMMAND_LINE.address(),
        action,
        "person/" + name,
        before,
        after,
        "command-" + UUID.randomUUID(),
        outcome,
        detail);
  }
}
