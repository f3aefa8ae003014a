package direttore.api;

import direttore.domain.access.Audit;
import direttore.domain.access.AuditEntry;
import java.util.List;
import java.util.function.Consumer;

/** The audit in memory. */
final class FakeAudit implements Audit {
  private final List<AuditEntry> audit;

  FakeAudit(List<AuditEntry> audit) {
    this.audit = audit;
  }

  @Override
  public synchronized void write(AuditEntry e) {
    audit.add(
        new AuditEntry(
            audit.size() + 1,
            e.at(),
            e.who(),
            e.via(),
            e.address(),
            e.action(),
            e.target(),
            e.before(),
            e.after(),
            e.request(),
            e.outcome(),
            e.detail(),
            e.operation(),
            e.ended()));
  }

  @Override
  public List<AuditEntry> page(Filter filter, long before, int limit) {
    return audit.reversed().stream()
        .filter(e -> e.id() < before && matches(filter, e))
        .limit(limit)
        .toList();
  }

  @Override
  public void each(Filter filter, Consumer<AuditEntry> reader) {
    audit.stream().filter(e -> matches(filter, e)).forEach(reader);
  }

  private static boolean matches(Filter filter, AuditEntry e) {
    var action = filter.action();
    return (filter.who() == null || e.who().equals(filter.who()))
        && (filter.target() == null || e.target().equals(filter.target()))
        && (filter.operation() == null || filter.operation().equals(e.operation()))
        && (filter.outcome() == null || e.outcome() == filter.outcome())
        && (action == null || e.action().equals(action) || e.action().startsWith(action + "."));
  }
}
