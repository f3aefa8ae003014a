package direttore.api.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Bodies whose end or content is not what it should be, and tricks with methods. */
final class HostileBodies {
  private HostileBodies() {}

  static Stream<HostileCase> all() {
    return Stream.of(lengths(), codings(), chunks(), sizes(), routing(), documents(), types())
        .flatMap(List::stream);
  }

  private static List<HostileCase> lengths() {
    var cases = new ArrayList<HostileCase>();
    for (var length :
        List.of(
            "-1",
            "+2",
            "2 2",
            "2,2",
            "2, 3",
            "0x2",
            "2.0",
            "2e0",
            "\u0662",
            "\"2\"",
            "",
            "two",
            "2;q=1",
            "9223372036854775808",
            "18446744073709551618",
            "99999999999999999999999",
            "9999999999",
            "1000000",
            "2\r\nContent-Length: 2",
            "2\r\nContent-Length: 3",
            "2\r\ncontent-length: 0",
            "2\r\nTransfer-Encoding: chunked",
            "2\r\nTransfer-Encoding: identity",
            "2\r\nTransfer-Encoding : chunked",
            "2\r\n Content-Length: 3")) {
      cases.add(
          new HostileCase(
              "length " + HostileCase.readable(length), post("Content-Length: " + length, "{}")));
    }
    cases.add(new HostileCase("a body that ends early", post("Content-Length: 50", "{}")));
    cases.add(
        new HostileCase(
            "a read with a large body",
            "GET /api/about HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9000\r\n\r\n"
                + HostileCase.CANARY
                + "x".repeat(9000)));
    return cases;
  }

  private static List<HostileCase> codings() {
    var cases = new ArrayList<HostileCase>();
    for (var coding :
        List.of(
            "gzip, chunked",
            "chunked, gzip",
            "chunked, chunked",
            "identity",
            "Chunked",
            "CHUNKED",
            "xchunked",
            "chunked;q=1",
            "\"chunked\"",
            "chunked ",
            " chunked",
            "\tchunked",
            "chunked\t",
            "\u000bchunked",
            "",
            "chunke\u00e4d",
            "chunked\r\nTransfer-Encoding: chunked",
            "chunked\r\nTransfer-Encoding: identity",
            "identity\r\nTransfer-Encoding: chunked",
            "chunked\r\nContent-Length: 5",
            "chunked\r\nContent-Length: 0",
            "\r\n chunked",
            "chunked\r\n , identity",
            "x\r\nTransfer-Encoding\u0000: chunked")) {
      cases.add(
          new HostileCase(
              "coding " + HostileCase.readable(coding),
              post("Transfer-Encoding: " + coding, "0\r\n\r\n")));
    }
    return cases;
  }

  private static List<HostileCase> chunks() {
    var cases = new ArrayList<HostileCase>();
    for (var body :
        List.of(
            "2\n{}\n0\n\n",
            "2\r{}\r0\r\r",
            "2\r\n{}0\r\n\r\n",
            "2\r\n{}xx0\r\n\r\n",
            "2\r\n{}\n0\r\n\r\n",
            "3\r\n{}\r\n0\r\n\r\n",
            "1\r\n{}\r\n0\r\n\r\n",
            "x\r\n{}\r\n0\r\n\r\n",
            "-2\r\n{}\r\n0\r\n\r\n",
            "+2\r\n{}\r\n0\r\n\r\n",
            "0x2\r\n{}\r\n0\r\n\r\n",
            " 2\r\n{}\r\n0\r\n\r\n",
            "2 \r\n{}\r\n0\r\n\r\n",
            "2;a=b\r\n{}\r\n0\r\n\r\n",
            "2;\r\n{}\r\n0\r\n\r\n",
            "2;a=\"\n\"\r\n{}\r\n0\r\n\r\n",
            "\r\n{}\r\n0\r\n\r\n",
            "000000002\r\n{}\r\n0\r\n\r\n",
            "100000002\r\n{}\r\n0\r\n\r\n",
            "fffffffffffffffe\r\n{}\r\n0\r\n\r\n",
            "80000000\r\n{}\r\n0\r\n\r\n",
            "ffffffff\r\n{}\r\n0\r\n\r\n",
            "2\r\n{}\r\n0\r\nX-Trailer: 1\r\n\r\n",
            "2\r\n{}\r\n0\r\nContent-Length: 9\r\n\r\n",
            "2\r\n{}\r\n0\r\n\n",
            "2\r\n{}\r\n0\r\n\r",
            "2\r\n{}\r\n0\r\n",
            "2\r\n{}\r\n0",
            "2\r\n{}\r\n",
            "2\r\n{",
            "40001\r\n" + "a".repeat(0x40001) + "\r\n0\r\n\r\n",
            ("8000\r\n" + "a".repeat(0x8000) + "\r\n").repeat(9) + "0\r\n\r\n",
            "\u0662\r\n{}\r\n0\r\n\r\n")) {
      cases.add(
          new HostileCase(
              "chunks " + HostileCase.readable(body), post("Transfer-Encoding: chunked", body)));
    }
    return cases;
  }

  private static List<HostileCase> sizes() {
    return List.of(
        new HostileCase("a body of 300 kB", post("Content-Length: 300000", "a".repeat(300_000))),
        new HostileCase("a body of 4 MB", post("Content-Length: 4000000", "a".repeat(4_000_000))),
        new HostileCase("a body announced, not sent", post("Content-Length: 300000", "")),
        new HostileCase(
            "a body to wait for", post("Expect: 100-continue\r\nContent-Length: 300000", "")));
  }

  private static List<HostileCase> routing() {
    var cases = new ArrayList<HostileCase>();
    for (var method : List.of("TRACE", "TRACK", "PUT", "PATCH", "PROPFIND", "DELETE", "X-A")) {
      cases.add(
          new HostileCase(
              "method " + method,
              method
                  + " "
                  + HostileCase.STOP
                  + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                  + HostileCase.CANARY));
    }
    for (var header :
        List.of(
            "Connection: close\r\nX-HTTP-Method-Override: POST",
            "Connection: close\r\nX-Original-URL: " + HostileCase.STOP,
            "Connection: close\r\nX-Rewrite-URL: " + HostileCase.STOP,
            "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings, close\r\nHTTP2-Settings: AAMAAABk",
            "Upgrade: websocket\r\nConnection: Upgrade, close\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==")) {
      cases.add(
          new HostileCase(
              "header " + HostileCase.readable(header),
              "GET "
                  + HostileCase.STOP
                  + " HTTP/1.1\r\nHost: localhost\r\n"
                  + header
                  + "\r\n\r\n"
                  + HostileCase.CANARY));
    }
    return cases;
  }

  private static List<HostileCase> documents() {
    var cases = new ArrayList<HostileCase>();
    for (var body :
        List.of(
            "{",
            "}",
            "[]",
            "null",
            "7",
            "\"a\"",
            "{}{}",
            "{} x",
            "{\"force\":true,\"force\":false}",
            "{\"force\":true,\"\\u0066orce\":false}",
            "{'force':true}",
            "{force:true}",
            "{\"force\":tru}",
            "{\"force\":NaN}",
            "{\"force\":+1}",
            "{\"force\":01}",
            "{\"force\":\"yes\"}",
            "{\"force\":1" + "0".repeat(2000) + "}",
            "{\"force\":1e999999999}",
            "{\"force\":\"\u0000\"}",
            "{\"force\":\"\u00ff\"}",
            "{\"force\":\"\u00c0\u0080\"}",
            "{\"force\":\"\u00ed\u00a0\u0080\"}",
            "{\"force\":\"\\ud800\"}",
            "{\"force\":\"\\x\"}",
            "{\"force\":true,}",
            "{\"force\":true /* */}",
            "// x\n{}",
            "\u00ef\u00bb\u00bf[]",
            "\u00fe\u00ff\u0000{\u0000}",
            "[".repeat(5000),
            "{\"a\":".repeat(5000),
            "{\"force\":" + "[".repeat(100) + "]".repeat(100) + "}",
            "{\"" + "a".repeat(60_000) + "\":1}",
            "{\"__proto__\":{\"force\":true}}",
            "{\"force\":{\"@class\":\"java.lang.Runtime\"}}",
            "{\"vmid\":100,\"nodes\":\"../..\"}",
            "<?xml version=\"1.0\"?><a/>",
            "force=true",
            "\u001f\u008b\b\u0000")) {
      cases.add(
          new HostileCase(
              "document " + HostileCase.readable(body),
              "POST /api/proxmox/nodes/pve1/vms HTTP/1.1\r\nHost: localhost\r\n"
                  + "Content-Type: application/json\r\nConnection: close\r\nContent-Length: "
                  + body.length()
                  + "\r\n\r\n"
                  + body
                  + HostileCase.CANARY));
    }
    return cases;
  }

  private static List<HostileCase> types() {
    var cases = new ArrayList<HostileCase>();
    for (var type :
        List.of(
            "text/plain",
            "text/json",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/xml",
            "application/jsonx",
            "application/problem+json",
            "application/json, text/plain",
            "application",
            "*/*",
            "")) {
      cases.add(new HostileCase("type " + type, document("Content-Type: " + type)));
    }
    cases.add(new HostileCase("no type", document("X-Type: none")));
    cases.add(
        new HostileCase(
            "a compressed body",
            document("Content-Type: application/json\r\nContent-Encoding: gzip")));
    cases.add(
        new HostileCase(
            "a foreign page",
            document("Content-Type: text/plain\r\nOrigin: https://evil.example")));
    cases.add(
        new HostileCase(
            "a page that hides",
            document("Content-Type: text/plain\r\nSec-Fetch-Site: cross-site")));
    cases.add(
        new HostileCase("a page of nowhere", document("Content-Type: text/plain\r\nOrigin: null")));
    return cases;
  }

  private static String post(String framing, String body) {
    return "POST "
        + HostileCase.STOP
        + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        + framing
        + "\r\n\r\n"
        + body
        + (framing.equals("Content-Length: 50") || body.isEmpty() ? "" : HostileCase.CANARY);
  }

  private static String document(String headers) {
    return "POST /api/proxmox/nodes/pve1/vms HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        + "Content-Length: 2\r\n"
        + headers
        + "\r\n\r\n{}"
        + HostileCase.CANARY;
  }
}
