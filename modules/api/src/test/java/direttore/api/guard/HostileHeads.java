package direttore.api.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Request lines, addresses, headers and hosts that no honest client sends. */
final class HostileHeads {
  private HostileHeads() {}

  static Stream<HostileCase> all() {
    return Stream.of(firstLines(), paths(), queries(), headers(), hosts()).flatMap(List::stream);
  }

  private static List<HostileCase> firstLines() {
    var cases = new ArrayList<HostileCase>();
    for (var line :
        List.of(
            "GET /api/about HTTP/1.2",
            "GET /api/about HTTP/2.0",
            "GET /api/about HTTP/2",
            "GET /api/about HTTP/0.9",
            "GET /api/about http/1.1",
            "GET /api/about HTTP/1.1 ",
            "GET /api/about HTTP/01.1",
            "GET /api/about HTTP/1.1\u000b",
            "GET /api/about ICAP/1.1",
            "GET /api/about",
            "GET  /api/about HTTP/1.1",
            "GET /api/about  HTTP/1.1",
            "GET\t/api/about\tHTTP/1.1",
            " GET /api/about HTTP/1.1",
            "get /api/about HTTP/1.1",
            "Get /api/about HTTP/1.1",
            "G\u0000T /api/about HTTP/1.1",
            "GE(T /api/about HTTP/1.1",
            "G\u00c9T /api/about HTTP/1.1",
            "/api/about HTTP/1.1",
            "GET",
            "GET HTTP/1.1",
            "GET / HTTP/1.1 HTTP/1.1",
            "nonsense",
            "M".repeat(60) + " /api/about HTTP/1.1",
            "PRI * HTTP/2.0",
            "OPTIONS * HTTP/1.1",
            "CONNECT evil.example:443 HTTP/1.1",
            "GET http://evil@localhost/api/about HTTP/1.1",
            "GET http:///api/about HTTP/1.1",
            "GET http://localhost/../api/about HTTP/1.1",
            "GET http://localhost?x HTTP/1.1",
            "GET ftp://localhost/api/about HTTP/1.1",
            "GET //evil.example/ HTTP/1.1",
            "GET api/about HTTP/1.1",
            "GET ? HTTP/1.1",
            "GET # HTTP/1.1",
            "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003")) {
      cases.add(
          new HostileCase(
              "line " + HostileCase.readable(line),
              line + "\r\nHost: localhost\r\n\r\n" + HostileCase.CANARY));
    }
    cases.add(new HostileCase("an empty line first", "\r\n" + get("/api/about")));
    cases.add(new HostileCase("a bare line feed first", "\n" + get("/api/about")));
    cases.add(new HostileCase("nothing but line ends", "\r\n\r\n\r\n" + HostileCase.CANARY));
    cases.add(
        new HostileCase("a null byte first", "\u0000" + get("/api/about") + HostileCase.CANARY));
    cases.add(
        new HostileCase(
            "an endless first line",
            "GET /" + "a".repeat(100_000) + " HTTP/1.1\r\n" + HostileCase.CANARY));
    cases.add(new HostileCase("a first line without end", "GET /" + "a".repeat(9000)));
    return cases;
  }

  private static List<HostileCase> paths() {
    var cases = new ArrayList<HostileCase>();
    for (var path :
        List.of(
            "/../etc/passwd",
            "/api/../api/about",
            "/api/./about",
            "/api/about/..",
            "/api/about/.",
            "/.",
            "/..",
            "/%2e%2e/etc/passwd",
            "/%2E%2E/etc/passwd",
            "/.%2e/etc/passwd",
            "/assets/%2e%2e/%2e%2e/application.yaml",
            "/assets/..%2findex.html",
            "/assets/%2e%2e%2findex.html",
            "/assets/..%5cindex.html",
            "/assets/..\\index.html",
            "/assets/%252e%252e/index.html",
            "/assets/..%c0%afindex.html",
            "/assets/%c0%ae%c0%ae/index.html",
            "/assets/%e0%80%ae/index.html",
            "/assets/%f0%80%80%ae/index.html",
            "/assets/app.js%00.html",
            "/assets/%00",
            "/%0d%0aSet-Cookie:%20a=b",
            "/api/about%0a",
            "/api/%7f",
            "/api//about",
            "//api/about",
            "/api/about;x=1",
            "/api/proxmox/..;/nodes",
            "/api;/about",
            "/api/%zz",
            "/api/%",
            "/api/%4",
            "/api/%u002e",
            "/api/%ff",
            "/api/%ed%a0%80",
            "/api/%f5%80%80%80",
            "/api/%e2%82",
            "/api/%e2%82/x",
            "/api/%c3x",
            "/api/about#x",
            "/api/<script>",
            "/api/\"about\"",
            "/api/{about}",
            "/api/a|b",
            "/api/a^b",
            "/api/a`b",
            "/api/\u00e9",
            "/api/about\u0001",
            "/api/[about]")) {
      cases.add(new HostileCase("path " + HostileCase.readable(path), closing(path)));
    }
    return cases;
  }

  private static List<HostileCase> queries() {
    var cases = new ArrayList<HostileCase>();
    for (var query :
        List.of(
            "%",
            "%zz",
            "a=%0",
            "a=%00",
            "a=%0d%0aX-Evil:%201",
            "a=%ff",
            "a=%c0%80",
            "a=%ed%bf%bf",
            "a=%f4%90%80%80",
            "a=%e2%82&b=%ac",
            "a=[",
            "a={}",
            "a=<b>",
            "a=\"b\"",
            "a=\\",
            "a=|",
            "a=^",
            "a=`",
            "a=#b",
            "a=\u00e9",
            "a=b c",
            "a=\u0007",
            "a=\u007f")) {
      cases.add(
          new HostileCase(
              "query " + HostileCase.readable(query),
              get("/api/operations?" + query) + HostileCase.CANARY));
    }
    for (var query : List.of("limit=0x10", "limit=1e9", "limit=-1", "limit=99999999999999999999")) {
      cases.add(new HostileCase("query " + query, closing("/api/operations?" + query)));
    }
    return cases;
  }

  private static List<HostileCase> headers() {
    var cases = new ArrayList<HostileCase>();
    for (var header :
        List.of(
            "X-A: 1\r\n folded",
            "X-A: 1\r\n\tfolded",
            " X-A: 1",
            "\tX-A: 1",
            "X-A : 1",
            "X-A\t: 1",
            "X A: 1",
            ": 1",
            "X-A",
            "X-A 1",
            "X(A): 1",
            "X-\u00e9: 1",
            "X-A: \u0000",
            "X-A: \u0001",
            "X-A: \u007f",
            "X-A: 1\u000b2",
            "X-A: 1\rX-B: 2",
            "X-A: 1\nX-B: 2",
            "X-A: 1\n\nGET /canary HTTP/1.1",
            "X-A: 1\r\r\n\r\n",
            "X-A: 1\n",
            "X-\u0000A: 1",
            "X-A\r: 1",
            "\"X-A\": 1",
            "Content-Type: application/json\r\nContent-Type: text/plain",
            "Authorization: Bearer a\r\nAuthorization: Bearer b",
            "Origin: http://localhost\r\nOrigin: https://evil.example",
            "Idempotency-Key: a\r\nIdempotency-Key: b",
            "Expect: 200-maybe",
            "Expect: 100-continue\r\nExpect: 100-continue",
            "X-Long: " + "a".repeat(20_000),
            "X".repeat(20_000) + ": 1",
            "X-Many: 1\r\n".repeat(200) + "X-Last: 1",
            "X-Broken: 1\r\n: \r\nX-Last: 1")) {
      cases.add(
          new HostileCase(
              "header " + HostileCase.readable(header),
              "GET /api/about HTTP/1.1\r\nHost: localhost\r\n"
                  + header
                  + "\r\n\r\n"
                  + HostileCase.CANARY));
    }
    cases.add(new HostileCase("lines that end in line feeds", get("/api/about").replace("\r", "")));
    cases.add(
        new HostileCase("lines that end in carriage returns", get("/api/about").replace("\n", "")));
    cases.add(
        new HostileCase("lines that end the wrong way", get("/api/about").replace("\r\n", "\n\r")));
    cases.add(
        new HostileCase(
            "headers that end in line feeds",
            "GET /api/about HTTP/1.1\r\nHost: localhost\r\n\n" + HostileCase.CANARY));
    cases.add(
        new HostileCase(
            "headers without end", "GET /api/about HTTP/1.1\r\nHost: localhost\r\nX: y"));
    return cases;
  }

  private static List<HostileCase> hosts() {
    var cases = new ArrayList<HostileCase>();
    for (var host :
        List.of(
            "",
            " ",
            "evil.example",
            "evil.example:8000",
            "localhost, evil.example",
            "localhost evil.example",
            "localhost@evil.example",
            "user@localhost",
            "localhost/../",
            "localhost/",
            "localhost?x",
            "localhost#x",
            "localhost\\evil",
            "localhost:80:80",
            "localhost:-1",
            "localhost:+80",
            "localhost:80a",
            "localhost:999999",
            "localhost:0x50",
            "http://localhost",
            "[::1",
            "::1",
            "[]",
            "[::1]x",
            "[localhost]",
            "[::1%25lo]",
            "127.0.0.1.evil.example",
            "localhost.evil.example",
            "localhost\u0000",
            "l\u00f6calhost",
            "<localhost>",
            "\"localhost\"",
            "127.0.0.1\t127.0.0.2")) {
      cases.add(
          new HostileCase(
              "host " + HostileCase.readable(host),
              "GET /api/about HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n%s"
                  .formatted(host, HostileCase.CANARY)));
    }
    cases.add(new HostileCase("no host", "GET /api/about HTTP/1.1\r\n\r\n" + HostileCase.CANARY));
    cases.add(
        new HostileCase(
            "two hosts",
            "GET /api/about HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n"
                + HostileCase.CANARY));
    cases.add(
        new HostileCase(
            "the same host twice",
            "GET /api/about HTTP/1.1\r\nHost: localhost\r\nhost: localhost\r\n\r\n"
                + HostileCase.CANARY));
    return cases;
  }

  private static String get(String path) {
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
  }

  private static String closing(String path) {
    return "GET "
        + path
        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
        + HostileCase.CANARY;
  }
}
