package direttore.domain.group;

import java.util.List;

/** What is to be done for a group now. */
public sealed interface Decision {

  /** Submit the operations of these keys, in turn; each may be there already. */
  record Submit(List<GroupKey> due) implements Decision {
    public Submit {
      due = List.copyOf(due);
    }
  }

  /** Nothing, until one of its operations changes. */
  record Await() implements Decision {}

  /** Nothing ever more: it has ended. */
  record End() implements Decision {}
}
