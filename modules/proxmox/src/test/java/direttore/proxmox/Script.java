package direttore.proxmox;

import direttore.proxmox.access.Credentials;
import direttore.proxmox.access.ProxmoxSession;
import direttore.proxmox.api.Proxmox;
import direttore.proxmox.transport.Timeouts;
import direttore.proxmox.transport.Transport;
import direttore.testkit.TestHost;
import direttore.transport.Endpoint;
import direttore.transport.Trust;
import java.io.IOException;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A host that answers by verb and path, and what a client of it is. */
public final class Script implements TestHost.Behaviour, AutoCloseable {
  private static final Timeouts TIMEOUTS =
      new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(6), Duration.ofSeconds(6));
  private final TestHost host;
  private final Map<String, TestHost.Behaviour> answers = new ConcurrentHashMap<>();

  public Script() {
    host = TestHost.start().does(this);
  }

  /** From now on, this call (with or without a query) gets this data. */
  public Script on(String call, String data) {
    return on(call, TestHost.json(data));
  }

  public Script on(String call, TestHost.Behaviour answer) {
    answers.put(call, answer);
    return this;
  }

  /** A client with an API token. */
  public Proxmox client(Clock clock) {
    var transport =
        new Transport(
            List.of(new Endpoint("localhost", host.port())), new Trust.Anything(), TIMEOUTS, clock);
    var token = new Credentials.ApiToken("root@pam!test", "secret");
    return new Proxmox(new ProxmoxSession(transport, token, clock));
  }

  /** The calls so far, with their queries. */
  public List<String> calls() {
    return host.asked().stream().map(Script::call).toList();
  }

  /** The decoded form of the latest call of that verb and path. */
  public Map<String, String> form(String call) {
    var last = host.asked().stream().filter(asked -> call(asked).equals(call)).toList().getLast();
    var form = new LinkedHashMap<String, String>();
    for (var pair : new ArrayList<>(List.of(last.body().split("&")))) {
      var equals = pair.indexOf('=');
      form.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
    }
    return form;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static String call(TestHost.Asked asked) {
    return asked.verb() + " " + decoded(asked.target().substring("/api2/json".length()));
  }

  @Override
  public boolean answer(TestHost.Asked asked, Socket socket)
      throws IOException, InterruptedException {
    var call = call(asked);
    var exact = answers.get(call);
    var answer = exact == null ? answers.get(call.replaceFirst("\\?.*", "")) : exact;
    return answer == null
        ? TestHost.status(501, "Method '%s' not implemented".formatted(call), "")
            .answer(asked, socket)
        : answer.answer(asked, socket);
  }

  @Override
  public void close() {
    host.close();
  }
}
