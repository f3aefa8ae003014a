import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.Arrays;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs test methods of a class: 0 where all are green, 3 where one fails, 2 where none ran. */
final class RunTests {
  private RunTests() {}

  /** Takes the class and its methods, with {@code +} between them. */
  public static void main(String... arguments) {
    var methods =
        Arrays.stream(arguments[1].split("\\+"))
            .map(name -> selectMethod(arguments[0], name))
            .toList();
    var request = LauncherDiscoveryRequestBuilder.request().selectors(methods).build();
    var heard = new SummaryGeneratingListener();
    LauncherFactory.create().execute(request, heard);
    var summary = heard.getSummary();
    summary.getFailures().forEach(failure -> failure.getException().printStackTrace());
    if (summary.getTestsStartedCount() < methods.size()) {
      System.exit(2);
    }
    System.exit(summary.getTestsFailedCount() == 0 ? 0 : 3);
  }
}
