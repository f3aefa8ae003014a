package direttore.simulator.pve.api;

import org.jspecify.annotations.Nullable;

/** What carries out a method. */
public interface Handler {

  /**
   * Carries the call out.
   *
   * @return what stands under {@code data}
   * @throws Failure with the text of Proxmox VE
   */
  @Nullable Object handle(MethodCall call) throws InterruptedException;
}
