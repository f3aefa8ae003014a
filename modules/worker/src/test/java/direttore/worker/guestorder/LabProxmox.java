package direttore.worker.guestorder;

import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.hypervisor.Hypervisor;
import direttore.domain.time.Time;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;

/** The Proxmox of the lab in real time, for many threads. */
public final class LabProxmox {
  private final FakeProxmox fake = new FakeProxmox(Time.of(Clock.systemUTC()));

  public LabProxmox(Duration taskTime) {
    fake.taskTime = taskTime;
  }

  /** The orders it takes. */
  public static GuestAction container() {
    return Lab.container(true);
  }

  /** What a worker sees of it. */
  public Hypervisor hypervisor() {
    return (Hypervisor)
        Proxy.newProxyInstance(
            Hypervisor.class.getClassLoader(),
            new Class<?>[] {Hypervisor.class},
            (proxy, method, arguments) -> {
              synchronized (fake) {
                fake.tick();
                try {
                  return method.invoke(fake, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              }
            });
  }

  /** How long tasks take from now on. */
  public void taskTime(Duration taskTime) {
    synchronized (fake) {
      fake.taskTime = taskTime;
    }
  }

  /** Ends all running tasks well. */
  public void finishAll() {
    synchronized (fake) {
      fake.finishAll();
    }
  }

  public boolean running(VmId vmid) {
    synchronized (fake) {
      return fake.the(vmid).running;
    }
  }

  public long count(String call) {
    synchronized (fake) {
      return fake.count(call);
    }
  }
}
